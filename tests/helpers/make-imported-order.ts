import type { ImportedOrder } from '#shared/imports/read-orders';

/** What a file may say of an order of Pinduoduo; empty facts say nothing. */
export function makeImportedOrder(
  facts: Partial<ImportedOrder> & Pick<ImportedOrder, 'orderNo'>,
): ImportedOrder {
  return {
    platform: 'pdd',
    shopName: '',
    buyerId: '',
    title: '针织开衫',
    sku: '',
    quantity: null,
    paidFen: null,
    freightFen: null,
    lines: [],
    itemId: '',
    kind: null,
    status: '',
    refund: '',
    createdAt: null,
    paidAt: null,
    shippedAt: null,
    doneAt: null,
    courier: '',
    waybill: '',
    buyerMessage: '',
    memo: '',
    flag: null,
    line: 2,
    doubtful: false,
    ...facts,
  };
}
