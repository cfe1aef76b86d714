import { days, defineRule, hours, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ANSWERED, ENDED, UNVERIFIED } from './common';
import { taobaoReceiptRules } from './taobao-receipt';
import { taobaoRefundRules } from './taobao';

const MERCHANT = { basis: 'platform', platform: 'tmall', actor: 'merchant' } as const;

/** Tmall shares Taobao's timeout tables (2.1); its exchange rules are its own. */
const shared: readonly DeadlineRule[] = [...taobaoRefundRules, ...taobaoReceiptRules].map((rule) => ({
  ...rule,
  platform: 'tmall',
  id: rule.id.replace('taobao.', 'tmall.'),
}));

const exchange: readonly DeadlineRule[] = [
  defineRule({
    ...MERCHANT,
    id: 'tmall.exchange.review',
    event: 'aftersale.applied',
    where: { caseType: ['exchange'] },
    timing: runFor(days(5)),
    closes: ANSWERED,
    onMiss: 'none',
    source: { ref: 'T17' },
    confidence: 'low',
    title: { zh: '处理换货申请', en: 'Answer the exchange request' },
    note: UNVERIFIED,
  }),
  defineRule({
    ...MERCHANT,
    id: 'tmall.return.address',
    event: 'ruling.made',
    timing: runFor(hours(24)),
    closes: ['return.address_given', ...ENDED],
    onMiss: 'none',
    source: { ref: 'T18', url: 'https://www.maijiaw.com/article/491726', date: '2021-07-18' },
    confidence: 'low',
    title: { zh: '提供退货地址', en: 'Give the return address' },
    note: UNVERIFIED,
  }),
];

export const tmallRules: readonly DeadlineRule[] = [...shared, ...exchange];
