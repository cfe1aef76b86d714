import { orderKey } from '#shared/domain/order';
import { nameKey } from '#shared/domain/evidence-name';
import { database } from './database';
import { rowsOfCase } from './trash-rows';
import type { CaseId } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';
import type { JournalKey } from '#shared/vault/journal';
import type { TrashEntry } from '#shared/domain/trash';

export type Buyer = { readonly platform: Platform; readonly buyerId: string };

/** A row with the place it lies in. */
export type PlacedRow = { readonly table: string; readonly key: JournalKey; readonly row: unknown };

/** The app's own books and what is derived: they hold nothing that is not told elsewhere, or clear by themselves. */
const books: ReadonlySet<string> = new Set(['outbox', 'vaultState', 'undo', 'blobs', 'thumbs', 'likenesses']);
/** Found by their case. */
const byCase: ReadonlySet<string> = new Set(['cases', 'events', 'trash']);

/** The cases of a buyer, those in the trash included. */
export async function caseIdsOf({ platform, buyerId }: Buyer): Promise<CaseId[]> {
  const { cases, trash } = database();
  const live = await cases.where('[platform+buyerId]').equals([platform, buyerId]).primaryKeys();
  const deleted = await trash.filter((entry) => isCaseOf(entry, { platform, buyerId })).toArray();
  return [...live, ...deleted.flatMap(({ caseId }) => caseId ?? [])];
}

function isCaseOf({ kind, rows }: TrashEntry, buyer: Buyer): boolean {
  return kind === 'case' && isOf(rows[0]?.row, buyer);
}

/** A row that names the buyer itself; one without a platform counts by the ID alone. */
function isOf(row: unknown, { platform, buyerId }: Buyer): boolean {
  const named = row as { readonly buyerId?: unknown; readonly platform?: unknown } | undefined;
  if (named?.buyerId !== buyerId) return false;
  return typeof named.platform !== 'string' || named.platform === platform;
}

/**
 * Every row that belongs to a buyer: cases with all that hangs on them and their histories, lines without a case, what
 * is in the trash, and what is kept under the buyer's name. Looks through every table, also one added tomorrow.
 */
export async function rowsOfBuyer(buyer: Buyer): Promise<PlacedRow[]> {
  const db = database();
  const ids = new Set<string>(await caseIdsOf(buyer));
  const found = new Map<string, PlacedRow>();
  const add = (table: string, row: unknown): void => {
    const key = db.table(table).core.schema.primaryKey.extractKey?.(row) as JournalKey;
    found.set(`${table} ${JSON.stringify(key)}`, { table, key, row });
  };
  for (const id of ids as Set<CaseId>) {
    const item = await db.cases.get(id);
    if (item !== undefined) add('cases', item);
    for (const { table, row } of await rowsOfCase(id)) add(table, row);
    for (const row of await db.events.where('[caseId+seq]').between([id, 0], [id, Infinity]).toArray()) {
      add('events', row);
    }
  }
  for (const entry of await db.trash.toArray()) {
    if (ids.has(entry.caseId ?? '') || entry.rows.some(({ row }) => isOf(row, buyer))) add('trash', entry);
  }
  const others = await hasOtherPlatform(buyer);
  const orders = ordersIn([...found.values()]);
  for (const table of db.tables) {
    if (books.has(table.name) || byCase.has(table.name)) continue;
    await table.each((row: unknown) => {
      const linked = (row as { readonly caseId?: unknown }).caseId;
      const named = table.name !== 'buyerFolders' && isOf(row, buyer) && (linked ?? null) === null;
      const mine = ids.has(String(linked)) || named || isOfOrder(row, orders, buyer, table.name);
      if (mine || isKeptUnder(table.name, row, buyer, { ids, orders }, others)) add(table.name, row);
    });
  }
  return [...found.values()];
}

