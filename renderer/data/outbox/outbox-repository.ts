import { markTable, type BaselineMark } from '#shared/vault/journal';
import { now } from '../../platform/clock';
import { database, schemaNumber } from '../database';
import { makeId } from '../make-id';
import { isMirrored, toJournalRow } from './mirrored';
import type { StoreFacts } from '#shared/vault/exchange';
import type { OutboxRecord } from '../records';

export type PendingChange = OutboxRecord & { readonly seq: number };

/** Identity of this very database; made when first asked for. A database made anew has another one. */
export async function storeId(): Promise<string> {
  const { vaultState } = database();
  return database().transaction('rw', [vaultState], async () => {
    const known = await vaultState.get('storeId');
    if (known !== undefined) return String(known.value);
    const value = makeId<'store'>(now());
    await vaultState.put({ key: 'storeId', value });
    return value;
  });
}

/** Number of the newest change the vault has confirmed, 0 when none. */
export async function ackedSeq(): Promise<number> {
  return Number((await database().vaultState.get('acked'))?.value ?? 0);
}

async function headSeq(): Promise<number> {
  const [acked, last] = await Promise.all([ackedSeq(), database().outbox.orderBy(':id').last()]);
  return Math.max(acked, last?.seq ?? 0);
}

async function countRows(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of database().tables) if (isMirrored(table.name)) counts[table.name] = await table.count();
  return counts;
}

const countingTries = 3;

/**
 * What the sentinel keeps.
 * @param withCounts false where counting all rows would take too long; counts that rows changed under are left empty
 */
export async function storeFacts(withCounts: boolean): Promise<StoreFacts> {
  const id = await storeId();
  let head = await headSeq();
  for (let left = withCounts ? countingTries : 0; left > 0; left -= 1) {
    const [before, counts] = [head, await countRows()];
    head = await headSeq();
    if (head === before) return { storeId: id, schema: schemaNumber, headSeq: head, counts };
  }
  return { storeId: id, schema: schemaNumber, headSeq: head, counts: {} };
}

/** How many changes are committed here and not yet in the vault. */
export function countPending(): Promise<number> {
  return database().outbox.count();
}

/** The oldest changes the vault does not have yet. */
export async function readPending(limit: number): Promise<readonly PendingChange[]> {
  return (await database().outbox.orderBy(':id').limit(limit).toArray()) as PendingChange[];
}

/** Forgets changes the vault has on its disk. Doing it twice changes nothing. */
export async function acknowledge(seq: number): Promise<void> {
  const { outbox, vaultState } = database();
  await database().transaction('rw', [outbox, vaultState], async () => {
    await outbox.where(':id').belowOrEqual(seq).delete();
    if (seq > (await ackedSeq())) await vaultState.put({ key: 'acked', value: seq });
  });
}

/** The bytes of an original, or null when they cannot be read any more. */
export async function readBytes(sha256: string): Promise<Blob | null> {
  return (await database().blobs.get(sha256))?.blob ?? null;
}

const pageSize = 500;

/**
 * Puts a full copy of everything into the outbox, page by page, for a vault that is new or has a gap. Changes made
 * meanwhile come into the outbox by themselves, each after what they change.
 */
export async function enqueueBaseline(stop: AbortSignal): Promise<void> {
  const { outbox, tables } = database();
  const id = await storeId();
  await database().transaction('rw', [outbox], async () => {
    // All of it is in the tables and comes with the copy; deletions are told by what the copy leaves out.
    await outbox.clear();
    await outbox.add(mark({ baseline: 'begun', storeId: id }));
  });
  for (const table of tables) {
    if (!isMirrored(table.name)) continue;
    for (let last: unknown = null, full = true; full && !stop.aborted;) {
      const page = await database().transaction('rw', [table, outbox], async () => {
        const rows = await (last === null ? table.orderBy(':id') : table.where(':id').above(last))
          .limit(pageSize)
          .toArray();
        const keys = rows.map((row) => table.core.schema.primaryKey.extractKey?.(row) as OutboxRecord['key']);
        const time = now();
        await outbox.bulkAdd(
          rows.map((row: unknown, index) => ({
            time,
            table: table.name,
            key: keys[index] ?? '',
            op: 'put' as const,
            row: toJournalRow(table.name, row),
          })),
        );
        return keys;
      });
      last = page.at(-1);
      full = page.length === pageSize;
    }
  }
  if (stop.aborted) return;
  const { vaultState } = database();
  await database().transaction('rw', [outbox, vaultState], async () => {
    const value = await outbox.add(mark({ baseline: 'done', storeId: id }));
    await vaultState.put({ key: 'copied', value });
  });
}

/** Number of the end of the newest full copy, 0 when none came to its end. */
export async function copiedSeq(): Promise<number> {
  return Number((await database().vaultState.get('copied'))?.value ?? 0);
}

function mark(row: BaselineMark): OutboxRecord {
  return { time: now(), table: markTable, key: 'baseline', op: 'put', row };
}
