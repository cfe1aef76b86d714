import { answered, any, back, definePlaybook, liable, not, stage, step, to, w } from './define-playbook';
import { whoseFault, supplierProof, courierProof, remedy, remedyStages, afterRemedy } from './parcel-steps';
import { wrapUpAfter } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

const { memo, register } = common;

export const shortage = definePlaybook({
  version: 2,
  key: 'shortage',
  name: w('缺件', 'Shortage'),
  about: w(
    '先排除分单，再看清单；包装完好就请买家全部上秤。',
    'Rule out split parcels, check the list; packaging intact: weigh everything.',
  ),
  rows: 'R32 R33',
  bearer: 'shop',
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [
        step('decision', 'split', w('是不是分单发的', 'Was it sent in several parcels?'), 'R32', {
          options: [
            { id: 'yes', title: w('是，另一件还在路上', 'Yes, one is still coming') },
            { id: 'no', title: w('不是', 'No') },
          ],
        }),
        step('evidence', 'list', w('要到发货清单照片', 'Get a photo of the packing list'), 'R32', {
          when: answered('split', 'no'),
          slots: [slots.list],
        }),
        step('decision', 'packing', w('包装完好吗', 'Was the packaging intact?'), 'R33', {
          when: answered('split', 'no'),
          options: [
            { id: 'intact', title: w('完好', 'Intact') },
            { id: 'broken', title: w('有破损、被拆过', 'Broken or opened'), set: { liability: 'courier' } },
          ],
        }),
        step('script', 'please-weigh', w('请买家全部上秤拍照', 'Ask the buyer to weigh everything'), 'R33', {
          when: answered('packing', 'intact'),
          script: 'M4',
        }),
        step('evidence', 'weighing', w('收下称重照片', 'File the weighing photos'), 'R33', {
          when: answered('packing', 'intact'),
          slots: [slots.weighing],
        }),
        step('decision', 'weight', w('重量对得上吗', 'Does the weight match?'), 'R33', {
          when: answered('packing', 'intact'),
          options: [
            {
              id: 'short',
              title: w('轻了，确实少件', 'Lighter: something is missing'),
              set: { liability: 'shop' },
            },
            {
              id: 'full',
              title: w('重量一致，没有少', 'Same weight: nothing missing'),
              set: { liability: 'buyer' },
            },
          ],
        }),
        whoseFault('R2 R81'),
        supplierProof,
        courierProof,
        { ...register, when: liable('shop', 'supplier', 'staff') },
      ],
      [
        to('done', any(answered('split', 'yes'), answered('weight', 'full'))),
        to('decide', not(any(answered('split', 'yes'), answered('weight', 'full')))),
      ],
    ),
    stage(
      'decide',
      w('定处理', 'Decide'),
      [remedy('R23 R32 R107'), memo],
      [...afterRemedy, back('verify', w('有新材料，重新核实', 'New material: check again'))],
    ),
    ...remedyStages,
    wrapUpAfter(any(answered('split', 'yes'), answered('weight', 'full'))),
  ],
});
