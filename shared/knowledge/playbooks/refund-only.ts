import { all, answered, any, back, definePlaybook, stage, step, to, w } from './define-playbook';
import { askedAgainStage, notAskedAgain, refusedStage, wrapUpAfter } from './last-stages';
import * as common from './common-steps';

const { contactBuyer, kept, memo, notKept, refund, retention, verdict } = common;

export const refundOnly = definePlaybook({
  version: 4,
  key: 'refundOnly',
  name: w('仅退款', 'Refund only'),
  about: w(
    '不退货只退钱。逾期平台会自己退，先核实再定。',
    'Money without a return. The platform refunds by itself when late: check, then decide.',
  ),
  rows: 'R39 R40 R59 R60',
  bearer: 'shop',
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [
        contactBuyer,
        ...common.unannounced,
        { ...common.claimKind, id: 'claim-kind' },
        step('note', 'stated-reason', w('买家写的退款理由', 'The reason the buyer gives'), 'R40', {
          help: w(
            '理由不完整就先请买家补，平台按写的理由审。',
            'Incomplete? Ask the buyer to add to it: the platform judges by what is written.',
          ),
          fields: [{ id: 'reason', title: w('退款理由', 'Reason'), type: 'text', required: true }],
        }),
        step('script', 'complete-reason', w('请买家把理由填完整', 'Ask for the full reason'), 'R39 R40', {
          optional: true,
          script: 'M8',
        }),
        common.askPhotos,
        common.faultPhotos,
        retention,
      ],
      [to('done', kept), to('decide', notKept)],
    ),
    stage(
      'decide',
      w('定处理', 'Decide'),
      [
        step('decision', 'return-needed', w('要不要退货', 'Are the goods to come back?'), 'R8 R60 R64', {
          options: [
            { id: 'no', title: w('不退货', 'Keep the goods') },
            {
              id: 'yes',
              title: w('要退货，转退货退款', 'Goods back: go on as a return'),
              set: { type: 'returnRefund' },
            },
          ],
        }),
        verdict,
        { ...memo, when: notAskedAgain },
      ],
      [
        to('pay', all(answered('verdict', 'agree'), answered('return-needed', 'no'))),
        to('refusedClaim', answered('verdict', 'refuse')),
        to('askedAgain', answered('verdict', 'askAgain')),
        to('done', answered('verdict', 'platformRule')),
        back('verify', w('再请买家补材料', 'Ask for more material')),
      ],
    ),
    refusedStage('verify'),
    askedAgainStage('verify'),
    stage('pay', w('退款', 'Refund'), [refund, common.feedback], [to('done')]),
    wrapUpAfter(any(kept, answered('verdict', 'askAgain'))),
  ],
});
