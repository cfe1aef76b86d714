import { database } from './database';
import type { TrashEntry, TrashKind } from '#shared/domain/trash';
import type { CaseId } from '#shared/domain/ids';
import type { JournalKey } from '#shared/vault/journal';

/** Where the kinds lie while they are not in the trash. */
export const tableOfKind: Readonly<Record<TrashKind, string>> = {
  case: 'cases',
  evidence: 'evidence',
  note: 'orderNotes',
  wrongShipment: 'wrongShipments',
  person: 'people',
  review: 'reviews',
  penalty: 'penalties',
};

/** Tables that hold nothing of a case to take along: its history stays, the books are the app's own. */
const staying: ReadonlySet<string> = new Set(['events', 'trash', 'undo', 'outbox', 'cases']);

/** Tables whose rows belong to a case, told by their index; also those added tomorrow. */
export function tablesOfCase(): string[] {
  return database()
    .tables.filter(({ name, schema }) => {
      const paths = schema.indexes.map(({ keyPath }) => (Array.isArray(keyPath) ? keyPath[0] : keyPath));
      return !staying.has(name) && paths.includes('caseId');
    })
    .map(({ name }) => name);
}

/** Every row of a case but its history. */
export async function rowsOfCase(caseId: CaseId): Promise<{ table: string; row: unknown }[]> {
  const found: { table: string; row: unknown }[] = [];
  for (const name of tablesOfCase()) {
    const table = database().table<{ readonly caseId: CaseId }>(name);
    const plain = table.schema.indexes.some(({ keyPath }) => keyPath === 'caseId');
    const compound = table.schema.indexes.find(
      ({ keyPath }) => Array.isArray(keyPath) && keyPath[0] === 'caseId',
    );
    const rows = plain
      ? table.where('caseId').equals(caseId)
      : table.where(compound?.name ?? 'caseId').between([caseId], [caseId, []]);
    for (const row of await rows.toArray()) found.push({ table: name, row });
  }
  return found;
}

type Known = {
  readonly id: string;
  readonly caseId?: CaseId | null;
  readonly buyerId?: string;
  readonly caseNo?: string;
  readonly fileName?: string;
  readonly text?: string;
  readonly sent?: string;
  readonly reason?: string;
  readonly name?: string;
  readonly company?: string;
  readonly sample?: boolean;
};

/**
 * Moves a row, and for a case everything that belongs to it, into the trash. Call inside a transaction over `trash`
 * and the tables it takes from.
 * @returns the entry, or null when the row is not there or its table has no trash
 */
export async function keepInTrash(table: string, key: JournalKey, now: number): Promise<TrashEntry | null> {
  const db = database();
  const kind = (Object.keys(tableOfKind) as TrashKind[]).find((one) => tableOfKind[one] === table);
  if (kind === undefined) return null;
  const row = await db.table<Known, JournalKey>(table).get(key);
  if (row === undefined) return null;
  const caseId = kind === 'case' ? (row.id as CaseId) : (row.caseId ?? null);
  const others = kind === 'case' ? await rowsOfCase(row.id as CaseId) : [];
  const owner = caseId === null ? undefined : await db.cases.get(caseId);
  const entry: TrashEntry = {
    id: row.id,
    kind,
    caseId,
    buyerId: row.buyerId ?? owner?.buyerId ?? '',
    title: (
      row.caseNo ??
      row.fileName ??
      row.text ??
      row.sent ??
      row.reason ??
      (row.name || row.company) ??
      ''
    ).slice(0, 80),
    rows: [{ table, row }, ...others],
    sample: row.sample ?? false,
    deletedAt: now,
  };
  await db.trash.put(entry);
  for (const one of entry.rows) {
    const from = db.table<unknown, JournalKey>(one.table);
    await from.delete(from.core.schema.primaryKey.extractKey?.(one.row) as JournalKey);
  }
  return entry;
}
