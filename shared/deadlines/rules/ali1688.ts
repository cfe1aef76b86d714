import { days, defineRule, hours, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ANSWERED, TRADE_DONE, UNVERIFIED } from './common';

const REVIEW = {
  basis: 'platform',
  platform: '1688',
  actor: 'merchant',
  event: 'aftersale.applied',
  closes: ANSWERED,
  onMiss: 'auto_agree',
  confidence: 'medium',
} as const;
const SPOT = {
  url: 'https://www.beijidao.com.cn/html/zixun/dongtai/20210719/29277.html',
  date: '2021-07-19',
} as const;
const FAST = { url: 'http://m.middleofthefairway.com/news-flash/104849.html', date: '2022-11-14' } as const;
const SINCE_2021 = { from: '2021-07-05', to: null } as const;
const UNTIL_2021 = { from: null, to: '2021-07-04' } as const;
const SINCE_2022 = { from: '2022-11-22', to: null } as const;
const NIGHT = { kind: 'window', dueDay: 1, openAt: '10:00', closeAt: '12:00' } as const;
const SHIPPED_TITLE = { zh: '处理已发货退款申请', en: 'Answer the refund request after shipping' } as const;
const UNSHIPPED_TITLE = {
  zh: '处理未发货退款申请',
  en: 'Answer the refund request before shipping',
} as const;

const spot: readonly DeadlineRule[] = [
  defineRule({
    ...REVIEW,
    id: '1688.shipped.review',
    version: 2,
    where: { shipped: [true] },
    timing: runFor(days(3)),
    effective: SINCE_2021,
    source: { ref: 'A01', ...SPOT },
    title: SHIPPED_TITLE,
  }),
  defineRule({
    ...REVIEW,
    id: '1688.shipped.review',
    version: 1,
    where: { shipped: [true] },
    timing: runFor(days(5)),
    effective: UNTIL_2021,
    source: { ref: 'A01', ...SPOT },
    title: SHIPPED_TITLE,
  }),
  defineRule({
    ...REVIEW,
    id: '1688.unshipped.review',
    version: 2,
    where: { shipped: [false] },
    timing: runFor(hours(24)),
    effective: SINCE_2021,
    source: { ref: 'A02', ...SPOT },
    title: UNSHIPPED_TITLE,
  }),
  defineRule({
    ...REVIEW,
    id: '1688.unshipped.review',
    version: 1,
    where: { shipped: [false] },
    timing: runFor(days(3)),
    effective: UNTIL_2021,
    source: { ref: 'A02', ...SPOT },
    title: UNSHIPPED_TITLE,
  }),
];

/** Late and unshipped: small amounts of better buyer levels, not on the three long holidays (A03). */
const LATE = {
  ...REVIEW,
  effective: SINCE_2021,
  assume: false,
  source: { ref: 'A03', ...SPOT },
  note: {
    zh: '劳动节、国庆节、春节期间不适用',
    en: 'Not on Labour Day, National Day and Spring Festival',
  },
} as const;
const LATE_SCENE = {
  shipped: [false],
  late: [true],
  amountMax: 200,
  buyerLevel: ['L2', 'L3', 'L4', 'L5', 'L6', 'monthCard'],
} as const;

/** Unshipped within 24 hours of payment, up to 1000 yuan (A04). */
const QUICK = { ...REVIEW, effective: SINCE_2022, source: { ref: 'A04', ...FAST }, note: LATE.note } as const;
const QUICK_SCENE = {
  shipped: [false],
  amountMax: 1000,
  hoursSincePaymentMax: 24,
  buyerLevel: ['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6'],
} as const;

const DAYTIME = { appliedBetween: ['09:00', '18:00'] } as const;
const NIGHTTIME = { appliedBetween: ['18:00', '09:00'] } as const;
const FAST_TITLE = {
  zh: '处理极速退款申请（2 小时）',
  en: 'Answer the fast-refund request (2 hours)',
} as const;
const NIGHT_TITLE = {
  zh: '上午 10–12 点处理夜间极速退款',
  en: 'Answer the overnight fast refund, 10:00 to 12:00',
} as const;

const fastRefund: readonly DeadlineRule[] = [
  defineRule({
    ...LATE,
    id: '1688.late-refund.day',
    where: { ...LATE_SCENE, ...DAYTIME },
    timing: runFor(hours(2)),
    title: FAST_TITLE,
  }),
  defineRule({
    ...LATE,
    id: '1688.late-refund.night',
    where: { ...LATE_SCENE, ...NIGHTTIME },
    timing: NIGHT,
    title: NIGHT_TITLE,
  }),
  defineRule({
    ...QUICK,
    id: '1688.fast-refund.day',
    where: { ...QUICK_SCENE, ...DAYTIME },
    timing: runFor(hours(2)),
    title: FAST_TITLE,
  }),
  defineRule({
    ...QUICK,
    id: '1688.fast-refund.night',
    where: { ...QUICK_SCENE, ...NIGHTTIME },
    timing: NIGHT,
    title: NIGHT_TITLE,
  }),
];

const receipt: readonly DeadlineRule[] = [
  defineRule({
    ...REVIEW,
    id: '1688.receipt.auto-confirm',
    actor: 'buyer',
    event: 'order.shipped',
    timing: runFor(days(15)),
    closes: TRADE_DONE,
    onMiss: 'deemed_received',
    source: { ref: 'A05', url: 'https://en.hb2b.com/ask/196116.html' },
    confidence: 'low',
    title: { zh: '自动确认收货', en: 'Receipt is confirmed automatically' },
    note: UNVERIFIED,
  }),
];

/** 1688; the file name avoids a leading digit. */
export const ali1688Rules: readonly DeadlineRule[] = [...spot, ...fastRefund, ...receipt];
