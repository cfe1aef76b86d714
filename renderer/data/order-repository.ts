import { AppError } from '#shared/errors';
import {
  orderKey,
  placedAt,
  productKey,
  type EntryTicks,
  type Order,
  type OrderKind,
  type ProductPicture,
} from '#shared/domain/order';
import { database } from './database';
import { keepBytes } from './evidence-repository';
import { removeUnusedBytes } from './remove-bytes';
import { readScriptPicture } from './script-repository';
import type { Case } from '#shared/domain/case';
import type { OrderId, Sha256 } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';

/** Rows read in one go: more would hold the window up for longer than a frame or two. */
const readAtOnce = 500;

/** All orders, the newest first, read page by page. */
export async function listOrders(): Promise<Order[]> {
  const found: Order[] = [];
  for (let last = '' as OrderId; ;) {
    const page = await database().orders.where('id').above(last).limit(readAtOnce).toArray();
    found.push(...page);
    const end = page.at(-1);
    if (end === undefined || page.length < readAtOnce) break;
    last = end.id;
  }
  return found.sort((a, b) => placedAt(b) - placedAt(a) || (a.orderNo < b.orderNo ? 1 : -1));
}

export async function getOrder(key: string): Promise<Order | undefined> {
  return database().orders.get(key);
}

/** The order with this number, of this platform when it is given; undefined when no export told of it. */
export async function findOrder(orderNo: string, platform?: Platform): Promise<Order | undefined> {
  if (orderNo === '') return undefined;
  const { orders } = database();
  if (platform !== undefined) return orders.get(orderKey(platform, orderNo));
  return orders.where('orderNo').equals(orderNo).first();
}

/** How many cases each of these order numbers has, for the rows in sight. */
export async function countCasesOf(orderNos: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { cases } = database();
  // One by one: behind the app lock only whole numbers can be looked up.
  const counts = await Promise.all(
    orderNos.map(async (orderNo) => [orderNo, await cases.where('orderNo').equals(orderNo).count()] as const),
  );
  return new Map(counts);
}

/** Every case of an order, open and closed, oldest first (R132). */
export async function casesOfOrder({ platform, orderNo }: Order): Promise<Case[]> {
  const { cases } = database();
  const own = await cases.where('orderNo').equals(orderNo).toArray();
  const key = orderKey(platform, orderNo);
  return own
    .filter((item) => orderKey(item.platform, item.orderNo) === key)
    .sort((a, b) => a.createdAt - b.createdAt);
}

async function change(key: string, part: (order: Order) => Partial<Order>, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', db.orders, async () => {
    const order = await db.orders.get(key);
    if (order === undefined) throw new AppError('notFound', { what: 'order' });
    await db.orders.put({ ...order, ...part(order), updatedAt: now });
  });
}

/** The seller says what kind of order it is (R128); imports leave that from now on. Throws `notFound`. */
export function setOrderKind(key: string, kind: OrderKind, now: number): Promise<void> {
  return change(key, () => ({ kind, kindSet: true }), now);
}

/** Ticks or unticks a check before the order is made or packed (R77). Throws `notFound`. */
export function setEntryChecks(key: string, entry: EntryTicks, now: number): Promise<void> {
  return change(key, () => ({ entry }), now);
}

/** The picture of an order's product (R127), with its bytes' record; undefined while there is none. */
export async function productPictureOf(order: Order): Promise<ProductPicture | undefined> {
  return database().productPictures.get(productKey(order));
}

/** The bytes of a product's picture, from the vault when they are damaged here. Throws `notFound`. */
export function readProductPicture(picture: ProductPicture): Promise<Blob> {
  return readScriptPicture(picture);
}

/** Gives a product its picture, on this and every other order of it; the one before goes. */
export async function saveProductPicture(
  order: Order,
  { sha256, mime, blob }: { readonly sha256: Sha256; readonly mime: string; readonly blob: Blob },
  now: number,
): Promise<void> {
  const db = database();
  const key = productKey(order);
  await db.transaction('rw', db.tables, async () => {
    const before = await db.productPictures.get(key);
    await keepBytes(sha256, blob);
    await db.productPictures.put({ key, sha256, mime, at: now });
    if (before !== undefined && before.sha256 !== sha256) await removeUnusedBytes([before]);
  });
}

/** Takes a product's picture away. */
export async function removeProductPicture(order: Order): Promise<void> {
  const db = database();
  await db.transaction('rw', db.tables, async () => {
    const before = await db.productPictures.get(productKey(order));
    if (before === undefined) return;
    await db.productPictures.delete(before.key);
    await removeUnusedBytes([before]);
  });
}

/** Takes orders out of the books; their cases stay. Can be taken back like any action. @returns how many were there */
export async function removeOrders(keys: readonly string[]): Promise<number> {
  const db = database();
  return db.transaction('rw', db.orders, async () => {
    const there = (await db.orders.bulkGet([...keys])).flatMap((one) => (one === undefined ? [] : [one.key]));
    await db.orders.bulkDelete(there);
    return there.length;
  });
}
