import type { CaseType, GoodsState } from '../domain/case';

/** Where the goods usually are when a case of this type begins (R64). Proposed by the form; the seller's word wins. */
export const usualGoods: Readonly<Record<CaseType, GoodsState>> = {
  unshippedRefund: 'unpacked',
  inTransitRefund: 'inTransit',
  returnRefund: 'received',
  refundOnly: 'received',
  partialRefund: 'received',
  exchange: 'received',
  reship: 'received',
  wrongShipment: 'received',
  shortage: 'received',
  damage: 'received',
  lost: 'inTransit',
  undeliverable: 'returning',
  refused: 'returning',
  repair: 'received',
  intervention: 'received',
  complaint: 'received',
  review: 'received',
  outOfStock: 'unpacked',
  invoice: 'received',
  message: 'unknown',
};

/** What the state of the goods tells of the order; what is not named cannot be told from it. */
export const toldByGoods: Readonly<
  Record<GoodsState, { readonly shipped?: boolean; readonly signed?: boolean }>
> = {
  unpacked: { shipped: false, signed: false },
  packed: { shipped: false, signed: false },
  inTransit: { shipped: true, signed: false },
  received: { shipped: true, signed: true },
  // Sent back by the buyer or turned away at the door.
  returning: { shipped: true },
  returned: { shipped: true },
  damaged: { shipped: true },
  unknown: {},
};
