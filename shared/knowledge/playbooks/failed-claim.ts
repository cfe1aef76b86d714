import { answered, liable, step, w } from './define-playbook';
import type { Step } from '../../domain/playbook';

const failed = answered('claim-result', 'failed');

/** What came of the claim; when nobody pays, the shop bears part of it, says so and makes good with a coupon (R161). */
export const claimTail: readonly Omit<Step, 'stage'>[] = [
  step('decision', 'claim-result', w('快递赔了吗', 'Did the courier pay?'), 'R160 R161', {
    when: liable('courier', 'shared'),
    optional: true,
    options: [
      { id: 'paid', title: w('赔了', 'Paid') },
      {
        id: 'failed',
        title: w('没赔，我们分担一部分', 'Not paid: we share the loss'),
        set: { liability: 'shared' },
        refusesClaim: 'courier',
        note: w('索赔记为被拒；下面写我们出多少', 'The claim counts as refused; next, what we bear'),
      },
    ],
  }),
  step('note', 'claim-share', w('写下我们分担多少、送什么券', 'What we bear, and the coupon'), 'R161', {
    when: failed,
    books: [
      { field: 'amount', kind: 'compensation', bearer: 'shop' },
      { field: 'coupon', kind: 'coupon', bearer: 'shop' },
    ],
    fields: [
      { id: 'amount', title: w('店铺分担', 'The shop bears'), type: 'money', required: true },
      { id: 'coupon', title: w('优惠券', 'Coupon'), type: 'money', required: false },
    ],
  }),
  step('script', 'claim-failed', w('索赔没成，跟买家说明', 'Claim failed: explain it to the buyer'), 'R161', {
    when: failed,
    script: 'M22',
  }),
];
