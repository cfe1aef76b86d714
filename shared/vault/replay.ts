import { readMark, type JournalEntry, type JournalKey } from './journal';

/** A row as the journal left it; `row` is undefined when it was deleted. */
export type ReplayedRow = { readonly key: JournalKey; readonly row: unknown };
export type ReplayedTables = ReadonlyMap<string, ReadonlyMap<string, ReplayedRow>>;

export type Replay = {
  readonly apply: (entry: JournalEntry) => void;
  readonly tables: () => ReplayedTables;
  /** Whether a full copy was written to its end, so that nothing older is missing. */
  readonly isComplete: () => boolean;
  readonly lastSeq: () => number;
};

type Tables = Map<string, Map<string, ReplayedRow>>;

function write(tables: Tables, { table, key, op, row }: JournalEntry): void {
  let rows = tables.get(table);
  if (rows === undefined) tables.set(table, (rows = new Map()));
  rows.set(JSON.stringify(key), { key, row: op === 'put' ? row : undefined });
}

/**
 * Rebuilds all tables from journal entries in their order. Applying the same entries twice changes nothing. A full
 * copy replaces what was there before it only when it came to its end.
 */
export function createReplay(): Replay {
  let tables: Tables = new Map();
  let copy: Tables | null = null;
  let complete = false;
  let lastSeq = 0;
  return {
    apply: (entry) => {
      lastSeq = Math.max(lastSeq, entry.seq);
      const mark = readMark(entry);
      if (mark === null) {
        write(tables, entry);
        if (copy !== null) write(copy, entry);
      } else if (mark.baseline === 'begun') copy = new Map();
      else if (copy !== null) {
        tables = copy;
        copy = null;
        complete = true;
      }
    },
    tables: () => tables,
    isComplete: () => complete && copy === null,
    lastSeq: () => lastSeq,
  };
}

/** How many rows are there, per table. */
export function countRows(tables: ReplayedTables): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...tables].map(([name, rows]) => [
      name,
      [...rows.values()].filter(({ row }) => row !== undefined).length,
    ]),
  );
}
