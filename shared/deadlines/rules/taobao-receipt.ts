import { days, defineRule, hours, runFor } from '../define-rule';
import type { Adjust, DeadlineRule, Span } from '../rule';
import { TRADE_DONE } from './common';

const AUTO_URL = 'https://m.winvk.com/info/528467.html';
const TABLE_URL = 'https://53shop.com/pp_news42815.html';

/** A pending refund or a frozen account stops the trade timer; closing the refund lets it run on (T13). */
const TRADE_TIMER: readonly Adjust[] = [
  { on: 'aftersale.applied', pause: true },
  { on: 'aftersale.closed', resume: true },
  { on: 'aftersale.withdrawn', resume: true },
  { on: 'account.frozen', pause: true },
  { on: 'account.unfrozen', resume: true },
];

/**
 * The seller adds 3, 5, 7 or 10 days as often as needed, but not while a refund is pending (T10). The event
 * without a number is the shop's usual 10 days (S01).
 */
const sellerExtends: readonly Adjust[] = (
  [
    ['merchant.receipt_extended', 10],
    ['merchant.extended.3d', 3],
    ['merchant.extended.5d', 5],
    ['merchant.extended.7d', 7],
    ['merchant.extended.10d', 10],
  ] as const
).map(([on, n]) => ({ on, extend: days(n), by: 'merchant', notWhilePaused: true }));

/** The buyer adds once, only in the last stretch (T11). */
function buyerExtends(by: Span, last: Span): Adjust {
  return { on: 'buyer.receipt_extended', extend: by, by: 'buyer', times: 1, opens: { before: last } };
}

const AUTO_CONFIRM = {
  basis: 'platform',
  platform: 'taobao',
  actor: 'buyer',
  event: 'order.shipped',
  closes: TRADE_DONE,
  onMiss: 'deemed_received',
  source: { ref: 'T09', url: AUTO_URL, date: '2023-01-14', also: ['T10', 'T11', 'T13', 'S02', 'S08'] },
  confidence: 'medium',
} as const;

/** Taobao: the timer that confirms receipt and pays the seller, and who may extend it. */
export const taobaoReceiptRules: readonly DeadlineRule[] = [
  defineRule({
    ...AUTO_CONFIRM,
    id: 'taobao.receipt.auto-confirm',
    where: { goodsKind: ['ordinary'], shippedBy: ['express'] },
    timing: runFor(days(10)),
    adjust: [...sellerExtends, buyerExtends(days(3), days(3)), ...TRADE_TIMER],
    title: { zh: '自动确认收货', en: 'Receipt is confirmed automatically' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'taobao.receipt.auto-confirm.auto-delivery',
    where: { goodsKind: ['autoDelivery'] },
    assume: false,
    timing: runFor(hours(24)),
    adjust: TRADE_TIMER,
    title: { zh: '自动确认收货（自动发货商品）', en: 'Receipt is confirmed automatically (auto-delivery)' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'taobao.receipt.auto-confirm.virtual',
    where: { goodsKind: ['virtual'] },
    assume: false,
    timing: runFor(days(3)),
    adjust: [buyerExtends(days(1), days(1)), ...TRADE_TIMER],
    title: { zh: '自动确认收货（虚拟商品）', en: 'Receipt is confirmed automatically (virtual goods)' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'taobao.receipt.auto-confirm.mail',
    where: { shippedBy: ['mail'] },
    assume: false,
    timing: runFor(days(30)),
    adjust: [...sellerExtends, buyerExtends(days(3), days(3)), ...TRADE_TIMER],
    title: { zh: '自动确认收货（平邮）', en: 'Receipt is confirmed automatically (ordinary mail)' },
    note: {
      zh: '有 20 天与 30 天两种说法，买家侧取较长者',
      en: 'Sources say 20 or 30 days; for a buyer the longer one is used',
    },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'taobao.receipt.extend.merchant',
    actor: 'merchant',
    timing: runFor(days(10)),
    adjust: [...sellerExtends, buyerExtends(days(3), days(3)), ...TRADE_TIMER],
    source: { ref: 'T10', url: TABLE_URL, also: ['T09', 'T13'] },
    remind: [{ before: days(2) }, { before: hours(24) }, { before: hours(4) }],
    title: { zh: '延长收货时间（买家申请退款前）', en: 'Extend the receipt time (before a refund is filed)' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'taobao.receipt.extend.buyer',
    timing: runFor(days(10)),
    adjust: [...sellerExtends, ...TRADE_TIMER],
    opens: { before: days(3) },
    attempts: 1,
    closes: ['buyer.receipt_extended', ...TRADE_DONE],
    onMiss: 'deemed_received',
    source: { ref: 'T11', url: TABLE_URL, also: ['T09', 'T10', 'T13'] },
    title: { zh: '买家可延长收货 3 天', en: 'Buyer may extend the receipt time by 3 days' },
  }),
];
