import { days, defineRule, runFor, workdays } from '../define-rule';
import type { DeadlineRule } from '../rule';
import { ENDED } from './common';

const LAW = { basis: 'law', platform: 'any', confidence: 'high' } as const;
const MERCHANT = { ...LAW, actor: 'merchant' } as const;
const BUYER = { ...LAW, actor: 'buyer' } as const;
/** Consumer protection law, Art. 23 to 25 and 46. */
const CONSUMER_LAW = '2013-10-25';
/** Interim measures on seven-day no-reason returns. */
const SEVEN_DAY_MEASURES = '2020-10-23';

const goods: readonly DeadlineRule[] = [
  defineRule({
    ...BUYER,
    id: 'law.seven-day',
    event: 'order.signed',
    timing: runFor(days(7), { start: 'next_midnight' }),
    onMiss: 'close_case',
    source: { ref: 'L01', date: CONSUMER_LAW, also: ['L02'] },
    title: { zh: '买家可七日无理由退货的法定期限', en: 'Buyer may return without a reason (law)' },
    note: {
      zh: '定作、鲜活易腐、已拆封音像软件、报刊等除外',
      en: 'Not for made-to-order, fresh, opened digital media, newspapers',
    },
  }),
  defineRule({
    ...MERCHANT,
    id: 'law.return.refund',
    event: 'return.signed',
    timing: runFor(days(7)),
    closes: ENDED,
    onMiss: 'penalty',
    source: { ref: 'L03', date: CONSUMER_LAW },
    title: { zh: '退还七日退货的货款', en: 'Pay back the returned goods (law)' },
  }),
  defineRule({
    ...MERCHANT,
    id: 'law.delay.request',
    event: 'aftersale.applied',
    timing: runFor(days(15)),
    closes: ['aftersale.agreed', ...ENDED],
    onMiss: 'penalty',
    source: { ref: 'L04', date: SEVEN_DAY_MEASURES },
    title: {
      zh: '处理退货要求，超过即为故意拖延',
      en: 'Handle the return request before it counts as delay (law)',
    },
  }),
  defineRule({
    ...MERCHANT,
    id: 'law.delay.refund',
    event: 'return.signed',
    timing: runFor(days(15)),
    closes: ENDED,
    onMiss: 'penalty',
    source: { ref: 'L04', date: SEVEN_DAY_MEASURES },
    title: { zh: '办理退款，超过即为故意拖延', en: 'Pay the refund before it counts as delay (law)' },
  }),
  defineRule({
    ...BUYER,
    id: 'law.fault.window',
    event: 'order.signed',
    timing: runFor(days(7), { start: 'next_midnight' }),
    onMiss: 'none',
    source: { ref: 'L05', date: CONSUMER_LAW },
    title: { zh: '商品有质量问题，买家可退货的期限', en: 'Buyer may return faulty goods (law)' },
    note: {
      zh: '之后可要求更换或修理，运费由商家承担',
      en: 'Later repair or exchange; freight on the merchant',
    },
  }),
  defineRule({
    ...MERCHANT,
    id: 'law.burden-of-proof',
    event: 'order.signed',
    where: { durable: [true] },
    assume: false,
    timing: runFor({ n: 6, unit: 'month' }),
    onMiss: 'none',
    remind: [],
    source: { ref: 'L06', date: CONSUMER_LAW },
    title: { zh: '耐用品瑕疵由商家举证的期限', en: 'Merchant bears the burden of proof (durable goods)' },
  }),
];

const authority: readonly DeadlineRule[] = [
  defineRule({
    ...LAW,
    actor: 'authority',
    id: 'law.complaint.accept',
    event: 'complaint.received',
    where: { channel: ['12315'] },
    assume: false,
    timing: runFor(workdays(7)),
    closes: ['complaint.accepted', 'complaint.closed'],
    onMiss: 'none',
    source: { ref: 'L07', date: CONSUMER_LAW },
    title: { zh: '等 12315 决定是否受理', en: '12315 accepts or refuses the complaint' },
  }),
  defineRule({
    ...LAW,
    actor: 'authority',
    id: 'law.complaint.mediation',
    event: 'complaint.accepted',
    timing: runFor(days(60)),
    adjust: [
      { on: 'complaint.testing_started', pause: true },
      { on: 'complaint.testing_done', resume: true },
    ],
    closes: ['complaint.closed'],
    onMiss: 'none',
    source: {
      ref: 'L08',
      url: 'https://www.samr.gov.cn/zw/zfxxgk/fdzdgknr/fgs/art/2026/art_e4d03a20c0fd49769e408c7bf3791ff5.html',
      date: '2026-04-15',
    },
    title: { zh: '12315 调解结束', en: '12315 mediation ends' },
    note: { zh: '2026-04-15 前为 45 个工作日', en: 'It was 45 working days before 2026-04-15' },
  }),
  ...([7, 15] as const).map((n) =>
    defineRule({
      ...LAW,
      actor: 'platform',
      id: n === 7 ? 'law.rule-change' : 'law.rule-change.major',
      event: 'platform.rule_announced',
      where: { majorChange: [n === 15] },
      assume: n === 7,
      timing: runFor(days(n)),
      onMiss: 'none',
      effective: { from: '2026-02-01', to: null },
      source: { ref: 'L09', date: '2025-12-18' },
      title: {
        zh: `平台新规最早生效（公示 ${n} 日）`,
        en: `New platform rule takes effect at the earliest (${n} days)`,
      },
    }),
  ),
];

/** Law that counts on every platform (conflict C11 of section 2.12: 60 calendar days of mediation). */
export const lawRules: readonly DeadlineRule[] = [...goods, ...authority];
