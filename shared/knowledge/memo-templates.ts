import { cleanValue } from '../domain/script';
import type { Case, CaseType } from '../domain/case';
import type { FlagUse } from './flag-uses';

/**
 * The content of an order memo, ready to fill in. A blank is a name in braces, `{原因}`; the name is what the seller
 * reads beside the field, so each language has its own. Operator and date are added by `composeMemo` (R28).
 */
export type MemoTemplate = {
  readonly id: string;
  /** Case types it is offered for first. */
  readonly for: readonly CaseType[];
  readonly text: Readonly<Record<'zh-CN' | 'en', string>>;
  /** Requirement row it comes from. */
  readonly source: string;
  /** What its flag stands for; `afterSales` when not said. */
  readonly use?: FlagUse;
};

/** Where a blank's first value comes from; the rest start empty. */
export const blankSources: Readonly<Record<string, 'description' | 'product' | 'amountFen'>> = {
  原因: 'description',
  reason: 'description',
  商品: 'product',
  item: 'product',
  金额: 'amountFen',
  amount: 'amountFen',
} satisfies Record<string, keyof Case>;

/** Templates per case type. Returns, exchanges and refunds always ask for the reason (R182). */
export const memoTemplates: readonly MemoTemplate[] = [
  {
    id: 'returnQuality',
    for: ['returnRefund', 'damage'],
    text: {
      'zh-CN': '退货退款 质量问题 {原因}，来回运费店铺承担',
      en: 'Return and refund, quality: {reason}; shop bears both freights',
    },
    source: 'R28',
  },
  {
    id: 'returnNoReason',
    for: ['returnRefund'],
    text: {
      'zh-CN': '退货退款 非质量问题 {原因}，运费买家承担',
      en: 'Return and refund, not quality: {reason}; buyer bears freight',
    },
    source: 'R28',
  },
  {
    id: 'exchangeQuality',
    for: ['exchange'],
    text: {
      'zh-CN': '换货 质量问题 {原因}，换 {换成什么}，收到退货后发出',
      en: 'Exchange, quality: {reason}; for {new item}, sent once the return is here',
    },
    source: 'R28',
  },
  {
    id: 'exchangeNoReason',
    for: ['exchange'],
    text: {
      'zh-CN': '换货 非质量问题 {原因}，换 {换成什么}，补邮费链接已付',
      en: 'Exchange, not quality: {reason}; for {new item}, postage link paid',
    },
    source: 'R14',
  },
  {
    id: 'refundOnly',
    for: ['refundOnly'],
    text: { 'zh-CN': '仅退款 {原因}，退 {金额} 元', en: 'Refund only: {reason}; ¥{amount}' },
    source: 'R28',
  },
  {
    id: 'partialRefund',
    for: ['partialRefund', 'damage'],
    text: {
      'zh-CN': '部分退款 {原因}，退 {退多少} 元，不退货',
      en: 'Partial refund: {reason}; ¥{refund}, goods kept',
    },
    source: 'R28',
  },
  {
    id: 'unshippedRefund',
    for: ['unshippedRefund', 'outOfStock'],
    text: {
      'zh-CN': '未发货退款 {原因}，包裹已拦下',
      en: 'Refund before shipping: {reason}; parcel held back',
    },
    source: 'R28',
  },
  {
    id: 'intercept',
    for: ['inTransitRefund'],
    text: {
      'zh-CN': '在途退款 {原因}，已发起拦截，单号 {运单号}',
      en: 'Refund in transit: {reason}; intercept asked, {waybill}',
    },
    source: 'R170',
  },
  {
    id: 'reship',
    use: 'wrongShipment',
    for: ['reship', 'lost'],
    text: {
      'zh-CN': '补发 {商品}，{原因}，新单号 {运单号}',
      en: 'Reship {item}: {reason}; new waybill {waybill}',
    },
    source: 'R28',
  },
  {
    id: 'wrongShipment',
    use: 'wrongShipment',
    for: ['wrongShipment'],
    text: {
      'zh-CN': '发错货 {原因}，{怎么补救}，已登记发错货',
      en: 'Sent wrong: {reason}; {remedy}, logged',
    },
    source: 'R30',
  },
  {
    id: 'shortage',
    use: 'wrongShipment',
    for: ['shortage'],
    text: {
      'zh-CN': '缺件 {原因}，已核对发货清单，{怎么补救}',
      en: 'Parts missing: {reason}; packing list checked, {remedy}',
    },
    source: 'R32',
  },
  {
    id: 'lost',
    use: 'undeliverable',
    for: ['lost'],
    text: { 'zh-CN': '丢件 {快递} 已确认，{怎么补救}', en: 'Lost: confirmed by {courier}, {remedy}' },
    source: 'R28',
  },
  {
    id: 'undeliverable',
    use: 'undeliverable',
    for: ['undeliverable', 'refused'],
    text: {
      'zh-CN': '因快递不到退回，已改发 EMS，新单号 {运单号}',
      en: 'Came back, courier does not deliver there; re-sent by EMS, {waybill}',
    },
    source: 'R35',
  },
  {
    id: 'refused',
    use: 'undeliverable',
    for: ['refused'],
    text: { 'zh-CN': '拒收 {原因}，等退回验货后退款', en: 'Refused: {reason}; refund after inspection' },
    source: 'R28',
  },
  {
    id: 'repair',
    for: ['repair'],
    text: { 'zh-CN': '维修 {原因}，费用 {谁} 承担', en: 'Repair: {reason}; paid by {who}' },
    source: 'R28',
  },
  {
    id: 'intervention',
    use: 'dispute',
    for: ['intervention', 'complaint'],
    text: { 'zh-CN': '平台介入 {原因}，已举证', en: 'Platform intervened: {reason}; evidence submitted' },
    source: 'R28',
  },
  {
    id: 'complaint',
    use: 'dispute',
    for: ['complaint', 'review'],
    text: {
      'zh-CN': '投诉/评价 {原因}，已联系买家，{怎么处理}',
      en: 'Complaint or review: {reason}; buyer contacted, {handling}',
    },
    source: 'R28',
  },
  {
    id: 'outOfStock',
    use: 'outOfStock',
    for: ['outOfStock'],
    text: {
      'zh-CN': '缺货 {商品}，已通知买家，买家选 {换款/等货/退款}',
      en: 'Out of stock: {item}; buyer told, chose {swap/wait/refund}',
    },
    source: 'R6',
  },
  {
    id: 'invoice',
    use: 'invoice',
    for: ['invoice'],
    text: { 'zh-CN': '开票 抬头 {抬头}，{电子/纸质}', en: 'Invoice to {title}, {electronic/paper}' },
    source: 'R28',
  },
  {
    id: 'message',
    use: 'message',
    for: ['message'],
    text: { 'zh-CN': '留言 {原因}，已回复', en: 'Message: {reason}; answered' },
    source: 'R28',
  },
  {
    id: 'received',
    for: ['returnRefund', 'exchange', 'refused'],
    text: {
      'zh-CN': '退件已收，验货 {结果}，{怎么处理}',
      en: 'Return received, inspection {result}, {handling}',
    },
    source: 'R38',
  },
  {
    id: 'advancedFreight',
    for: ['returnRefund', 'exchange'],
    text: {
      'zh-CN': '{原因}，买家垫付运费 {运费} 元，交易完成后退',
      en: '{reason}; buyer advanced freight ¥{freight}, repaid when the trade closes',
    },
    source: 'R12',
  },
  { id: 'free', for: [], text: { 'zh-CN': '{内容}', en: '{content}' }, source: 'R28' },
];

const blank = /\{([^{}]{1,20})\}/g;

/** Names of the blanks in a content, each once, in order. */
export function blanksOf(content: string): readonly string[] {
  return [...new Set(Array.from(content.matchAll(blank), (match) => match[1] ?? ''))];
}

/** The value of a blank as it goes into the memo; empty when there is none, or nothing of it can be read. */
export function valueOfBlank(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? cleanValue(values[name] ?? '') : '';
}

/** Names of the blanks that have no value yet. */
export function missingBlanks(content: string, values: Readonly<Record<string, string>>): readonly string[] {
  return blanksOf(content).filter((name) => valueOfBlank(values, name) === '');
}

/** Fills the blanks; those without a value stay as they are, braces included. Values are never looked into. */
export function fillBlanks(content: string, values: Readonly<Record<string, string>>): string {
  return content.replace(blank, (whole, name: string) => valueOfBlank(values, name) || whole);
}
