import { skuOf, titleOf, type Order, type OrderStage } from '#shared/domain/order';
import type { Platform } from '#shared/domain/platform';

export type OrderFilter = {
  readonly text: string;
  readonly platform: Platform | '';
  readonly stage: OrderStage | 'refund' | '';
};
export const everyOrder: OrderFilter = { text: '', platform: '', stage: '' };

/** All that can be searched of an order, in small letters, nothing found across two fields. */
function searchText(order: Order): string {
  const { orderNo, buyerId = '', waybill, memo, shopName } = order;
  return [orderNo, buyerId, titleOf(order), skuOf(order), waybill, memo, shopName]
    .join('\u0000')
    .toLowerCase();
}

const texts = new WeakMap<Order, string>();

/** The orders a filter lets through, in their order. Their texts are made once: a search runs at every key. */
export function filterOrders(
  orders: readonly Order[],
  { text, platform, stage }: OrderFilter,
): readonly Order[] {
  const wanted = text.trim().toLowerCase();
  return orders.filter((order) => {
    if (platform !== '' && order.platform !== platform) return false;
    if (stage === 'refund' ? order.refundStage !== 'open' : stage !== '' && order.stage !== stage)
      return false;
    if (wanted === '') return true;
    let found = texts.get(order);
    if (found === undefined) texts.set(order, (found = searchText(order)));
    return found.includes(wanted);
  });
}
