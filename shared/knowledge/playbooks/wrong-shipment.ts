import { answered, back, definePlaybook, not, stage, step, to, w } from './define-playbook';
import { whoseFault, supplierProof, courierProof, remedy, remedyStages, afterRemedy } from './parcel-steps';
import { wrapUpAfter } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

const { memo, register } = common;

export const wrongShipment = definePlaybook({
  version: 2,
  key: 'wrongShipment',
  name: w('发错/漏发', 'Wrong or missing'),
  about: w(
    '看图核对订单，登记发错货，再换、补或退。',
    'Compare picture and order, log it, then exchange, reship or refund.',
  ),
  rows: 'R30 R81 R95 R107',
  bearer: 'shop',
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [
        step('script', 'ask-photos', w('请买家拍收到的东西', 'Ask for a photo of what arrived'), 'R20 R174', {
          optional: true,
          script: 'M27',
        }),
        step(
          'evidence',
          'wrong-photo',
          w('收下照片，看过再认可', 'File the photos, look, accept'),
          'R17 R21 R22 R95',
          {
            slots: [slots.fault],
          },
        ),
        step('decision', 'compare', w('和订单、物流核对', 'Compare with order and courier'), 'R32 R75 R95', {
          options: [
            { id: 'wrong', title: w('确实发错', 'Really the wrong item') },
            { id: 'missing', title: w('确实漏发', 'Something is missing') },
            { id: 'entry', title: w('录单错误', 'Order entered wrong') },
            { id: 'fine', title: w('没有发错', 'Nothing is wrong') },
          ],
        }),
        whoseFault('R2 R3 R95'),
        supplierProof,
        courierProof,
        register,
      ],
      [to('done', answered('compare', 'fine')), to('decide', not(answered('compare', 'fine')))],
    ),
    stage(
      'decide',
      w('定处理', 'Decide'),
      [remedy('R8 R23 R95 R107'), memo],
      [...afterRemedy, back('verify', w('买家换了要求，重新核实', 'The buyer changed their mind'))],
    ),
    ...remedyStages,
    wrapUpAfter(answered('compare', 'fine')),
  ],
});
