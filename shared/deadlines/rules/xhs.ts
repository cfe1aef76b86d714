import { days, defineRule, hours, minutes, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import {
  ANSWERED,
  ENDED,
  REFUND_ONLY_CASES,
  RETURN_CASES,
  TRADE_DONE,
  UNSHIPPED_CASES,
  UNVERIFIED,
} from './common';

const MERCHANT = { basis: 'platform', platform: 'xhs', actor: 'merchant' } as const;
const BUYER = { basis: 'platform', platform: 'xhs', actor: 'buyer' } as const;
const IN_FORCE_2020 = { from: '2020-01-01', to: null } as const;
const RULE_2020 = { url: 'http://shuaishou.com/school/infos44637.html', date: '2019-12-27' } as const;
const SALE = { url: 'https://m.downcodes.com/wz/121850.html', date: '2023-10-16' } as const;

const AUTO_CONFIRM = {
  ...BUYER,
  event: 'order.shipped',
  closes: TRADE_DONE,
  onMiss: 'deemed_received',
  effective: IN_FORCE_2020,
  source: { ref: 'X02', ...RULE_2020 },
  confidence: 'medium',
} as const;

const order: readonly DeadlineRule[] = [
  defineRule({
    ...BUYER,
    id: 'xhs.pay',
    event: 'order.placed',
    timing: runFor(minutes(30)),
    closes: ['order.paid'],
    onMiss: 'close_case',
    effective: IN_FORCE_2020,
    source: { ref: 'X01', ...RULE_2020 },
    confidence: 'medium',
    remind: [],
    title: { zh: '等买家付款', en: 'Buyer pays' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'xhs.receipt.auto-confirm',
    where: { goods: ['domestic', 'bonded'] },
    timing: runFor(days(12)),
    title: { zh: '自动确认收货', en: 'Receipt is confirmed automatically' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'xhs.receipt.auto-confirm.overseas',
    where: { goods: ['direct'] },
    assume: false,
    timing: runFor(days(30)),
    title: { zh: '自动确认收货（海外直邮）', en: 'Receipt is confirmed automatically (overseas)' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'xhs.ship',
    event: 'order.paid',
    timing: runFor(hours(48)),
    closes: ['order.shipped', ...ENDED],
    onMiss: 'auto_refund',
    source: { ref: 'X07', url: 'https://xueyuan.yixiaoer.cn/article/43840', date: '2025-11-05' },
    confidence: 'low',
    title: { zh: '发货', en: 'Ship the order' },
    note: UNVERIFIED,
  }),
];

const REVIEW = {
  ...MERCHANT,
  event: 'aftersale.applied',
  closes: ANSWERED,
  source: { ref: 'X04', ...SALE },
} as const;
const RETURN = { ...REVIEW, onMiss: 'auto_agree', confidence: 'medium' } as const;

const review: readonly DeadlineRule[] = [
  defineRule({
    ...RETURN,
    id: 'xhs.return.review',
    where: { caseType: [...RETURN_CASES, 'repair'], goods: ['domestic'] },
    timing: runFor(hours(48)),
    title: { zh: '处理退货退款申请', en: 'Answer the return request' },
  }),
  defineRule({
    ...RETURN,
    id: 'xhs.return.review.cross-border',
    where: { caseType: [...RETURN_CASES, 'repair'], goods: ['bonded', 'direct'] },
    assume: false,
    timing: runFor(hours(72)),
    title: { zh: '处理跨境退货退款申请', en: 'Answer the cross-border return request' },
  }),
  defineRule({
    ...REVIEW,
    id: 'xhs.refund-only.review',
    where: { caseType: [...REFUND_ONLY_CASES, ...UNSHIPPED_CASES] },
    timing: runFor(hours(48)),
    onMiss: 'auto_refund',
    source: { ...REVIEW.source, also: ['X03'] },
    confidence: 'low',
    title: { zh: '处理仅退款申请', en: 'Answer the refund-only request' },
    note: {
      zh: '2019 年为 72 小时，之后的数值未找到，取较短的 48 小时',
      en: 'It was 72 hours in 2019 and no later value was found; the shorter 48 hours are used',
    },
  }),
  defineRule({
    ...REVIEW,
    id: 'xhs.exchange.review',
    where: { caseType: ['exchange', 'reship'] },
    timing: runFor(hours(48)),
    onMiss: 'auto_agree',
    source: { ref: 'X06', ...SALE },
    confidence: 'medium',
    title: { zh: '处理换货申请', en: 'Answer the exchange request' },
  }),
];

/** Days after the waybill by kind of goods; two days after sign-for cut them short (X05). */
const confirm: readonly DeadlineRule[] = (
  [
    ['xhs.return.confirm', 'domestic', 10],
    ['xhs.return.confirm.bonded', 'bonded', 12],
    ['xhs.return.confirm.direct', 'direct', 13],
  ] as const
).map(([id, goods, n]) =>
  defineRule({
    ...MERCHANT,
    id,
    event: 'return.waybill_entered',
    where: { goods: [goods] },
    assume: goods === 'domestic',
    timing: {
      kind: 'earliest',
      of: [runFor(days(n)), runFor(days(2), { event: 'return.signed' })],
    },
    closes: ['aftersale.refused', ...ENDED],
    onMiss: 'auto_refund',
    source: { ref: 'X05', ...SALE, also: ['X06'] },
    confidence: 'medium',
    title: { zh: '验收退货并确认收货', en: 'Check the returned goods and confirm receipt' },
    note: {
      zh: '大促期间为签收后 2 天；平时可能为整 10 天，取较短者',
      en: 'Two days after sign-for comes from sale seasons; otherwise it may be 10 days, the shorter is used',
    },
  }),
);

/** Xiaohongshu (conflict C10 of section 2.12: 48 h domestic, 72 h cross-border). */
export const xhsRules: readonly DeadlineRule[] = [...order, ...review, ...confirm];
