import { days, defineRule, hours, runFor, workdays } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ANSWERED, ENDED, EVIDENCE_GIVEN, RETURN_CASES, SENT_BACK, TRADE_DONE } from './common';
import { houseSoftRules } from './house-soft';

const ANY = {
  basis: 'house',
  platform: 'any',
  actor: 'merchant',
  onMiss: 'none',
  confidence: 'high',
} as const;
const TAOBAO = { ...ANY, platform: 'taobao' } as const;
const KUAISHOU = { ...ANY, platform: 'kuaishou' } as const;
const SEED_000 = '2017-07-18';
const SEED_001 = '2022-05-21';
const SEED_004 = '2022-03-21';
const SHOP_HOURS = ['09:00', '21:00'] as const;

/** Seed 000: "one to two working days" is promised to the buyer, so the second one is the end. */
const workingDays: readonly DeadlineRule[] = [
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.confirm-refund',
    event: 'return.inspected',
    timing: runFor(workdays(2)),
    closes: ENDED,
    source: { ref: 'S03', date: SEED_000 },
    title: { zh: '确认退款', en: 'Confirm the refund' },
  }),
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.refund-arrives',
    actor: 'payment',
    event: 'refund.succeeded',
    timing: runFor(workdays(2)),
    closes: ['refund.arrived'],
    source: { ref: 'S04', date: SEED_000 },
    title: { zh: '确认退款已到账', en: 'Check that the refund has arrived' },
  }),
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.partial-refund',
    event: 'aftersale.agreed',
    where: { caseType: ['partialRefund'] },
    timing: runFor(workdays(2)),
    closes: ENDED,
    source: { ref: 'S05', date: SEED_000 },
    title: { zh: '退还差价或邮费', en: 'Pay the partial refund' },
  }),
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.pull-order',
    event: 'aftersale.applied',
    where: { caseType: ['unshippedRefund', 'inTransitRefund'] },
    timing: runFor(workdays(2)),
    closes: ANSWERED,
    source: { ref: 'S06', date: SEED_000 },
    title: { zh: '撤单或追回包裹', en: 'Pull the order or chase the parcel' },
  }),
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.extend-trade',
    event: 'order.shipped',
    where: { caseType: ['returnRefund', 'exchange', 'repair', 'reship', 'undeliverable'] },
    timing: runFor(days(10)),
    adjust: [{ on: 'merchant.receipt_extended', extend: days(10), by: 'merchant', notWhilePaused: true }],
    closes: TRADE_DONE,
    onMiss: 'deemed_received',
    source: { ref: 'S01', date: SEED_000, also: ['S02', 'T09', 'T10'] },
    title: {
      zh: '延长交易时间 10 天（交易成功的除外）',
      en: 'Extend the trade by 10 days (unless it has succeeded)',
    },
  }),
];

/** Seed 001: what the shop asks of itself in the back office. */
const queues: readonly DeadlineRule[] = [
  defineRule({
    ...ANY,
    id: 'house.refused.lead',
    event: 'aftersale.refused',
    timing: { kind: 'manual', field: 'platformCountdownEnd' },
    closes: ENDED,
    remind: [{ before: days(2) }, { before: hours(4) }],
    source: { ref: 'S13', date: SEED_001 },
    title: { zh: '跟进已拒绝订单（剩余 2 天内）', en: 'Follow up the refused request (2 days left)' },
  }),
  defineRule({
    ...ANY,
    id: 'house.receipt.follow-up',
    event: 'return.signed',
    timing: runFor(days(2)),
    closes: ['return.inspected', ...ENDED],
    source: { ref: 'S14', date: SEED_001 },
    title: { zh: '跟进待商家收货订单', en: 'Follow up the return waiting for receipt' },
  }),
  defineRule({
    ...ANY,
    id: 'house.return.no-waybill',
    event: 'aftersale.agreed',
    where: { caseType: [...RETURN_CASES, 'exchange', 'repair'] },
    timing: runFor(days(3)),
    closes: ['return.signed', ...SENT_BACK],
    remind: [{ before: hours(4) }],
    source: { ref: 'R181', date: SEED_004 },
    confidence: 'low',
    title: { zh: '问买家要退货单号', en: 'Ask the buyer for the return waybill' },
    note: {
      zh: '买家可能忘记上传退货单号或填错；3 天是建议值，请自行设定',
      en: 'The buyer may have forgotten the waybill or mistyped it; 3 days are a suggestion, set your own',
    },
  }),
  defineRule({
    ...ANY,
    id: 'house.intervention.same-day',
    event: 'platform.intervened',
    timing: { kind: 'cutoff', steps: [{ dueDay: 0, dueAt: '24:00' }] },
    closes: ['negotiation.message', 'evidence.requested', 'ruling.made', ...ENDED],
    onMiss: 'decide_on_file',
    source: { ref: 'S15', date: SEED_001 },
    title: { zh: '当天留下协商留言或结果', en: 'Leave a negotiation message or a result today' },
  }),
  defineRule({
    ...ANY,
    id: 'house.evidence',
    event: 'evidence.requested',
    timing: runFor(hours(24)),
    closes: EVIDENCE_GIVEN,
    onMiss: 'decide_on_file',
    source: { ref: 'S16', date: SEED_001 },
    title: { zh: '举证（24 小时内必须有动作）', en: 'Take an evidence action' },
  }),
];

