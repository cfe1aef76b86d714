import { aliasOf, anonymiseRow, findNumbers } from '#shared/domain/anonymise';
import { retentionLimit } from '#shared/domain/privacy';
import { database } from './database';
import { makeId } from './make-id';
import {
  caseIdsOf,
  findMentions,
  ordersIn,
  rowsOfBuyer,
  rowsOfOrders,
  type Buyer,
  type Mention,
} from './privacy-rows';
import { removeUnusedBytes } from './remove-bytes';
import { appendEvent } from './timeline-repository';
import { rowsOfCase } from './trash-rows';
import type { CaseId } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';
import type { Evidence } from '#shared/domain/evidence';
import type { JournalKey } from '#shared/vault/journal';
import type { CaseRecord } from './records';

/** Tables whose rows stay as figures when a case is anonymised; everything else of it goes. */
const figures: ReadonlySet<string> = new Set([
  'wrongShipments',
  'commitments',
  'inspections',
  'weighings',
  'costs',
  'claims',
  'deadlines',
  'reviews',
  'penalties',
  'rewards',
]);

/** What there is of a buyer, or what an anonymisation takes. */
export type PrivacyCount = {
  readonly cases: number;
  readonly evidence: number;
  /** Bytes of the evidence. */
  readonly bytes: number;
  /** Rows of every kind, histories included. */
  readonly rows: number;
};

/** Buyers whose ID contains a text, at most `limit`; all for an empty one. */
export async function findBuyers(text: string, limit: number): Promise<(Buyer & { cases: number })[]> {
  const wanted = text.trim().toLowerCase();
  const keys = (await database().cases.orderBy('[platform+buyerId]').uniqueKeys()) as unknown as Buyer[];
  const found: (Buyer & { cases: number })[] = [];
  for (const key of keys) {
    const [platform, buyerId] = key as unknown as [Buyer['platform'], string];
    if (!buyerId.toLowerCase().includes(wanted)) continue;
    found.push({ platform, buyerId, cases: (await caseIdsOf({ platform, buyerId })).length });
    if (found.length >= limit) break;
  }
  return found;
}

function count(rows: readonly { readonly table: string; readonly row: unknown }[]): PrivacyCount {
  const flat = rows.flatMap((one) =>
    one.table === 'trash' ? (one.row as { rows: { table: string; row: unknown }[] }).rows : [one],
  );
  const evidence = flat.filter(({ table }) => table === 'evidence').map(({ row }) => row as Evidence);
  return {
    cases: flat.filter(({ table }) => table === 'cases').length,
    evidence: evidence.length,
    bytes: evidence.reduce((sum, { size }) => sum + size, 0),
    rows: flat.length,
  };
}

/** What would go with a buyer. */
export async function previewBuyer(buyer: Buyer): Promise<PrivacyCount> {
  return count(await rowsOfBuyer(buyer));
}

/** Everything kept of a buyer, row by row, for the buyer's own copy. */
export async function exportBuyer(buyer: Buyer): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables: Record<string, unknown[]> = {};
  for (const { table, row } of await rowsOfBuyer(buyer)) (tables[table] ??= []).push(row);
  return tables;
}

/** What a deletion leaves to be told. */
export type Deletion = PrivacyCount & {
  /** Words to look for in files: the ID, order numbers and phone numbers that stood in the rows. */
  readonly words: readonly string[];
  /** Rows of others that still name the buyer. */
  readonly mentions: readonly Mention[];
};

/** Deletes everything of a buyer for good: no trash, no undo. Rows of others that name the buyer are only told. */
export async function deleteBuyer(buyer: Buyer): Promise<Deletion> {
  const db = database();
  return db.transaction('rw', db.tables, async () => {
    const rows = await rowsOfBuyer(buyer);
    const text = JSON.stringify(rows.map(({ row }) => row));
    const words = [...new Set([buyer.buyerId, ...ordersIn(rows), ...findNumbers(text)])];
    for (const { table, key } of rows) await db.table<unknown, JournalKey>(table).delete(key);
    await removeUnusedBytes(rows.map(({ row }) => row));
    await db.undo.clear();
    return { ...count(rows), words, mentions: await findMentions(words) };
  });
}

