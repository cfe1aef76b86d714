import { days, defineRule, hours, runFor, workdays } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ANSWERED, ENDED, EVIDENCE_GIVEN, SENT_BACK } from './common';

const SEED = '2023-01-09';
const MERCHANT = { basis: 'platform', platform: 'jd', actor: 'merchant' } as const;
const BUYER = { basis: 'platform', platform: 'jd', actor: 'buyer' } as const;
const EVIDENCE_URL = 'http://www.cn360cn.com/f7950683.htm';

const serviceOrder: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'jd.service-order.review',
    event: 'aftersale.applied',
    where: { reviewMode: ['fast'] },
    timing: {
      kind: 'cutoff',
      steps: [
        { before: '12:00', dueDay: 0, dueAt: '24:00' },
        { dueDay: 1, dueAt: '12:00' },
      ],
      roll: 'holiday',
    },
    closes: ANSWERED,
    onMiss: 'auto_agree',
    source: {
      ref: 'J01',
      url: 'http://m.wl-enterprise.com/news/i46591.html',
      date: '2022-03-11',
      also: ['J02', 'J05', 'S46'],
    },
    confidence: 'medium',
    title: { zh: '审核服务单（极速审核）', en: 'Review the service order (fast review)' },
    note: {
      zh: '仅适用于开通极速审核的店铺；其他店铺请填写后台倒计时',
      en: 'Only for shops in fast review; other shops type in the countdown shown',
    },
  }),
  defineRule({
    ...MERCHANT,
    id: 'jd.service-order.review.typed',
    event: 'aftersale.applied',
    where: { reviewMode: ['normal'] },
    assume: false,
    timing: { kind: 'manual', field: 'platformCountdownEnd' },
    closes: ANSWERED,
    onMiss: 'auto_agree',
    source: { ref: 'J11', url: 'https://kxshz.com/yushenghuo/qp9611.html' },
    confidence: 'low',
    title: { zh: '审核服务单（按后台倒计时）', en: 'Review the service order (countdown shown)' },
    note: {
      zh: '未开极速审核的店铺，各种资料说法不一（24 小时到 3 个工作日），以后台倒计时为准',
      en: 'Without fast review the sources disagree (24 hours to 3 working days): the countdown shown counts',
    },
  }),
  defineRule({
    ...BUYER,
    id: 'jd.service-order.ship-back',
    event: 'aftersale.agreed',
    timing: runFor(days(7)),
    closes: SENT_BACK,
    onMiss: 'close_case',
    source: {
      ref: 'J04',
      url: 'http://www.guangdonglong.com/c/010614IF12023.html',
      date: '2023-01',
      also: ['J05'],
    },
    confidence: 'medium',
    title: { zh: '等买家寄回并填写单号', en: 'Buyer sends the goods back and enters the waybill' },
  }),
];

const EVIDENCE = {
  ...MERCHANT,
  id: 'jd.evidence',
  event: 'evidence.requested',
  closes: EVIDENCE_GIVEN,
  onMiss: 'decide_on_file',
  title: { zh: '提交举证', en: 'Submit evidence' },
} as const;

