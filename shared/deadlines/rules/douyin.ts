import { days, defineRule, hours, runFor, workdays } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ANSWERED, BACKHAUL_CASES, ENDED, SENT_BACK, TRADE_DONE, UNVERIFIED } from './common';

const MERCHANT = { basis: 'platform', platform: 'douyin', actor: 'merchant' } as const;
const BUYER = { basis: 'platform', platform: 'douyin', actor: 'buyer' } as const;
const ORDER_URL = 'https://www.chazhengzhuang.com/douyin/8249852539.html';
const EXCHANGE = {
  ref: 'D04',
  url: 'https://maijiaw.com/article/514898',
  date: '2022-03-25',
} as const;

const application: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'douyin.review',
    event: 'aftersale.applied',
    timing: runFor(hours(48)),
    closes: ANSWERED,
    onMiss: 'auto_agree',
    source: { ref: 'D01', url: ORDER_URL, date: '2025-09-12' },
    confidence: 'medium',
    title: { zh: '处理售后申请', en: 'Answer the after-sales request' },
    note: {
      zh: '未发货仅退款可能更短，请以后台倒计时为准',
      en: 'Unshipped refunds may be shorter; the countdown shown wins',
    },
  }),
  defineRule({
    ...BUYER,
    id: 'douyin.return.ship-back',
    event: 'aftersale.agreed',
    where: { caseType: BACKHAUL_CASES },
    timing: runFor(days(7)),
    closes: SENT_BACK,
    onMiss: 'none',
    source: { ref: 'D02', url: ORDER_URL, date: '2025-09-12' },
    confidence: 'low',
    title: { zh: '等买家寄回并填写单号', en: 'Buyer sends the goods back and enters the waybill' },
    note: UNVERIFIED,
  }),
  defineRule({
    ...MERCHANT,
    id: 'douyin.return.confirm',
    event: 'return.signed',
    where: { caseType: BACKHAUL_CASES.filter((type) => type !== 'exchange') },
    timing: runFor(hours(48)),
    closes: ['aftersale.refused', ...ENDED],
    onMiss: 'none',
    source: { ref: 'D03', url: ORDER_URL, date: '2025-09-12' },
    confidence: 'low',
    title: { zh: '验收退货并确认退款', en: 'Check the returned goods and confirm' },
    note: UNVERIFIED,
  }),
  defineRule({
    ...MERCHANT,
    id: 'douyin.exchange.inspect',
    event: 'return.signed',
    where: { caseType: ['exchange'] },
    timing: runFor(hours(48)),
    closes: ['return.inspected', 'aftersale.refused', ...ENDED],
    onMiss: 'penalty',
    effective: { from: '2022-03-31', to: null },
    source: EXCHANGE,
    confidence: 'medium',
    title: { zh: '验收换货退回的商品', en: 'Inspect the goods sent back for exchange' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'douyin.exchange.reship',
    event: 'return.inspected',
    where: { caseType: ['exchange'] },
    timing: runFor(hours(48)),
    closes: ['exchange.shipped', 'aftersale.refused', ...ENDED],
    onMiss: 'penalty',
    effective: { from: '2022-03-31', to: null },
    source: EXCHANGE,
    confidence: 'medium',
    title: { zh: '重新发出换货商品', en: 'Ship the exchange goods' },
  }),
];

const SERVICE_HOURS = { open: '09:00', close: '21:00', days: 'all' } as const;
const TICKET = {
  ...MERCHANT,
  event: 'ticket.received',
  closes: ['ticket.answered'],
  onMiss: 'penalty',
} as const;
const TICKET_URL = 'https://39zn.cn/article/285348.htm';

