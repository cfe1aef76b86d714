import { skuOf, titleOf, type Order } from '#shared/domain/order';
import { database } from './database';
import type { OrderId } from '#shared/domain/ids';

/** Rows looked at in one go; more would hold the window up. */
const readAtOnce = 500;

/**
 * The first few orders that hold a text (order number, buyer, product, variant, waybill); none for an empty one. An
 * order number typed whole is found by its index, before anything else is read.
 */
export async function searchOrders(text: string, limit: number): Promise<Order[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const { orders } = database();
  const exact = await orders.where('orderNo').equals(text.trim()).toArray();
  if (exact.length > 0) return exact;
  const found: Order[] = [];
  for (let last = '' as OrderId; found.length < limit;) {
    const page = await orders.where('id').above(last).limit(readAtOnce).toArray();
    found.push(...page.filter((order) => textOf(order).includes(wanted)));
    const end = page.at(-1);
    if (end === undefined || page.length < readAtOnce) break;
    last = end.id;
  }
  return found.slice(0, limit);
}

function textOf(order: Order): string {
  const { orderNo, buyerId = '', waybill } = order;
  return [orderNo, buyerId, titleOf(order), skuOf(order), waybill].join('\u0000').toLowerCase();
}
