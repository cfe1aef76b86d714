import { answered, back, byway, definePlaybook, liable, stage, step, to, w } from './define-playbook';
import { claimTail } from './failed-claim';
import { courierProof, claimCourier, sendAgain, tellWaybill } from './parcel-steps';
import { wrapUpAfter } from './last-stages';
import * as common from './common-steps';

const { contactBuyer, memo, refund } = common;

export const lost = definePlaybook({
  version: 3,
  key: 'lost',
  name: w('丢件', 'Lost parcel'),
  about: w(
    '问清位置，能补就补，不要就退；损失与物流确认截图再索赔。',
    'Trace it, reship or refund, have the courier confirm, then claim.',
  ),
  rows: 'R87 R93',
  bearer: 'courier',
  stages: [
    stage(
      'trace',
      w('查件', 'Trace'),
      [
        step('deadline', 'reported', w('向快递报丢件', 'Report it to the courier'), 'R87 R93', {
          event: 'parcel.problem_reported',
          waitOn: 'courier',
        }),
        step('script', 'delay', w('先跟买家解释', 'Explain to the buyer'), 'R87 R93', {
          optional: true,
          script: 'M18.delay',
        }),
        step('decision', 'found', w('查件结果', 'What the trace found'), 'R87 R93', {
          options: [
            {
              id: 'found',
              title: w('找到了，继续派送', 'Found, being delivered'),
              set: { goods: 'inTransit' },
            },
            {
              id: 'lost',
              title: w('确认丢失', 'Lost for certain'),
              set: { goods: 'unknown', liability: 'courier' },
            },
          ],
        }),
        memo,
      ],
      [to('done', answered('found', 'found')), to('decide', answered('found', 'lost'))],
    ),
    stage(
      'decide',
      w('补发还是退款', 'Reship or refund?'),
      [
        contactBuyer,
        step('decision', 'lost-remedy', w('买家要补发还是退款', 'Reship or refund?'), 'R87 R108', {
          guard: 'decision',
          options: [
            { id: 'reship', title: w('补发', 'Reship') },
            { id: 'refund', title: w('不要了，退款', 'Refund') },
          ],
        }),
      ],
      [
        to('send', answered('lost-remedy', 'reship')),
        to('pay', answered('lost-remedy', 'refund')),
        back('trace', w('有新线索，再查', 'New trace, look again')),
      ],
    ),
    byway('send', w('补发', 'Reship'), [sendAgain, tellWaybill], [to('claim')]),
    byway('pay', w('退款', 'Refund'), [{ ...refund, rows: ['R43', 'R87'] }], [to('claim')]),
    stage(
      'claim',
      w('向快递索赔', 'Claim'),
      [
        { ...courierProof, when: liable('courier', 'shared') },
        { ...claimCourier, optional: false, when: liable('courier', 'shared') },
        ...claimTail,
      ],
      [to('done')],
    ),
    wrapUpAfter(answered('found', 'found')),
  ],
});
