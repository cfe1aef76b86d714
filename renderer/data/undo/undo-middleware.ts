import { now } from '../../platform/clock';
import { makeId } from '../make-id';
import { isCompanion, isNoted } from './undo-tables';
import type { JournalKey } from '#shared/vault/journal';
import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import type { TimelineEvent } from '#shared/domain/timeline';
import type { UndoChange, UndoRecord } from '../records';

/** How many actions of one sitting can be taken back. */
export const undoDepth = 50;
/** Files of one drop come one by one; together they are one action. Milliseconds between two of them. */
const joinWithinMs = 10_000;
const joined: ReadonlySet<string> = new Set(['evidenceAdded']);
const undo = 'undo';

type Row = Omit<UndoRecord, 'seq'>;

/** What one transaction has noted. `waiting`: changes beside something that has not come yet. */
type Step = {
  id: string;
  readonly at: number;
  readonly waiting: Row[];
  readonly written: { readonly seq: number; readonly row: Row }[];
  isOver: boolean;
};

/** A step of this sitting; `first` is its lowest number in the table. */
type Known = { readonly id: string; readonly first: number; joins: string; at: number };

let recording = false;
let sitting: Known[] = [];
let steps = new WeakMap<object, Step>();

/** From here on actions are noted. What lies in the table is of an earlier sitting: the caller clears it. */
export function beginNoting(): void {
  recording = true;
  sitting = [];
  steps = new WeakMap();
}

/** Nothing is noted any more. */
export function endNoting(): void {
  recording = false;
}

/**
 * Notes the rows an action changes, as they were and as they are, in the action's own transaction. One transaction is
 * one action; the line it writes into a case's history gives it its name. It sits below all repositories, so no
 * feature can forget it. A transaction that names the table `undo` looks after it itself: nothing is noted.
 */
export const undoMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: undo,
  level: 2,
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) => {
      const notes = recording && mode === 'readwrite' && hasUndo(core) && !tables.includes(undo);
      if (!notes || !tables.some(isNoted)) return core.transaction(tables, mode, options);
      const trans = core.transaction([...tables, undo], mode, options);
      steps.set(trans, { id: '', at: now(), waiting: [], written: [], isOver: false });
      return trans;
    },
    table: (name) => {
      const table = core.table(name);
      if (!isNoted(name) && name !== 'events' && name !== 'blobs') return table;
      return { ...table, mutate: (request) => mutateAndNote(core, table, request) };
    },
  }),
};

function hasUndo(core: DBCore): boolean {
  return core.schema.tables.some(({ name }) => name === undo);
}

async function mutateAndNote(
  core: DBCore,
  table: DBCoreTable,
  request: DBCoreMutateRequest,
): Promise<DBCoreMutateResponse> {
  const step = steps.get(request.trans);
  if (step === undefined || step.isOver) return table.mutate(request);
  const removes = request.type === 'delete' || request.type === 'deleteRange';
  if (!isNoted(table.name)) {
    // History or bytes that are deleted are gone for good: such an action is none that can be taken back.
    if (removes) await forget(core, step, request.trans);
    const response = await table.mutate(request);
    if (table.name === 'events' && request.type === 'add') await noteEvent(core, step, request);
    return response;
  }
  // An add outside a transaction has nothing before it to wait for: waiting would lose Dexie's own transaction.
  const old: Old = request.type === 'add' ? new Map() : await rowsBefore(table, request);
  const response = await table.mutate(request);
  const changes = changesOf(table, request, old, response);
  if (changes.length > 0) {
    const row: Row = { step: '', at: step.at, table: table.name, changes, event: null };
    await note(core, step, request.trans, row);
  }
  return response;
}

type Old = ReadonlyMap<string, { readonly key: JournalKey; readonly row: unknown }>;

async function rowsBefore(
  table: DBCoreTable,
  request: Exclude<DBCoreMutateRequest, { type: 'add' }>,
): Promise<Old> {
  const { trans } = request;
  const { primaryKey } = table.schema;
  if (request.type === 'deleteRange') {
    const query = { index: primaryKey, range: request.range };
    const { result } = await table.query({ trans, query, values: true, limit: Infinity });
    return new Map(
      (result as unknown[]).map((row) => {
        const key = primaryKey.extractKey?.(row) as JournalKey;
        return [JSON.stringify(key), { key, row }];
      }),
    );
  }
  const keys = keysOf(table, request);
  const rows = (await table.getMany({ trans, keys })) as unknown[];
  return new Map(keys.map((key, index) => [JSON.stringify(key), { key, row: rows[index] }]));
}

