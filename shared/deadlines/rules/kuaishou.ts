import { days, defineRule, hours, runFor, workdays } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ANSWERED, BACKHAUL_CASES, ENDED, SENT_BACK, UNVERIFIED } from './common';

const MERCHANT = { basis: 'platform', platform: 'kuaishou', actor: 'merchant' } as const;
const BUYER = { basis: 'platform', platform: 'kuaishou', actor: 'buyer' } as const;
const TIMES = { url: 'https://m.lv66.net/news/2443.html', date: '2023-10-25' } as const;
const SEED_004 = '2022-03-21';

const application: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'kuaishou.review',
    event: 'aftersale.applied',
    timing: runFor(hours(48)),
    closes: ANSWERED,
    onMiss: 'auto_agree',
    source: { ref: 'K01', ...TIMES },
    confidence: 'medium',
    title: { zh: '处理售后申请', en: 'Answer the after-sales request' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'kuaishou.contact',
    event: 'aftersale.applied',
    timing: runFor(hours(36)),
    closes: ['buyer.contacted', ...ANSWERED],
    onMiss: 'auto_agree',
    source: { ref: 'K02', url: 'http://studyofnet.com/582270366.html' },
    confidence: 'low',
    enabled: false,
    title: { zh: '联系买家沟通', en: 'Contact the buyer' },
    note: {
      zh: '可能是旧规则或附加步骤，按需启用',
      en: 'Maybe an older or an additional step; switch on if you see it',
    },
  }),
  defineRule({
    ...MERCHANT,
    id: 'kuaishou.damage.review',
    event: 'aftersale.applied',
    where: { caseType: ['damage'], damageService: [true] },
    assume: false,
    timing: runFor(hours(48)),
    closes: ANSWERED,
    onMiss: 'auto_agree',
    source: { ref: 'K05', url: 'http://m.guangdonglong.com/c/0530CDL2022_2.html', date: '2022' },
    confidence: 'medium',
    title: { zh: '审核破损包退申请', en: 'Review the damage-return claim' },
  }),
  defineRule({
    ...BUYER,
    id: 'kuaishou.proposed.confirm',
    event: 'aftersale.proposed',
    timing: runFor(hours(24)),
    closes: ['aftersale.applied', ...ENDED],
    onMiss: 'close_case',
    source: { ref: 'S35', date: '2023-11-22' },
    confidence: 'medium',
    title: { zh: '等买家确认客服代发起的售后', en: 'Buyer confirms the request filed for him' },
  }),
];

const returning: readonly DeadlineRule[] = [
  defineRule({
    ...BUYER,
    id: 'kuaishou.return.ship-back',
    event: 'aftersale.agreed',
    where: { caseType: BACKHAUL_CASES },
    timing: runFor(days(10)),
    closes: SENT_BACK,
    onMiss: 'close_case',
    source: { ref: 'K03', ...TIMES },
    confidence: 'medium',
    title: { zh: '等买家寄回并填写单号', en: 'Buyer sends the goods back and enters the waybill' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'kuaishou.return.confirm',
    event: 'return.waybill_entered',
    timing: runFor(days(7)),
    closes: ['aftersale.refused', ...ENDED],
    onMiss: 'auto_refund',
    source: { ref: 'K04', ...TIMES },
    confidence: 'medium',
    title: { zh: '验收退货并确认收货', en: 'Check the returned goods and confirm receipt' },
  }),
  defineRule({
    ...BUYER,
    id: 'kuaishou.refund.arrives',
    actor: 'payment',
    event: 'refund.succeeded',
    timing: runFor(workdays(3)),
    closes: ['refund.arrived'],
    onMiss: 'none',
    source: { ref: 'K06', ...TIMES },
    confidence: 'medium',
    title: { zh: '退款到账（1–3 个工作日）', en: 'Refund reaches the account (1 to 3 working days)' },
  }),
  defineRule({
    ...BUYER,
    id: 'kuaishou.seven-day',
    event: 'order.signed',
    timing: runFor(days(7), { start: 'next_midnight' }),
    onMiss: 'close_case',
    source: { ref: 'S69', date: SEED_004, also: ['S68', 'L02'] },
    confidence: 'medium',
    title: { zh: '买家可七天无理由退货的期限', en: 'Buyer may return without a reason' },
  }),
  defineRule({
    ...BUYER,
    id: 'kuaishou.freight.subsidy',
    actor: 'platform',
    event: 'refund.succeeded',
    where: { freightSubsidy: [true] },
    timing: runFor(hours(72)),
    closes: ['freight.paid'],
    onMiss: 'none',
    source: { ref: 'S70', date: SEED_004 },
    confidence: 'medium',
    title: { zh: '退货补运费到账', en: 'Freight subsidy is paid back' },
  }),
  defineRule({
    ...BUYER,
    id: 'kuaishou.pickup',
    actor: 'courier',
    timing: { kind: 'manual', field: 'pickupSlotEnd' },
    closes: ['return.picked_up', ...ENDED],
    onMiss: 'none',
    source: { ref: 'S71', date: SEED_004 },
    confidence: 'medium',
    title: { zh: '快递上门取件', en: 'Courier picks up the return' },
  }),
];

/** Shipping labels differ per item, so the case says which one counts (K07). */
const shipping: readonly DeadlineRule[] = [24, 48].map((label) =>
  defineRule({
    ...MERCHANT,
    id: `kuaishou.ship.${label}h`,
    event: 'order.paid',
    where: { shipHours: [label] },
    assume: false,
    timing: runFor(hours(label)),
    closes: ['order.shipped', ...ENDED],
    onMiss: 'none',
    source: { ref: 'K07', url: 'https://taopinjia.com/t/快手高现货商家超时未发货处罚豁免公告.html' },
    confidence: 'low',
    title: { zh: `发货（承诺 ${label} 小时）`, en: `Ship (promised within ${label} hours)` },
    note: UNVERIFIED,
  }),
);

/** Kuaishou (conflict C9 of section 2.12: 48 h decide, the 36 h contact step is optional). */
export const kuaishouRules: readonly DeadlineRule[] = [...application, ...returning, ...shipping];
