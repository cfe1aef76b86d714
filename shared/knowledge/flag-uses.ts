import type { Words } from '../domain/playbook';

/** What a memo is about, as far as its flag is concerned (R29, R35). */
export const flagUseIds = [
  'afterSales',
  'wrongShipment',
  'undeliverable',
  'dispute',
  'invoice',
  'outOfStock',
  'message',
] as const;
export type FlagUse = (typeof flagUseIds)[number];

const words: Readonly<Record<FlagUse, Words>> = {
  afterSales: { zh: '退换、退款', en: 'Returns and refunds' },
  wrongShipment: { zh: '发错、缺件、补发', en: 'Wrong or missing goods' },
  undeliverable: { zh: '送不到、拒收、丢件', en: 'Delivery trouble' },
  dispute: { zh: '介入、投诉、评价', en: 'Disputes and reviews' },
  invoice: { zh: '发票', en: 'Invoices' },
  outOfStock: { zh: '缺货', en: 'Out of stock' },
  message: { zh: '留言', en: 'Messages' },
};

export const flagUses: readonly { readonly id: FlagUse; readonly title: Words }[] = flagUseIds.map((id) => ({
  id,
  title: words[id],
}));

/** What the one colour means that a shop starts with. */
export const shippedMeaning: Words = { zh: '售后', en: 'After-sales' };
