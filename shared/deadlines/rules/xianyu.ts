import { defineRule, hours, runFor } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { TRADE_DONE, UNVERIFIED } from './common';
import { taobaoReceiptRules } from './taobao-receipt';
import { taobaoRefundRules } from './taobao';

/** Second-hand goods have no right of return and no freight insurance; auto-confirm has a rule of its own. */
const NOT_ON_XIANYU = ['taobao.seven-day', 'taobao.freight-insurance', 'taobao.receipt.auto-confirm'];

/** Xianyu follows Taobao's timeout tables (Y01, Art. 6 of its rule). */
const shared: readonly DeadlineRule[] = [...taobaoRefundRules, ...taobaoReceiptRules]
  .filter((rule) => !NOT_ON_XIANYU.includes(rule.id))
  .map((rule) => ({
    ...rule,
    platform: 'xianyu',
    id: rule.id.replace('taobao.', 'xianyu.'),
    source: { ...rule.source, also: ['Y01', ...(rule.source.also ?? [])] },
  }));

const AUTO_CONFIRM = {
  basis: 'platform',
  platform: 'xianyu',
  actor: 'buyer',
  closes: TRADE_DONE,
  onMiss: 'deemed_received',
} as const;

const own: readonly DeadlineRule[] = taobaoReceiptRules
  .filter((rule) => rule.id === 'taobao.receipt.auto-confirm')
  .map((rule) => ({
    ...rule,
    platform: 'xianyu',
    id: 'xianyu.receipt.auto-confirm',
    where: {},
    source: {
      ref: 'Y03',
      url: 'https://nqbk.net/changshi/R2dG3W4dZ4.html',
      date: null,
      also: ['Y01', 'T10', 'T11', 'T13'],
    },
  }));

const pickUp: readonly DeadlineRule[] = [
  defineRule({
    ...AUTO_CONFIRM,
    id: 'xianyu.pickup.auto-confirm',
    event: 'order.handed_over',
    timing: runFor(hours(72)),
    source: { ref: 'Y04', url: 'https://nqbk.net/changshi/R2dG3W4dZ4.html' },
    confidence: 'low',
    title: { zh: '自提自动确认收货', en: 'Self pick-up is confirmed automatically' },
    note: UNVERIFIED,
  }),
];

/** Xianyu. For an unshipped refund Y02 says 48 h, the Taobao table it follows 24 h: the shorter one is used. */
export const xianyuRules: readonly DeadlineRule[] = [...shared, ...own, ...pickUp];
