import { days, defineRule, hours, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import {
  AFTER_REFUSAL,
  ANSWERED,
  BACKHAUL_CASES,
  ENDED,
  REFUND_ONLY_CASES,
  RETURN_CASES,
  SENT_BACK,
  UNSHIPPED_CASES,
} from './common';

const MERCHANT = { basis: 'platform', platform: 'wechat', actor: 'merchant', confidence: 'high' } as const;
const BUYER = { basis: 'platform', platform: 'wechat', actor: 'buyer', confidence: 'high' } as const;
const GUIDE =
  'https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/ministore/minishopopencomponent2/API/aftersale/introduction.html';
const COMPLAINT = {
  ...MERCHANT,
  id: 'wechat.complaint.answer',
  event: 'complaint.received',
  closes: ['complaint.answered', ...ENDED],
  onMiss: 'close_case',
  source: {
    ref: 'W06',
    url: 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/complaint.html',
    date: '2024-03-25',
  },
  title: { zh: '处理交易投诉', en: 'Answer the trade complaint' },
} as const;

/** WeChat shop; figures from the official developer documents. */
export const wechatRules: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'wechat.refund.review',
    event: 'aftersale.applied',
    where: { caseType: [...REFUND_ONLY_CASES, ...UNSHIPPED_CASES] },
    timing: runFor(hours(48)),
    closes: ANSWERED,
    onMiss: 'none',
    source: { ref: 'W01', url: GUIDE },
    title: { zh: '处理退款申请', en: 'Answer the refund request' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'wechat.return.review',
    event: 'aftersale.applied',
    where: { caseType: [...RETURN_CASES, 'exchange', 'repair', 'reship'] },
    timing: runFor(hours(48)),
    closes: ANSWERED,
    onMiss: 'none',
    source: { ref: 'W02', url: GUIDE },
    title: { zh: '处理退货退款申请', en: 'Answer the return request' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'wechat.return.confirm',
    event: 'return.waybill_entered',
    timing: runFor(days(10)),
    closes: ['aftersale.refused', ...ENDED],
    onMiss: 'none',
    source: { ref: 'W03', url: GUIDE },
    title: { zh: '验收退货并确认收货', en: 'Check the returned goods and confirm receipt' },
  }),
  defineRule({
    ...BUYER,
    id: 'wechat.return.ship-back',
    event: 'aftersale.agreed',
    where: { caseType: BACKHAUL_CASES },
    timing: runFor(days(7)),
    closes: SENT_BACK,
    onMiss: 'none',
    source: { ref: 'W04', url: GUIDE },
    title: { zh: '等买家寄回并填写单号', en: 'Buyer sends the goods back and enters the waybill' },
  }),
  defineRule({
    ...BUYER,
    id: 'wechat.after-refusal',
    event: 'aftersale.refused',
    timing: runFor(days(7)),
    closes: AFTER_REFUSAL,
    onMiss: 'close_case',
    source: { ref: 'W05', url: 'https://developers.weixin.qq.com/doc/store/shop/guide/trade/complaint.html' },
    title: { zh: '等买家申请平台介入', en: 'Buyer calls the platform in' },
  }),
  defineRule({
    ...COMPLAINT,
    version: 2,
    timing: runFor(hours(48)),
    effective: { from: '2024-03-25', to: null },
  }),
  defineRule({
    ...COMPLAINT,
    version: 1,
    timing: runFor(hours(72)),
    effective: { from: null, to: '2024-03-24' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'wechat.ticket.answer',
    timing: { kind: 'manual', field: 'ticketDeadline' },
    closes: ['ticket.answered'],
    onMiss: 'decide_on_file',
    source: {
      ref: 'W07',
      url: 'https://developers.weixin.qq.com/doc/store/shop/guide/connect/platformkf.html',
    },
    title: { zh: '处理催发货等客诉工单', en: 'Answer the "urge shipping" ticket' },
  }),
];
