import { type ObjectRow, objectTable } from '#shared/vault/exchange';
import { type JournalEntry, type JournalKey, readMark } from '#shared/vault/journal';
import { createReplay } from '#shared/vault/replay';
import { isSealedRow } from '../lock/journal-seal';

/** Makes an entry readable that was written with the app lock on. */
export type Unseal = (entry: JournalEntry) => JournalEntry;

/** Number of a line in the order of reading; takes a row's place, so that memory does not grow with the rows. */
export type Ordinal = number;

export type State = ReturnType<typeof newState>;

/** Stands for rows whose key is not here: each keeps a place of its own until a full copy replaces it. */
export const lockedTable = '$locked';

/** What reading a vault has found so far. @param unseal leaves an entry sealed when its key is not here */
export function newState(unseal: Unseal) {
  const replay = createReplay();
  const objects = new Map<Ordinal, ObjectRow>();
  const deletedAt = new Map<string, number>();
  let count = 0;
  let storeId: string | null = null;
  let schema: number | null = null;
  return {
    replay,
    deletedAt,
    storeId: () => storeId,
    schema: () => schema,
    next: (): Ordinal => count++,
    total: () => count,
    apply: (written: JournalEntry, ordinal: Ordinal) => {
      const entry = unseal(written);
      if (isSealedRow(entry.row)) {
        replay.apply({ ...entry, table: lockedTable, key: String(ordinal), op: 'put', row: ordinal });
        return;
      }
      const mark = readMark(entry);
      if (mark !== null) {
        storeId = mark.storeId;
        replay.apply(entry);
        return;
      }
      if (entry.op === 'delete') deletedAt.set(nameOf(entry.table, entry.key), entry.time);
      else if (entry.table === objectTable) objects.set(ordinal, entry.row as ObjectRow);
      else if (entry.table === 'settings' && entry.key === 'schemaNumber') {
        schema = Number((entry.row as { readonly value?: unknown }).value) || null;
      }
      replay.apply({ ...entry, row: ordinal });
    },
    objects: (): ReadonlyMap<string, ObjectRow> => {
      const rows = [...(replay.tables().get(objectTable)?.values() ?? [])];
      return new Map(
        rows.flatMap(({ row }) => {
          const object = row === undefined ? undefined : objects.get(row as Ordinal);
          return object === undefined ? [] : [[object.sha256, object] as const];
        }),
      );
    },
  };
}

/** A row's name across tables. */
export function nameOf(table: string, key: JournalKey): string {
  return `${table} ${JSON.stringify(key)}`;
}