/** Order numbers that stand in a buyer's own rows. */
export function ordersIn(rows: readonly PlacedRow[]): ReadonlySet<string> {
  const flat = rows.flatMap(({ table, row }): readonly unknown[] =>
    table === 'trash' ? (row as TrashEntry).rows.map((part) => part.row) : [row],
  );
  const orders = flat.flatMap((row) => (row as { readonly orderNo?: string }).orderNo ?? []);
  return new Set(orders.filter((one) => one !== ''));
}

/**
 * A row that names nobody and no case, but an order of this buyer's: a memo of a batch. An imported order is the
 * buyer's also when the platform calls the buyer otherwise there.
 */
function isOfOrder(row: unknown, orders: ReadonlySet<string>, { platform }: Buyer, table: string): boolean {
  const named = row as { orderNo?: string; buyerId?: unknown; caseId?: unknown; platform?: Platform };
  if (table === 'orders') {
    const { platform: where = platform, orderNo = '' } = named;
    return orders.has(orderNo) && orderKey(where, orderNo) === orderKey(platform, orderNo);
  }
  if ((named.caseId ?? null) !== null || named.buyerId !== undefined) return false;
  return orders.has(named.orderNo ?? '') && (named.platform ?? platform) === platform;
}

/** Rows that belong to one of these orders and to nobody else, in whatever table. */
export async function rowsOfOrders(orders: ReadonlySet<string>, buyer: Buyer): Promise<PlacedRow[]> {
  const found: PlacedRow[] = [];
  for (const table of database().tables) {
    if (books.has(table.name) || byCase.has(table.name)) continue;
    await table.each((row: unknown) => {
      if (!isOfOrder(row, orders, buyer, table.name)) return;
      const key = table.core.schema.primaryKey.extractKey?.(row) as JournalKey;
      found.push({ table: table.name, key, row });
    });
  }
  return found;
}

/** The same nick on another platform is another person who may share folder and counts. */
async function hasOtherPlatform({ platform, buyerId }: Buyer): Promise<boolean> {
  const all = await database().cases.where('buyerId').equals(buyerId).toArray();
  return all.some((item) => item.platform !== platform);
}

/** Rows whose key is made from the buyer's name. */
function isKeptUnder(
  table: string,
  row: unknown,
  { platform, buyerId }: Buyer,
  { ids, orders }: { readonly ids: ReadonlySet<string>; readonly orders: ReadonlySet<string> },
  shared: boolean,
): boolean {
  const { key = '' } = row as { readonly key?: string };
  switch (table) {
    case 'settings':
      return key === `buyerHour:${platform}:${buyerId}`;
    case 'drafts':
      return (
        [...ids, ...orders].some((id) => key.includes(id)) ||
        JSON.stringify(row).includes(JSON.stringify(buyerId))
      );
    case 'buyers':
      return key === `${platform}:${buyerId}`;
    case 'buyerFolders':
      return !shared && (row as { readonly buyerId?: unknown }).buyerId === buyerId;
    case 'counters':
      return !shared && key.startsWith(`evidence-${nameKey(buyerId)}-`);
    default:
      return false;
  }
}

/** A place where a word still stands. */
export type Mention = { readonly table: string; readonly caseId: CaseId | null; readonly count: number };

/** Where these words still stand in the database, whoever's row it is: in another buyer's remarks, say. */
export async function findMentions(words: readonly string[]): Promise<Mention[]> {
  const wanted = words.filter((word) => word.length >= 4);
  const found = new Map<string, Mention>();
  if (wanted.length === 0) return [];
  for (const table of database().tables) {
    if (books.has(table.name)) continue;
    await table.each((row: unknown) => {
      const text = JSON.stringify(row);
      if (!wanted.some((word) => text.includes(JSON.stringify(word).slice(1, -1)))) return;
      const own = row as { readonly id?: CaseId; readonly caseId?: CaseId | null };
      const caseId = table.name === 'cases' ? (own.id ?? null) : (own.caseId ?? null);
      const key = `${table.name} ${caseId ?? ''}`;
      found.set(key, { table: table.name, caseId, count: (found.get(key)?.count ?? 0) + 1 });
    });
  }
  return [...found.values()];
}
