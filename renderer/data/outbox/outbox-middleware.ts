import { isMirrored, toJournalRow } from './mirrored';
import { now } from '../../platform/clock';
import type { JournalKey } from '#shared/vault/journal';
import type {
  DBCore,
  DBCoreDeleteRangeRequest,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  Middleware,
} from 'dexie';
import type { OutboxRecord } from '../records';

const outbox = 'outbox';

/**
 * Notes every change of a mirrored table in `outbox`, in the same transaction: both are committed, or neither. It
 * sits below all repositories, so no feature can forget it.
 */
export const outboxMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'outbox',
  level: 1,
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(mode === 'readwrite' ? withOutbox(core, tables) : tables, mode, options),
    table: (name) => {
      const table = core.table(name);
      if (!isMirrored(name)) return table;
      return { ...table, mutate: (request) => mutateAndNote(core, table, request) };
    },
  }),
};

function hasOutbox(core: DBCore): boolean {
  return core.schema.tables.some(({ name }) => name === outbox);
}

/** Tables that are not mirrored keep their own way: a keystroke's draft must not wait for a photo. */
function withOutbox(core: DBCore, tables: string[]): string[] {
  const noted = hasOutbox(core) && tables.some(isMirrored) && !tables.includes(outbox);
  return noted ? [...tables, outbox] : tables;
}

type Change = Pick<OutboxRecord, 'key' | 'op' | 'row'>;

async function mutateAndNote(
  core: DBCore,
  table: DBCoreTable,
  request: DBCoreMutateRequest,
): Promise<DBCoreMutateResponse> {
  // While a migration of an older version runs, the outbox may not be there yet: the full copy brings those rows.
  if (!storesOf(request).contains(outbox)) return table.mutate(request);
  const goneKeys = request.type === 'deleteRange' ? await keysIn(table, request) : null;
  const response = await table.mutate(request);
  const changes =
    goneKeys === null ? changesOf(table, request, response) : goneKeys.map((key) => deletion(key));
  if (changes.length === 0) return response;
  const time = now();
  await core.table(outbox).mutate({
    type: 'add',
    trans: request.trans,
    values: changes.map((change) => ({ ...change, table: table.name, time })),
  });
  return response;
}

function storesOf({ trans }: DBCoreMutateRequest): DOMStringList {
  return (trans as unknown as IDBTransaction).objectStoreNames;
}

async function keysIn(table: DBCoreTable, request: DBCoreDeleteRangeRequest): Promise<JournalKey[]> {
  const { trans, range } = request;
  const query = { index: table.schema.primaryKey, range };
  const { result } = await table.query({ trans, query, values: false, limit: Infinity });
  return result as JournalKey[];
}

/** What really was written: single operations of a request may fail. */
function changesOf(
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  { failures }: DBCoreMutateResponse,
): Change[] {
  if (request.type === 'deleteRange') return [];
  if (request.type === 'delete') {
    return (request.keys as JournalKey[]).filter((_key, index) => !(index in failures)).map(deletion);
  }
  const { extractKey } = table.schema.primaryKey;
  return request.values.flatMap((value: unknown, index): Change[] => {
    if (index in failures) return [];
    const key = (request.keys?.[index] ?? extractKey?.(value)) as JournalKey;
    return [{ key, op: 'put', row: toJournalRow(table.name, value) }];
  });
}

function deletion(key: JournalKey): Change {
  return { key, op: 'delete', row: null };
}
