import { answered, back, definePlaybook, not, stage, step, to, w } from './define-playbook';
import { visitSteps } from './appointments';
import { paidRepair, quotePaid } from './paid-repair';
import { wrapUp } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

const { memo } = common;

export const repair = definePlaybook({
  version: 3,
  key: 'repair',
  name: w('维保维修', 'Repair and warranty'),
  about: w(
    '先定谁付钱，再下配件单或上门单，约好时效跟到完成。',
    'Who pays first, then parts or a visit, agree a date and follow through.',
  ),
  rows: 'R94 R97 R98 R99',
  bearer: 'shop',
  stages: [
    stage(
      'verify',
      w('了解故障', 'Understand'),
      [
        step(
          'note',
          'fault',
          w('记下故障和购买时间', 'Note the fault and when it was bought'),
          'R97 R99 R110',
          {
            fields: [
              { id: 'fault', title: w('故障', 'Fault'), type: 'text', required: true },
              { id: 'bought', title: w('购买时间', 'Bought'), type: 'text', required: false },
            ],
          },
        ),
        step('evidence', 'repair-photo', w('故障照片或视频', 'Photo or video of the fault'), 'R17 R174', {
          slots: [slots.fault],
          optional: true,
        }),
        step('decision', 'custom', w('定制商品售前说好了吗', 'Custom item: agreed before the sale?'), 'R98', {
          optional: true,
          help: w(
            '定制只维保不退换；没说好的损失由接单的销售承担。',
            'Custom goods are repaired, not returned; if not agreed, the seller who took the order bears it.',
          ),
          options: [
            { id: 'agreed', title: w('说好了', 'Agreed') },
            { id: 'notAgreed', title: w('没说好', 'Not agreed'), set: { liability: 'staff' } },
            { id: 'standard', title: w('不是定制', 'Not custom') },
          ],
        }),
        step('decision', 'who-pays', w('谁承担费用', 'Who pays?'), 'R97 R99 R162', {
          guard: 'decision',
          options: [
            { id: 'shop', title: w('保修内，店铺', 'Under warranty: shop'), set: { liability: 'shop' } },
            { id: 'supplier', title: w('厂家', 'Maker'), set: { liability: 'supplier' } },
            { id: 'buyer', title: w('买家付费', 'Buyer pays'), set: { liability: 'buyer' } },
          ],
        }),
        ...paidRepair({}, answered('who-pays', 'buyer')),
        quotePaid(answered('who-pays', 'buyer')),
      ],
      [to('done', answered('quote-ok', 'no')), to('order')],
    ),
    stage(
      'order',
      w('下单', 'Order it'),
      [
        step('decision', 'service', w('配件、上门还是寄修', 'Parts, a visit, or send it in?'), 'R94 R97', {
          options: [
            { id: 'parts', title: w('配件单', 'Parts') },
            { id: 'visit', title: w('上门单', 'Visit') },
            { id: 'sendIn', title: w('寄回维修', 'Send in') },
          ],
        }),
        ...visitSteps(answered('service', 'visit'), 'repaired', 'who-pays'),
        step('note', 'parts', w('配件单号和承诺时间', 'Parts order and promised date'), 'R97', {
          when: answered('service', 'parts'),
          waitOn: 'supplier',
          fields: [
            { id: 'parts', title: w('配件', 'Parts'), type: 'text', required: true },
            { id: 'order', title: w('配件单号', 'Parts order'), type: 'text', required: true },
            { id: 'promised', title: w('答应的时间', 'Promised'), type: 'time', required: true },
          ],
          remind: {
            words: w('配件答应今天到，问一下', 'Parts were promised for today: ask'),
            field: 'promised',
          },
          appointment: {
            kind: 'parts',
            when: 'promised',
            who: 'parts',
            told: 'tell-plan',
            bearer: 'who-pays',
            over: 'repaired',
          },
        }),
        step(
          'note',
          'send-in',
          w('谁来修、答应什么时候修好', 'Who repairs it, and the promised date'),
          'R97',
          {
            when: answered('service', 'sendIn'),
            fields: [
              { id: 'who', title: w('谁修', 'Repaired by'), type: 'text', required: true },
              { id: 'promised', title: w('答应的时间', 'Promised'), type: 'time', required: true },
            ],
            remind: {
              words: w('答应今天修好，问一下', 'The repair was promised for today: ask'),
              field: 'promised',
            },
            appointment: {
              kind: 'order',
              when: 'promised',
              who: 'who',
              told: 'tell-plan',
              bearer: 'who-pays',
              over: 'repaired',
            },
          },
        ),
        { ...common.returnInfo, when: answered('service', 'sendIn') },
        step('script', 'tell-plan', w('把安排告诉买家', 'Tell the buyer the plan'), 'R94 R117', {
          script: 'R94.plan',
        }),
        memo,
      ],
      [to('work')],
    ),
    stage(
      'work',
      w('维修中', 'Under repair'),
      [
        { ...common.waybill, when: answered('service', 'sendIn') },
        { ...common.returnSigned, rows: ['R97'], when: answered('service', 'sendIn') },
        step('deadline', 'repaired', w('维修完成', 'Repair done'), 'R97 R111', {
          event: 'repair.done',
          waitOn: 'us',
        }),
        step('note', 'sent-home', w('修好寄回买家', 'Send it back to the buyer'), 'R97', {
          when: answered('service', 'sendIn'),
          waitOn: 'courier',
          goods: 'inTransit',
          fields: [{ id: 'waybill', title: w('运单号', 'Waybill'), type: 'waybill', required: true }],
        }),
      ],
      [to('accept')],
    ),
    stage(
      'accept',
      w('买家验收', 'Buyer accepts'),
      [
        step('decision', 'works', w('修好了吗', 'Is it fixed?'), 'R99 R111', {
          options: [
            { id: 'yes', title: w('修好了', 'Yes') },
            { id: 'no', title: w('没修好', 'No') },
          ],
        }),
      ],
      [
        to('done', not(answered('works', 'no'))),
        back('order', w('没修好，再安排一次', 'Not fixed: arrange again'), answered('works', 'no')),
      ],
    ),
    wrapUp,
  ],
});
