import { orderFamily } from '#shared/knowledge/order-families';
import { formatYuan } from '#shared/domain/money';
import { paidOf, quantityOf, skuOf, titleOf, type Order } from '#shared/domain/order';
import { usualGoods } from '#shared/knowledge/goods';
import { emptyCaseDraft, type CaseDraft } from './case-draft';
import type { Shop } from '#shared/domain/shop';

/** What an order says of a case: who, where, what, how much. */
export function factsOfOrder(order: Order): Partial<CaseDraft> {
  const paid = paidOf(order);
  return {
    platform: order.platform,
    orderNo: order.orderNo,
    product: productWords(order),
    ...(order.buyerId === undefined ? {} : { buyerId: order.buyerId }),
    ...(paid === null ? {} : { amount: formatYuan(paid) }),
  };
}

/** `针织开衫 杏色 S × 2` */
function productWords(order: Order): string {
  const quantity = quantityOf(order);
  const count = quantity === null || quantity <= 1 ? '' : ` × ${quantity}`;
  const sku = skuOf(order);
  return `${titleOf(order)}${sku === '' ? '' : ` ${sku}`}${count}`.slice(0, 300);
}

/** The facts of an order for the fields that are still empty; what the seller typed stays. */
export function fillFrom(draft: CaseDraft, order: Order, shops: readonly Shop[]): Partial<CaseDraft> {
  const facts = factsOfOrder(order);
  const filled: Partial<Record<'buyerId' | 'product' | 'amount', string>> = {};
  for (const field of ['buyerId', 'product', 'amount'] as const) {
    const told = facts[field] ?? '';
    if (draft[field].trim() === '' && told !== '') filled[field] = told;
  }
  return { ...filled, ...placeOf(draft, order, shops) };
}

/** The shop of the order's platform, the one named as in the export when there are several. */
export function placeOf(
  draft: Pick<CaseDraft, 'shopId' | 'platform'>,
  { platform, shopName }: Pick<Order, 'platform' | 'shopName'>,
  shops: readonly Shop[],
): Partial<CaseDraft> {
  const chosen = shops.find(({ id }) => id === draft.shopId);
  // Tables of one family look alike: the shop the seller chose is right.
  const fits = (shop: Shop): boolean => shop.platform === platform || orderFamily(shop.platform) === platform;
  if (shops.length === 0) return draft.platform === platform ? {} : { platform };
  if (chosen !== undefined && fits(chosen) && (shopName === '' || chosen.name === shopName)) return {};
  const able = shops.filter(fits);
  const best =
    able.find(({ name }) => name === shopName) ?? (able.some((one) => one === chosen) ? chosen : able[0]);
  return best === undefined || best.id === draft.shopId ? {} : { shopId: best.id };
}

/** The draft a form begins with when it is opened from an order. */
export function startDraft(facts: Partial<CaseDraft>): CaseDraft {
  const type = facts.type ?? emptyCaseDraft.type;
  return { ...emptyCaseDraft, goods: usualGoods[type], ...facts };
}
