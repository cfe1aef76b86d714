import { orderKey, type Order } from '#shared/domain/order';
import { mergeOrder, type Effect } from '#shared/imports/merge-order';
import { database } from './database';
import { calmLive } from './live';
import { makeId } from './make-id';
import type { Mapping } from '#shared/imports/order-fields';
import type { ImportedOrder } from '#shared/imports/read-orders';
import type { Platform } from '#shared/domain/platform';

/** What an import would do or has done with each order it tells of. */
export type ImportCount = Readonly<Record<Effect, number>>;

const none: ImportCount = { new: 0, changed: 0, same: 0 };
const atOnce = 250;

/** What these orders would be, in their order; nothing is changed. */
export async function previewOrders(
  orders: readonly ImportedOrder[],
  now: number,
): Promise<
  readonly { readonly effect: Effect; readonly order: Order; readonly before: Order | undefined }[]
> {
  const keys = orders.map(({ platform, orderNo }) => orderKey(platform, orderNo));
  const known = await database().orders.bulkGet(keys);
  return orders.map((next, index) => ({
    ...mergeOrder(known[index], next, now, () => makeId<'order'>(now)),
    before: known[index],
  }));
}

/**
 * Takes orders in: all of them or, when it fails or `signal` says stop, none. What an earlier import told the same
 * stays untouched, so that a second time changes nothing.
 * @param onProgress how many are done
 */
export async function importOrders(
  orders: readonly ImportedOrder[],
  now: number,
  {
    signal,
    onProgress = () => undefined,
  }: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
): Promise<ImportCount> {
  const db = database();
  const awake = calmLive();
  try {
    return await db.transaction('rw', db.orders, async () => {
      const count: Record<Effect, number> = { ...none };
      for (let from = 0; from < orders.length; from += atOnce) {
        signal?.throwIfAborted();
        const merged = await previewOrders(orders.slice(from, from + atOnce), now);
        for (const { effect } of merged) count[effect] += 1;
        const changed = merged.flatMap(({ effect, order }) => (effect === 'same' ? [] : [order]));
        if (changed.length > 0) await db.orders.bulkPut(changed);
        onProgress(Math.min(orders.length, from + atOnce));
      }
      return count;
    });
  } finally {
    awake();
  }
}

/** How the seller last mapped a file with these headings. */
export type KeptMapping = {
  readonly signature: string | null;
  readonly platform: Platform;
  readonly mapping: Mapping;
};

/** Headings are kept by their hash-like text; it names columns, nobody's data. */
const settingOf = (fingerprint: string): string => `orderMapping:${fingerprint}`;

export async function readOrderMapping(fingerprint: string): Promise<KeptMapping | undefined> {
  return (await database().settings.get(settingOf(fingerprint)))?.value as KeptMapping | undefined;
}

export async function keepOrderMapping(fingerprint: string, kept: KeptMapping): Promise<void> {
  await database().settings.put({ key: settingOf(fingerprint), value: kept });
}
