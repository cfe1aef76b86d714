import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type EntityTable,
  type Middleware,
  type ObservabilitySet,
} from 'dexie';
import type { CaseRecord } from './records';
import type { CaseStatus } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** What a search for text needs of a case, and no more: 100 000 of them have to fit into memory. */
type CaseLine = Pick<CaseRecord, 'id' | 'status' | 'nextSort' | 'createdAt' | 'updatedAt'> & {
  /** All that can be searched, in small letters. */
  readonly text: string;
};
export type LineSort = 'nextSort' | 'createdAt' | 'updatedAt';

/** Where the lines come from. */
export type LineSource = {
  /** The next rows after this id, in the order of their ids. */
  readonly readAfter: (id: string, count: number) => PromiseLike<readonly CaseRecord[]>;
  readonly readSome: (ids: readonly CaseId[]) => PromiseLike<readonly (CaseRecord | undefined)[]>;
};

export type CaseLines = {
  /** Reads all rows, some at a time, so that the window stays quick. Once is enough. */
  readonly warm: () => Promise<void>;
  /** These rows are being written: they are read anew before the next answer. */
  readonly mark: (ids: readonly CaseId[] | 'all') => void;
  /** Ids of the cases of a status whose text holds `text` (trimmed, small letters), sorted as the list of cases is. */
  readonly find: (status: CaseStatus, text: string, sort: LineSort) => Promise<CaseId[]>;
};

/** Rows read in one go: more would hold the window up for longer than a frame or two. */
const readAtOnce = 1000;
/** Nobody types it, so no text is found across two fields. */
const between = '\u0000';

function toLine({ id, status, nextSort, createdAt, updatedAt, ...item }: CaseRecord): CaseLine {
  const { buyerId, orderNo, newOrderNo = '', caseNo, product, description } = item;
  const fields = [buyerId, orderNo, newOrderNo, caseNo, product, description];
  return { id, status, nextSort, createdAt, updatedAt, text: fields.join(between).toLowerCase() };
}

/** The cases' searchable text in memory: looking at every row of the database took seconds where this takes a moment. */
export function createCaseLines(source: LineSource): CaseLines {
  let lines = new Map<CaseId, CaseLine>();
  const stale = new Set<CaseId>();
  const orders = new Map<LineSort, readonly CaseLine[]>();
  let reading: Promise<void> | null = null;

  async function readAll(): Promise<Map<CaseId, CaseLine>> {
    const found = new Map<CaseId, CaseLine>();
    let after = '';
    for (;;) {
      const rows = await source.readAfter(after, readAtOnce);
      for (const row of rows) found.set(row.id, toLine(row));
      const last = rows.at(-1);
      if (last === undefined || rows.length < readAtOnce) return found;
      after = last.id;
    }
  }

  function warm(): Promise<void> {
    if (reading !== null) return reading;
    const begun = readAll().then(
      (found) => {
        // Unless all is to be read anew by now.
        if (reading === begun) lines = found;
        orders.clear();
      },
      (error: unknown) => {
        if (reading === begun) reading = null;
        throw error;
      },
    );
    reading = begun;
    return begun;
  }

  /** Reading waits for the transactions that write these rows, so what comes is what they left, also when they failed. */
  async function freshen(): Promise<void> {
    if (stale.size === 0) return;
    const ids = [...stale];
    stale.clear();
    try {
      const rows = await source.readSome(ids);
      ids.forEach((id, index) => {
        const row = rows[index];
        if (row === undefined) lines.delete(id);
        else lines.set(id, toLine(row));
      });
    } catch (error) {
      for (const id of ids) stale.add(id);
      throw error;
    } finally {
      orders.clear();
    }
  }

  function inOrder(sort: LineSort): readonly CaseLine[] {
    const known = orders.get(sort);
    if (known !== undefined) return known;
    const way = sort === 'nextSort' ? 1 : -1;
    const sorted = [...lines.values()].sort((a, b) => {
      const apart = a[sort] - b[sort];
      return way * (apart === 0 ? (a.id < b.id ? -1 : 1) : apart);
    });
    orders.set(sort, sorted);
    return sorted;
  }

  return {
    warm,
    mark: (ids) => {
      if (ids === 'all') reading = null;
      else for (const id of ids) stale.add(id);
    },
    find: async (status, text, sort) => {
      await warm();
      await freshen();
      return inOrder(sort).flatMap((line) =>
        line.status === status && line.text.includes(text) ? [line.id] : [],
      );
    },
  };
}

type CaseDatabase = Dexie & { readonly cases: EntityTable<CaseRecord, 'id'> };

const ofDatabase = new Map<string, { readonly lines: CaseLines; readonly stop: () => void }>();

/** Gives a database that has just been opened its lines, empty until the first search or {@link CaseLines.warm}. */
export function keepCaseLines(db: CaseDatabase): void {
  dropCaseLines(db.name);
  const lines = createCaseLines({
    readAfter: (id, count) =>
      db.cases
        .where(':id')
        .above(id as CaseId)
        .limit(count)
        .toArray(),
    readSome: (ids) => db.cases.bulkGet([...ids]),
  });
  // What another window of the app wrote.
  const onMutated = (parts: ObservabilitySet): void => {
    const written = parts[`idb://${db.name}/cases/`];
    if (written !== undefined) lines.mark(keysIn(written));
  };
  Dexie.on('storagemutated', onMutated);
  const stop = (): void => {
    Dexie.on.storagemutated.unsubscribe(onMutated);
  };
  ofDatabase.set(db.name, { lines, stop });
}

function keysIn(set: ObservabilitySet[string]): readonly CaseId[] | 'all' {
  const ranges = [...(set as unknown as Iterable<{ readonly from: unknown; readonly to: unknown }>)];
  return ranges.every(({ from, to }) => typeof from === 'string' && from === to)
    ? ranges.map(({ from }) => from as CaseId)
    : 'all';
}

/** The lines of this database, which has to be open. */
export function caseLinesOf(name: string): CaseLines {
  const kept = ofDatabase.get(name);
  if (kept === undefined) throw new Error('The database is not open yet');
  return kept.lines;
}

/** Nothing of the cases stays in memory. */
export function dropCaseLines(name: string): void {
  ofDatabase.get(name)?.stop();
  ofDatabase.delete(name);
}

/** Tells the lines of every write to a case. It sits below all repositories, so no feature can forget it. */
export const caseLinesMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'caseLines',
  level: 3,
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      if (name !== 'cases') return table;
      return {
        ...table,
        mutate: (request) => {
          ofDatabase.get(core.schema.name)?.lines.mark(idsOf(request));
          return table.mutate(request);
        },
      };
    },
  }),
};

function idsOf(request: DBCoreMutateRequest): readonly CaseId[] | 'all' {
  if (request.type === 'deleteRange') return 'all';
  if (request.type === 'delete') return request.keys as CaseId[];
  return request.values.map((value: unknown) => (value as CaseRecord).id);
}