const tickets: readonly DeadlineRule[] = [
  defineRule({
    ...TICKET,
    id: 'douyin.ticket.12h',
    where: { ticketKind: ['exchange', 'goods', 'negotiatedRefund', 'courierComplaint', 'merchantComplaint'] },
    assume: false,
    timing: runFor(hours(12), { clock: SERVICE_HOURS }),
    source: { ref: 'D05', url: TICKET_URL, date: '2024-09-19' },
    confidence: 'medium',
    title: { zh: '处理平台客服工单（12 小时）', en: 'Answer the platform ticket (12 hours)' },
  }),
  defineRule({
    ...TICKET,
    id: 'douyin.ticket.2h',
    where: { ticketKind: ['refund', 'orderOperation', 'repeatComplaint', 'coupon', 'riskyGoods'] },
    timing: runFor(hours(2), { clock: SERVICE_HOURS }),
    source: { ref: 'D06', url: TICKET_URL, date: '2024-09-19' },
    confidence: 'medium',
    title: { zh: '处理平台客服工单（2 小时）', en: 'Answer the platform ticket (2 hours)' },
  }),
  defineRule({
    ...TICKET,
    id: 'douyin.ticket.courier',
    where: { ticketKind: ['courier'] },
    assume: false,
    // One service day is the next day at the same time: the earlier of the two readings of "24 h" (3.1).
    timing: runFor(days(1), { clock: SERVICE_HOURS }),
    source: { ref: 'D07', url: TICKET_URL, date: '2024-09-19' },
    confidence: 'low',
    title: { zh: '处理物流类工单（24 小时）', en: 'Answer the courier ticket (24 hours)' },
    note: {
      zh: '24 小时在 9:00-21:00 计时下有两种理解，取较早者',
      en: '24 hours on a 09:00-21:00 clock can be read two ways; the earlier one is used',
    },
  }),
];

const INVOICE = { url: 'https://www.mmker.cn/ask/9014.html', date: '2023-08-08' } as const;
const RULING = { url: 'https://39zn.cn/article/222252.htm', date: '2023-04-30' } as const;
const RECEIPT = {
  ...BUYER,
  event: 'order.shipped',
  closes: TRADE_DONE,
  onMiss: 'deemed_received',
  source: {
    ref: 'D10',
    url: 'http://dianshang.1000168.com/read/77139.html',
    date: '2024-09-16',
  },
  confidence: 'medium',
} as const;

const others: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'douyin.ruling.appeal',
    event: 'ruling.made',
    timing: runFor(days(7)),
    attempts: 1,
    closes: ['appeal.submitted'],
    onMiss: 'close_case',
    source: { ref: 'D08', ...RULING },
    confidence: 'medium',
    title: { zh: '对判责或扣款申诉（一次机会）', en: 'Appeal the ruling (one chance)' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'douyin.appeal.evidence',
    event: 'appeal.rejected',
    timing: runFor(days(3)),
    closes: ['evidence.submitted'],
    onMiss: 'close_case',
    source: { ref: 'D09', ...RULING },
    confidence: 'medium',
    title: { zh: '补充申诉凭证', en: 'Add evidence to the appeal' },
  }),
  defineRule({
    ...RECEIPT,
    id: 'douyin.receipt.auto-confirm',
    where: { signed: [true] },
    timing: runFor(days(15)),
    adjust: [{ on: 'buyer.receipt_extended', extend: days(3), by: 'buyer', times: 1 }],
    title: { zh: '自动确认收货（已签收）', en: 'Receipt is confirmed automatically (signed)' },
  }),
  defineRule({
    ...RECEIPT,
    id: 'douyin.receipt.auto-confirm.unsigned',
    where: { signed: [false] },
    // The system's own three days and the buyer's exclude each other, so nothing adds to day 18.
    timing: runFor(days(18)),
    title: { zh: '自动确认收货（未签收）', en: 'Receipt is confirmed automatically (not signed)' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'douyin.invoice.issue',
    event: 'invoice.applied',
    timing: {
      kind: 'latest',
      of: [runFor(days(10)), runFor(days(10), { event: 'trade.succeeded' })],
    },
    closes: ['invoice.issued'],
    onMiss: 'none',
    source: { ref: 'D11', ...INVOICE, also: ['D12'] },
    confidence: 'medium',
    title: { zh: '开具发票', en: 'Issue the invoice' },
  }),
  defineRule({
    ...BUYER,
    id: 'douyin.invoice.window',
    event: 'trade.succeeded',
    timing: runFor(days(30)),
    closes: ['invoice.applied'],
    onMiss: 'close_case',
    source: { ref: 'D12', ...INVOICE },
    confidence: 'medium',
    title: { zh: '买家可申请发票的期限', en: 'Buyer may ask for an invoice' },
  }),
  defineRule({
    ...BUYER,
    id: 'douyin.ruling',
    actor: 'platform',
    event: 'evidence.closed',
    timing: runFor(workdays(5)),
    closes: ['ruling.made'],
    onMiss: 'none',
    source: { ref: 'D13', url: ORDER_URL, date: '2025-09-12' },
    confidence: 'low',
    title: { zh: '等平台判定', en: 'Platform decides' },
    note: UNVERIFIED,
  }),
];

/** Douyin (conflict C8 of section 2.12: the exchange is two steps of 48 hours). */
export const douyinRules: readonly DeadlineRule[] = [...application, ...tickets, ...others];