const patrols: readonly DeadlineRule[] = [
  defineRule({
    ...ANY,
    id: 'house.patrol.pending',
    timing: { kind: 'patrol', every: hours(1), between: SHOP_HOURS },
    source: { ref: 'S12', date: SEED_001 },
    title: { zh: '巡查待处理订单', en: 'Patrol pending orders' },
  }),
  defineRule({
    ...ANY,
    id: 'house.patrol.reviews',
    timing: { kind: 'patrol', every: days(1), between: ['10:00', '21:00'] },
    source: { ref: 'S18', date: SEED_001, also: ['S10', 'S60'] },
    title: { zh: '巡查评价并解释', en: 'Patrol reviews and explain' },
  }),
  defineRule({
    ...ANY,
    id: 'house.patrol.review-complaints',
    timing: { kind: 'patrol', every: days(1), between: ['10:00', '21:00'] },
    source: { ref: 'S19', date: SEED_001 },
    title: { zh: '处理负面与广告评价投诉', en: 'Complain about abusive and advertising reviews' },
  }),
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.patrol.good-reviews',
    timing: { kind: 'patrol', every: days(1), between: ['10:00', '21:00'] },
    source: { ref: 'S10', date: SEED_000 },
    title: { zh: '查看新好评中反映的问题', en: 'Read new good reviews that mention problems' },
  }),
  defineRule({
    ...TAOBAO,
    id: 'house.taobao.patrol.dispatch',
    timing: { kind: 'patrol', every: days(1), between: ['20:00', '23:00'] },
    source: { ref: 'S09', date: SEED_000 },
    title: { zh: '晚上统一点发货', en: 'Mark the packed orders as shipped' },
  }),
];

/** Deadlines somebody promised or agreed on; the seller types them in. */
const agreed: readonly DeadlineRule[] = [
  defineRule({
    ...ANY,
    id: 'house.intercept.goods-back',
    event: 'intercept.started',
    timing: { kind: 'manual', field: 'goodsBackExpected' },
    closes: ['return.signed', ...ENDED],
    source: { ref: 'S27', date: SEED_001 },
    title: { zh: '向物流确认拦截件是否回到', en: 'Ask the courier whether the parcel is back' },
  }),
  defineRule({
    ...ANY,
    id: 'house.repair.agreed',
    where: { caseType: ['repair'] },
    timing: { kind: 'manual', field: 'repairAgreedEnd' },
    closes: ['repair.done', ...ENDED],
    source: { ref: 'S31', date: SEED_001 },
    title: { zh: '完成约定的维修', en: 'Finish the agreed repair' },
  }),
  defineRule({
    ...KUAISHOU,
    id: 'house.kuaishou.intercept.promise',
    event: 'intercept.started',
    timing: { kind: 'manual', field: 'interceptPromise' },
    closes: ['buyer.contacted', ...ENDED],
    source: { ref: 'S64', date: SEED_004 },
    title: { zh: '反馈拦截结果', en: 'Tell the buyer how the interception went' },
  }),
  defineRule({
    ...KUAISHOU,
    id: 'house.kuaishou.expiring',
    event: 'aftersale.applied',
    timing: { kind: 'manual', field: 'platformCountdownEnd' },
    closes: ANSWERED,
    remind: [{ before: hours(12) }, { before: hours(4) }, { before: hours(1) }],
    source: { ref: 'S65', date: SEED_004 },
    title: { zh: '即将逾期：短信告知买家后处理', en: 'About to expire: text the buyer, then settle it' },
    note: {
      zh: '规则要求切勿直接拒绝，而范例话术却先行拒绝；以不拒绝为准',
      en: 'The rule forbids an outright refusal, its sample script refuses; do not refuse',
    },
  }),
];

/** House rules: what one shop asks of itself; every value is the seller's to change. */
export const houseRules: readonly DeadlineRule[] = [
  ...workingDays,
  ...queues,
  ...patrols,
  ...agreed,
  ...houseSoftRules,
];
