import { defineRule, hours, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import {
  ANSWERED,
  MAY_SHORTEN,
  REFUND_ONLY_CASES,
  RETURN_CASES,
  SHORTENABLE_LEADS,
  UNSHIPPED_CASES,
  UNVERIFIED,
} from './common';

const SEED = '2023-06-21';
const MERCHANT = { basis: 'platform', platform: 'pdd', actor: 'merchant' } as const;
const FAST_REFUND_URL = 'https://php.xlycwl.com/faq/1501467.html';

/** Pinduoduo: the merchant's answer to an application (conflict C4 of section 2.12). */
export const pddReviewRules: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'pdd.refund-only.review',
    event: 'aftersale.applied',
    where: { caseType: REFUND_ONLY_CASES },
    timing: runFor(hours(48)),
    adjust: MAY_SHORTEN,
    remind: SHORTENABLE_LEADS,
    closes: ANSWERED,
    onMiss: 'auto_refund',
    source: { ref: 'S47', date: SEED, also: ['S48', 'S38', 'S39', 'P02', 'L10'] },
    confidence: 'medium',
    title: { zh: '处理仅退款申请', en: 'Answer the refund-only request' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.unshipped.review',
    event: 'aftersale.applied',
    where: { caseType: UNSHIPPED_CASES },
    timing: runFor(hours(36)),
    adjust: MAY_SHORTEN,
    remind: SHORTENABLE_LEADS,
    closes: ANSWERED,
    onMiss: 'auto_refund',
    source: { ref: 'P01', url: FAST_REFUND_URL, date: '2025-09-06', also: ['S48', 'S52'] },
    confidence: 'low',
    title: { zh: '处理未发货退款申请', en: 'Answer the refund request before shipping' },
    note: {
      zh: '36 小时与 48 小时两种说法并存，取较短者',
      en: 'Sources say 36 or 48 hours; the shorter one is used',
    },
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.unshipped.fast-refund',
    event: 'aftersale.applied',
    where: { caseType: UNSHIPPED_CASES, amountMax: 500, fastRefund: [true] },
    assume: false,
    timing: runFor(hours(24)),
    closes: ANSWERED,
    onMiss: 'auto_refund',
    source: { ref: 'P03', url: FAST_REFUND_URL, date: '2025-09-06' },
    confidence: 'low',
    enabled: false,
    title: { zh: '处理极速退款申请', en: 'Answer the fast-refund request' },
    note: UNVERIFIED,
  }),
  defineRule({
    ...MERCHANT,
    id: 'pdd.return.review',
    event: 'aftersale.applied',
    where: { caseType: [...RETURN_CASES, 'exchange', 'repair', 'reship'] },
    timing: runFor(hours(48)),
    adjust: MAY_SHORTEN,
    remind: SHORTENABLE_LEADS,
    closes: ANSWERED,
    onMiss: 'auto_refund_no_return',
    source: { ref: 'S53', date: SEED, also: ['S48', 'S38', 'S39', 'P02', 'L10'] },
    confidence: 'medium',
    title: { zh: '处理退货退款申请', en: 'Answer the return request' },
    note: {
      zh: '2026-02-01 起平台不得强制仅退款，默认后果可能已改变（L10）',
      en: 'Platforms may not force refunds without return since 2026-02-01, the effect may have changed (L10)',
    },
  }),
];