/** Closed cases that nobody has touched for so many months and that still name their buyer. */
export async function listDue(months: number, now: number): Promise<CaseRecord[]> {
  return database()
    .cases.where('[status+updatedAt]')
    .between(['closed', 0], ['closed', retentionLimit(months, now)])
    .filter(({ anonymisedAt }) => anonymisedAt === undefined)
    .toArray();
}

/** What anonymising would take from the cases that are due. */
export async function previewDue(months: number, now: number): Promise<PrivacyCount> {
  const due = await listDue(months, now);
  const rows: { table: string; row: unknown }[] = due.map((row) => ({ table: 'cases', row }));
  for (const { id } of due) rows.push(...(await rowsOfCase(id)));
  return count(rows);
}

/**
 * Anonymises cases for good: buyer, order number, texts, evidence and history go; kinds, amounts, dates, products and
 * losses stay for the figures. The history starts anew with one line that says so.
 * @returns how many were done
 */
export async function anonymiseCases(ids: readonly CaseId[], now: number): Promise<number> {
  const db = database();
  return db.transaction('rw', db.tables, async () => {
    const aliases = new Map<string, string>();
    const buyers = new Map<string, Buyer>();
    const orders = new Map<Platform, Set<string>>();
    const gone: unknown[] = [];
    let done = 0;
    for (const id of ids) {
      const item = await db.cases.get(id);
      if (item === undefined || item.anonymisedAt !== undefined) continue;
      const { platform, buyerId } = item;
      const alias = aliases.get(`${platform}:${buyerId}`) ?? aliasOf(makeId(now).slice(-6));
      aliases.set(`${platform}:${buyerId}`, alias);
      buyers.set(`${platform}:${buyerId}`, { platform, buyerId });
      if (item.orderNo !== '') orders.set(platform, (orders.get(platform) ?? new Set()).add(item.orderNo));
      gone.push(...(await anonymiseCase(item, alias, now)));
      done += 1;
    }
    for (const [platform, numbers] of orders) {
      const rows = await rowsOfOrders(numbers, { platform, buyerId: '' });
      for (const { table, key } of rows) await db.table<unknown, JournalKey>(table).delete(key);
    }
    for (const [key, buyer] of buyers) await forgetBuyerIfAlone(buyer, aliases.get(key) ?? '');
    await removeUnusedBytes(gone);
    await db.undo.clear();
    return done;
  });
}

/** @returns the rows that went */
async function anonymiseCase(item: CaseRecord, alias: string, now: number): Promise<unknown[]> {
  const db = database();
  const gone: unknown[] = [];
  const words = [item.buyerId, item.orderNo, item.newOrderNo ?? ''];
  for (const { table, row } of await rowsOfCase(item.id)) {
    const place = db.table<unknown, JournalKey>(table);
    if (figures.has(table)) await place.put(anonymiseRow(row, alias, words));
    else {
      gone.push(row);
      await place.delete(place.core.schema.primaryKey.extractKey?.(row) as JournalKey);
    }
  }
  const parts = await db.trash.filter(({ caseId }) => caseId === item.id).toArray();
  gone.push(...parts);
  await db.trash.bulkDelete(parts.map(({ id }) => id));
  const history = db.events.where('[caseId+seq]').between([item.id, 0], [item.id, Infinity]);
  const lines = await history.count();
  await history.delete();
  await appendEvent(item.id, 'anonymised', { count: lines }, now);
  await db.drafts.filter(({ key }) => key.includes(item.id)).delete();
  await db.cases.put({ ...anonymiseRow(item, alias, words), anonymisedAt: now });
  return gone;
}

/** What is kept under a buyer's name goes with the last case that names the buyer. */
async function forgetBuyerIfAlone(buyer: Buyer, alias: string): Promise<void> {
  if ((await caseIdsOf(buyer)).length > 0) return;
  for (const { table, key, row } of await rowsOfBuyer(buyer)) {
    // Lines without a case are figures.
    const place = database().table<unknown, JournalKey>(table);
    if (figures.has(table)) await place.put(anonymiseRow(row, alias, [buyer.buyerId]));
    else await place.delete(key);
  }
}
