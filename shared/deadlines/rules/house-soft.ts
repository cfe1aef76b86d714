import { days, defineRule, hours, runFor } from '../define-rule';
import type { CaseType } from '../../domain/case';
import type { DeadlineRule, Span } from '../rule';

/** Seed row, event, target, Chinese and English duty, event that ends it. */
type SoftTarget = readonly [
  row: string,
  name: string,
  event: string,
  target: Span,
  zh: string,
  en: string,
  closes: string,
];

/** "At the first moment" has no number in the seeds: two hours is our own suggestion. */
const FIRST_MOMENT = hours(2);

const TARGETS: readonly SoftTarget[] = [
  [
    'S21',
    'out-of-stock',
    'supplier.out_of_stock',
    FIRST_MOMENT,
    '告知买家缺货并协商',
    'Tell the buyer it is out of stock',
    'buyer.contacted',
  ],
  [
    'S22',
    'delivery-problem',
    'delivery.problem',
    FIRST_MOMENT,
    '联系买家协商超区、停发',
    'Settle out-of-area or stopped delivery',
    'buyer.contacted',
  ],
  [
    'S23',
    'unreachable',
    'delivery.unreachable',
    FIRST_MOMENT,
    '给联系不上的买家留言',
    'Leave a message for the unreachable buyer',
    'buyer.contacted',
  ],
  [
    'S24',
    'lost-or-damaged',
    'parcel.problem_reported',
    FIRST_MOMENT,
    '联系买家说明丢件破损',
    'Explain the lost or damaged parcel',
    'buyer.contacted',
  ],
  [
    'S25',
    'supplier-claim',
    'goods.problem_reported',
    FIRST_MOMENT,
    '收集凭证向厂家索赔',
    'Collect proof for the supplier claim',
    'claim.filed',
  ],
  [
    'S26',
    'intercept',
    'intercept.requested',
    FIRST_MOMENT,
    '向物流确认货物状态',
    'Ask the courier for the state of the goods',
    'intercept.started',
  ],
  [
    'S28',
    'collect-returned',
    'return.at_station',
    FIRST_MOMENT,
    '通知厂家拉回并检查',
    'Have the supplier collect and check',
    'return.inspected',
  ],
  [
    'S29',
    'shipping-enquiry',
    'enquiry.received',
    FIRST_MOMENT,
    '确认货物位置并告知买家',
    'Locate the goods and tell the buyer',
    'buyer.contacted',
  ],
  [
    'S30',
    'after-installation',
    'installation.problem',
    FIRST_MOMENT,
    '与物流核实责任方',
    'Settle with the courier who is liable',
    'buyer.contacted',
  ],
  [
    'S32',
    'retain',
    'aftersale.applied',
    FIRST_MOMENT,
    '挽留订单',
    'Try to keep the order',
    'buyer.contacted',
  ],
  [
    'S34',
    'regular-follow-up',
    'buyer.contacted',
    days(1),
    '定期跟进未解决的问题',
    'Follow up the open problem',
    'case.closed',
  ],
  [
    'S60',
    'bad-review',
    'review.received',
    FIRST_MOMENT,
    '联系买家处理评价或投诉',
    'Contact the buyer about the review',
    'review.answered',
  ],
  [
    'S60',
    'complaint',
    'complaint.received',
    FIRST_MOMENT,
    '联系投诉的买家',
    'Contact the buyer who complained',
    'complaint.answered',
  ],
  [
    'S66',
    'return-trace',
    'intercept.returning',
    FIRST_MOMENT,
    '处理拦截件的售后申请',
    'Settle the request of the intercepted parcel',
    'refund.succeeded',
  ],
  [
    'S67',
    'confirm-receipt',
    'return.signed',
    FIRST_MOMENT,
    '确认收到退货',
    'Confirm receipt of the returned goods',
    'return.inspected',
  ],
];

/** A review or complaint that nobody answers stays for all to see (R166): these run from the start. */
const RUNNING: Readonly<Record<string, readonly CaseType[]>> = {
  'bad-review': ['review'],
  complaint: ['complaint'],
};

/** Soft targets without a number in the sources (TK20); the others are off until the shop sets its own value. */
export const houseSoftRules: readonly DeadlineRule[] = [
  ...TARGETS.map(([ref, name, event, target, zh, en, closes]) =>
    defineRule({
      id: RUNNING[name] ? `house.contact.${name}` : `house.soft.${name}`,
      basis: 'house',
      platform: 'any',
      actor: 'merchant',
      event,
      ...(RUNNING[name] ? { where: { caseType: RUNNING[name] } } : {}),
      timing: runFor(target),
      closes: RUNNING[name] ? [closes, 'buyer.contacted'] : [closes],
      onMiss: 'none',
      source: { ref },
      confidence: 'low',
      enabled: RUNNING[name] !== undefined,
      title: { zh, en },
      note: {
        zh: '原文只说"第一时间"，数值为建议值，请自行设定',
        en: 'The source says "at once"; the number is a suggestion, set your own',
      },
    }),
  ),
  defineRule({
    id: 'house.first-reply',
    basis: 'house',
    platform: 'any',
    actor: 'merchant',
    event: 'message.received',
    timing: runFor({ n: 10, unit: 'second' }),
    closes: ['message.answered'],
    onMiss: 'none',
    remind: [],
    source: { ref: 'S33', date: '2025-03-04' },
    confidence: 'low',
    enabled: false,
    title: { zh: '首次回复买家（黄金 10 秒）', en: 'Give the first reply (golden 10 seconds)' },
  }),
];