const answers: readonly DeadlineRule[] = [
  defineRule({
    ...EVIDENCE,
    version: 2,
    timing: runFor(hours(4), { clock: { open: '09:00', close: '18:00', days: 'workdays' } }),
    effective: { from: '2023-03-29', to: null },
    source: { ref: 'J03', url: EVIDENCE_URL, date: '2023-03' },
    confidence: 'medium',
  }),
  defineRule({
    ...EVIDENCE,
    version: 1,
    timing: { kind: 'earliest', of: [runFor(hours(24)), runFor(workdays(1))] },
    effective: { from: null, to: '2023-03-28' },
    source: { ref: 'J03', url: EVIDENCE_URL, date: '2023-03' },
    confidence: 'low',
    note: { zh: '2023-03-29 前的旧规则', en: 'Rule before 2023-03-29' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'jd.mail.reply',
    event: 'mail.received',
    timing: {
      kind: 'cutoff',
      steps: [
        { before: '16:00', dueDay: 0, dueAt: '18:00' },
        { dueDay: 1, dueAt: '18:00' },
      ],
    },
    closes: ['mail.answered'],
    onMiss: 'penalty',
    source: { ref: 'S40', date: SEED, also: ['S41', 'S46'] },
    confidence: 'medium',
    title: { zh: '回复京东售后邮件', en: 'Answer the JD after-sales mail' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'jd.ticket.reply',
    event: 'ticket.received',
    timing: runFor(hours(3)),
    closes: ['ticket.answered'],
    onMiss: 'penalty',
    source: { ref: 'S42', date: SEED, also: ['S46'] },
    confidence: 'medium',
    title: { zh: '回复投诉工单', en: 'Answer the complaint ticket' },
  }),
  defineRule({
    ...BUYER,
    id: 'jd.fault.window',
    event: 'order.signed',
    timing: runFor(days(7)),
    onMiss: 'none',
    source: { ref: 'S43', date: SEED },
    confidence: 'low',
    title: { zh: '买家因商品问题可退换的期限', en: 'Buyer may return or exchange faulty goods' },
    note: {
      zh: '原文出自夹杂的必要平台条款，可能并非京东规则',
      en: 'The text may come from another platform (Biyao)',
    },
  }),
];

/** JD.HK, official texts. */
const HK = { where: { site: ['hk'] }, assume: false, confidence: 'high' } as const;
const HK_TIMEOUTS = 'https://jd.hk/channelGuidePage/UdWaU6W6UdV4U9X7.html';

const hongKong: readonly DeadlineRule[] = [
  defineRule({
    ...BUYER,
    ...HK,
    id: 'jd.hk.pay',
    event: 'order.placed',
    timing: runFor(hours(24)),
    closes: ['order.paid'],
    onMiss: 'close_case',
    source: { ref: 'J06', url: HK_TIMEOUTS },
    title: { zh: '等买家付款', en: 'Buyer pays' },
  }),
  defineRule({
    ...MERCHANT,
    ...HK,
    id: 'jd.hk.ship',
    event: 'order.paid',
    timing: runFor(hours(48)),
    closes: ['order.shipped', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'J07', url: HK_TIMEOUTS },
    title: { zh: '上传单号并点击出库', en: 'Upload the waybill and click out of warehouse' },
  }),
  defineRule({
    ...MERCHANT,
    ...HK,
    id: 'jd.hk.first-trace',
    event: 'order.paid',
    timing: runFor(hours(72)),
    closes: ['order.trace_seen', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'J07', url: 'https://jd.hk/channelGuidePage/UdV4UeW6UdV4U1X9.html' },
    title: { zh: '确认快递已有轨迹', en: 'Get a visible courier trace' },
  }),
  defineRule({
    ...MERCHANT,
    ...HK,
    id: 'jd.hk.shortage',
    event: 'order.placed',
    where: { site: ['hk'], caseType: ['outOfStock'] },
    timing: runFor(hours(24)),
    closes: ['buyer.contacted', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'J08', url: HK_TIMEOUTS },
    title: { zh: '电话告知买家缺货', en: 'Phone the buyer about the shortage' },
  }),
  defineRule({
    ...BUYER,
    ...HK,
    id: 'jd.hk.return.window',
    event: 'order.signed',
    timing: runFor(days(7)),
    onMiss: 'close_case',
    source: { ref: 'J09', url: 'https://jd.hk/channelGuidePage/UdWaUaW6UdV4U9X9.html' },
    title: { zh: '买家可退换货的期限', en: 'Buyer may return or exchange' },
  }),
];

/** Days of price protection as labelled on the item, counted in hours from the order (J10). */
const priceProtection: readonly DeadlineRule[] = [7, 15, 30, 90].map((label) =>
  defineRule({
    ...BUYER,
    id: `jd.price-protection.${label}d`,
    event: 'order.placed',
    where: { priceProtectionDays: [label] },
    assume: false,
    timing: runFor(hours(label * 24)),
    onMiss: 'close_case',
    remind: [],
    source: { ref: 'J10', url: 'http://m.qdxinzhong.com/ask/49492.html', date: '2022-10' },
    confidence: 'medium',
    title: { zh: `买家可申请价保（${label} 天）`, en: `Buyer may claim price protection (${label} days)` },
  }),
);

/**
 * JD (conflicts C6, C7, C12 of section 2.12). Spring Festival pauses are in `pauses.ts`. S44 and S45 are Biyao
 * rules printed under a JD title and do not ship.
 */
export const jdRules: readonly DeadlineRule[] = [
  ...serviceOrder,
  ...answers,
  ...hongKong,
  ...priceProtection,
];