function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): JournalKey[] {
  if (request.type === 'delete') return request.keys as JournalKey[];
  if (request.type === 'deleteRange') return [];
  const { extractKey } = table.schema.primaryKey;
  return request.values.map(
    (value: unknown, index) => (request.keys?.[index] ?? extractKey?.(value)) as JournalKey,
  );
}

function changesOf(
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  old: Old,
  { failures }: DBCoreMutateResponse,
): UndoChange[] {
  if (request.type === 'deleteRange') {
    return [...old.values()].map(({ key, row }) => ({ key, before: row ?? null, after: null }));
  }
  const values: readonly unknown[] = request.type === 'delete' ? [] : request.values;
  return keysOf(table, request).flatMap((key, index): UndoChange[] => {
    if (index in failures) return [];
    const before = old.get(JSON.stringify(key))?.row ?? null;
    const after = values[index] ?? null;
    return before === null && after === null ? [] : [{ key, before, after }];
  });
}

async function note(core: DBCore, step: Step, trans: DBCoreTransaction, row: Row): Promise<void> {
  if (step.id === '' && isCompanion(row.table)) {
    step.waiting.push(row);
    return;
  }
  const isNew = step.id === '';
  if (isNew) step.id = makeId<'undo'>(step.at);
  const rows = [...step.waiting.splice(0), row].map((one) => ({ ...one, step: step.id }));
  const { results } = await core.table(undo).mutate({ type: 'add', trans, values: rows, wantResults: true });
  rows.forEach((one, index) => {
    step.written.push({ seq: Number(results?.[index]), row: one });
  });
  if (isNew)
    await keepDepth(core, trans, { id: step.id, first: Number(results?.[0]), joins: '', at: step.at });
}

/** The newest actions stay, older ones go. */
async function keepDepth(core: DBCore, trans: DBCoreTransaction, added: Known): Promise<void> {
  sitting.push(added);
  if (sitting.length <= undoDepth) return;
  const from = sitting[0]?.first ?? 0;
  sitting = sitting.slice(-undoDepth);
  // Numbers are given without gaps, and a step's rows stand together.
  const keys = Array.from({ length: (sitting[0]?.first ?? from) - from }, (_one, index) => from + index);
  await core.table(undo).mutate({ type: 'delete', trans, keys });
}

async function forget(core: DBCore, step: Step, trans: DBCoreTransaction): Promise<void> {
  step.isOver = true;
  if (step.written.length === 0) return;
  const keys = step.written.map(({ seq }) => seq);
  await core.table(undo).mutate({ type: 'delete', trans, keys });
  sitting = sitting.filter(({ id }) => id !== step.id);
}

async function noteEvent(core: DBCore, step: Step, request: DBCoreMutateRequest): Promise<void> {
  if (request.type !== 'add') return;
  for (const { caseId, kind, data } of request.values as readonly TimelineEvent[]) {
    const event = { caseId, kind, data };
    const row: Row = { step: step.id, at: step.at, table: 'events', changes: [], event };
    if (step.id === '') step.waiting.push(row);
    else {
      await note(core, step, request.trans, row);
      await join(core, step, request.trans, `${kind} ${caseId}`, joined.has(kind));
    }
  }
}

/** Makes a step part of the one before it when both are files of one drop. */
async function join(
  core: DBCore,
  step: Step,
  trans: DBCoreTransaction,
  joins: string,
  isJoined: boolean,
): Promise<void> {
  const own = sitting.find(({ id }) => id === step.id);
  const last = sitting.at(-2);
  if (!isJoined || own === undefined || own !== sitting.at(-1)) return;
  own.joins = joins;
  if (last?.joins !== joins || step.at - last.at > joinWithinMs) return;
  last.at = step.at;
  sitting.pop();
  step.id = last.id;
  const values = step.written.map(({ seq, row }) => ({ ...row, seq, step: last.id }));
  await core.table(undo).mutate({ type: 'put', trans, values });
}
