import { days, defineRule, hours, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import {
  AFTER_REFUSAL,
  BACKHAUL_CASES,
  ENDED,
  EVIDENCE_GIVEN,
  REFUND_ONLY_CASES,
  RETURN_CASES,
  SENT_BACK,
  TRADE_DONE,
  UNSHIPPED_CASES,
  UNVERIFIED,
} from './common';
import { pddReviewRules } from './pdd-review';

const SEED = '2023-06-21';
const MERCHANT = { basis: 'platform', platform: 'pdd', actor: 'merchant' } as const;
const BUYER = { basis: 'platform', platform: 'pdd', actor: 'buyer' } as const;
const LATE_URL = 'https://www.aiyongtech.com/new/id10450';

const afterRefusal = {
  ...BUYER,
  event: 'aftersale.refused',
  timing: runFor(days(7)),
  closes: AFTER_REFUSAL,
} as const;

const buyerSteps: readonly DeadlineRule[] = [
  defineRule({
    ...afterRefusal,
    id: 'pdd.refund-only.after-refusal',
    where: { caseType: [...REFUND_ONLY_CASES, ...UNSHIPPED_CASES] },
    onMiss: 'close_case',
    source: { ref: 'S50', date: SEED },
    confidence: 'medium',
    title: {
      zh: '等买家修改申请或申请介入',
      en: 'Buyer revises the refund request or calls the platform in',
    },
  }),
  defineRule({
    ...afterRefusal,
    id: 'pdd.return.after-refusal',
    where: { caseType: [...RETURN_CASES, 'exchange', 'repair'] },
    onMiss: 'close_case',
    source: { ref: 'S55', date: SEED },
    confidence: 'medium',
    title: {
      zh: '等买家修改退货申请或申请介入',
      en: 'Buyer revises the return request or calls the platform in',
    },
  }),
  defineRule({
    ...BUYER,
    id: 'pdd.return.ship-back',
    event: 'aftersale.agreed',
    where: { caseType: BACKHAUL_CASES },
    timing: runFor(days(7)),
    closes: SENT_BACK,
    onMiss: 'close_case',
    source: { ref: 'S56', date: SEED },
    confidence: 'medium',
    title: { zh: '等买家寄回并填写单号', en: 'Buyer sends the goods back and enters the waybill' },
  }),
  defineRule({
    ...BUYER,
    id: 'pdd.problem.window',
    event: 'order.signed',
    timing: runFor(days(7)),
    onMiss: 'none',
    source: { ref: 'S37', date: '2023-10-24' },
    confidence: 'medium',
    title: { zh: '买家签收后反映问题的期限', en: 'Buyer reports a problem after sign-for' },
  }),
  ...(['S49', 'S54'] as const).map((ref) =>
    defineRule({
      ...BUYER,
      id: ref === 'S49' ? 'pdd.refund-only.window' : 'pdd.return.window',
      event: 'order.received',
      timing: {
        kind: 'latest',
        of: [runFor(days(15)), { kind: 'manual', field: 'promisedAfterSalesEnd' }],
      },
      onMiss: 'close_case',
      source: { ref, date: SEED },
      confidence: 'medium',
      title:
        ref === 'S49'
          ? { zh: '买家可申请仅退款的期限', en: 'Buyer may file refund-only' }
          : { zh: '买家可申请退货退款的期限', en: 'Buyer may file a return' },
    }),
  ),
];

const merchantSteps: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'pdd.return.confirm',
    event: 'return.waybill_entered',
    timing: runFor(days(7)),
    adjust: [
      { on: 'return.signed', cap: hours(24) },
      { on: 'merchant.receipt_extended', restore: true },
    ],
    closes: ['aftersale.refused', ...ENDED],
    onMiss: 'auto_refund',
    source: { ref: 'S57', date: SEED, url: 'https://ddcm.liuliucanmou.com/187.html', also: ['P04'] },
    confidence: 'medium',
    title: { zh: '验收退货并退款或拒绝', en: 'Check the returned goods, then refund or refuse' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.return.no-reason',
    event: 'return.signed',
    where: { reason: ['noReason'] },
    assume: false,
    timing: runFor(hours(72), { start: 'next_midnight' }),
    closes: ['aftersale.refused', ...ENDED],
    onMiss: 'auto_refund',
    source: { ref: 'P06', url: 'https://taopinjia.com/t/拼多多平台发货规则是什么.html' },
    confidence: 'low',
    enabled: false,
    title: { zh: '退还七天无理由退货款', en: 'Refund the no-reason return' },
    note: UNVERIFIED,
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.evidence',
    event: 'evidence.requested',
    timing: runFor(hours(48)),
    attempts: 1,
    closes: EVIDENCE_GIVEN,
    onMiss: 'auto_refund',
    source: { ref: 'P05', url: 'http://cnhhw.cn/mobile/xinwen/show-10004.html', date: '2024-10-18' },
    confidence: 'medium',
    title: { zh: '提交举证（一次机会，3 张图）', en: 'Submit evidence (one chance, 3 pictures)' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.ship',
    event: 'order.grouped',
    timing: runFor(hours(48)),
    closes: ['order.shipped', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'P07', url: LATE_URL, date: '2025' },
    confidence: 'medium',
    title: { zh: '发货并有揽收记录', en: 'Ship, with a pick-up trace' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.out-of-stock',
    event: 'order.grouped',
    timing: runFor(hours(72)),
    closes: ['order.shipped', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'P08', url: LATE_URL, date: '2025' },
    confidence: 'medium',
    title: { zh: '发货，否则按缺货赔付', en: 'Ship before it counts as out of stock' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.first-trace',
    event: 'order.waybill_uploaded',
    timing: runFor(hours(24)),
    closes: ['order.trace_seen', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'P09', url: 'http://doc.intozgc.com/202212/19/138220.html', date: '2022-12-19' },
    confidence: 'medium',
    title: { zh: '确认快递已有揽收记录', en: 'Get the first pick-up trace' },
  }),
];

const AUTO_CONFIRM = {
  ...BUYER,
  event: 'order.shipped',
  adjust: [{ on: 'buyer.receipt_extended', extend: days(3), by: 'buyer', times: 1 }],
  closes: TRADE_DONE,
  onMiss: 'deemed_received',
  source: { ref: 'P10', url: 'https://kexiaomei.com/article/174716.htm', date: '2022-02-14' },
  confidence: 'medium',
} as const;

const platformSteps: readonly DeadlineRule[] = [
  defineRule({
    ...AUTO_CONFIRM,
    id: 'pdd.receipt.auto-confirm',
    where: { goods: ['domestic'] },
    timing: runFor(days(15)),
    title: { zh: '自动确认收货', en: 'Receipt is confirmed automatically' },
  }),
  defineRule({
    ...AUTO_CONFIRM,
    id: 'pdd.receipt.auto-confirm.overseas',
    where: { goods: ['direct'] },
    assume: false,
    timing: runFor(days(30)),
    title: { zh: '自动确认收货（海外直邮）', en: 'Receipt is confirmed automatically (overseas direct)' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.metric.window',
    actor: 'platform',
    event: 'aftersale.closed',
    timing: runFor(days(30)),
    onMiss: 'none',
    source: { ref: 'S58', date: SEED },
    confidence: 'medium',
    remind: [],
    title: { zh: '计入近 30 天售后指标', en: 'Counts in the 30-day after-sales metrics' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.restriction',
    actor: 'platform',
    event: 'restriction.started',
    timing: runFor(days(1)),
    onMiss: 'none',
    source: { ref: 'S59', date: SEED },
    confidence: 'medium',
    remind: [],
    title: { zh: '店铺限制到期', en: 'Shop restriction ends' },
  }),
];

/** Pinduoduo. Old two-day article (S38) and the 48-hour rule agree; conflicts C4 and C5 of section 2.12. */
export const pddRules: readonly DeadlineRule[] = [
  ...pddReviewRules,
  ...buyerSteps,
  ...merchantSteps,
  ...platformSteps,
];
