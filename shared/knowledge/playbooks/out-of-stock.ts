import { answered, back, byway, definePlaybook, stage, step, to, w } from './define-playbook';
import { wrapUpAfter } from './last-stages';
import { chargeSupplier, supplierNotice } from './parcel-steps';
import { slots } from './slots';
import * as common from './common-steps';

const { memo } = common;

export const outOfStock = definePlaybook({
  version: 2,
  key: 'outOfStock',
  name: w('缺货通知', 'Out of stock'),
  about: w(
    '第一时间联系买家：等、换还是退；加急和等通知的单要有确认。',
    'Contact the buyer at once: wait, swap or refund; urgent and hold orders need a confirmation.',
  ),
  rows: 'R6 R7 R74 R80',
  bearer: 'shop',
  stages: [
    stage(
      'tell',
      w('核实并通知', 'Check and tell'),
      [
        step('decision', 'what', w('厂家说的是什么', 'What does the supplier say?'), 'R74 R75 R79 R80', {
          options: [
            {
              id: 'noStock',
              title: w('缺货', 'Out of stock'),
              event: 'supplier.out_of_stock',
              set: { liability: 'supplier' },
            },
            { id: 'wrongOrder', title: w('做单有误', 'Order entered wrong'), set: { liability: 'staff' } },
            { id: 'custom', title: w('定制规格要确认', 'Custom spec to confirm') },
            { id: 'hold', title: w('加急 / 等通知发货', 'Urgent / hold') },
          ],
        }),
        step(
          'note',
          'order-check',
          w('和做单人核对地址、电话、规格', 'Check address, phone and variant with order entry'),
          'R75 R77',
          {
            when: answered('what', 'wrongOrder', 'hold'),
            fields: [{ id: 'found', title: w('核对结果', 'Finding'), type: 'text', required: true }],
          },
        ),
        step('note', 'custom-spec', w('录入定制规格', 'Record the custom spec'), 'R77 R79', {
          when: answered('what', 'custom'),
          fields: [
            { id: 'spec', title: w('规格、尺寸、颜色', 'Spec, size, colour'), type: 'text', required: true },
            {
              id: 'confirmed',
              title: w('买家确认过图纸和规格', 'The buyer has confirmed drawing and spec'),
              type: 'choice',
              required: true,
              choices: [
                { id: 'yes', title: w('确认过', 'Confirmed') },
                { id: 'asked', title: w('已发，等确认', 'Sent, waiting') },
              ],
            },
          ],
        }),
        step('evidence', 'custom-drawing', w('图纸和确认截图', 'Drawing and the confirmation'), 'R79', {
          when: answered('what', 'custom'),
          optional: true,
          slots: [slots.talk],
        }),
        step('note', 'reply-supplier', w('核准后回复厂家', 'Answer the supplier'), 'R75 R79', {
          when: answered('what', 'wrongOrder', 'custom', 'hold'),
          waitOn: 'supplier',
          fields: [{ id: 'reply', title: w('回复内容', 'Answer'), type: 'text', required: true }],
        }),
        { ...common.contactBuyer, rows: ['R6', 'R7', 'R74'] },
        step('script', 'stock-notice', w('告诉买家缺货和选择', 'Tell the buyer the choices'), 'R6 R117', {
          optional: true,
          when: answered('what', 'noStock'),
          script: 'R6.stock',
        }),
      ],
      [to('choose')],
    ),
    stage(
      'choose',
      w('买家选择', 'Choice'),
      [
        step('decision', 'choice', w('等、换还是退', 'Wait, swap or refund?'), 'R6 R74 R80', {
          options: [
            { id: 'wait', title: w('等', 'Wait'), set: { waitingOn: 'supplier' } },
            { id: 'swap', title: w('换一款', 'Swap') },
            { id: 'refund', title: w('退款', 'Refund'), set: { type: 'unshippedRefund' } },
            { id: 'confirmed', title: w('已确认，照常发', 'Confirmed, ship') },
          ],
        }),
        memo,
        { ...supplierNotice, optional: true },
        chargeSupplier,
      ],
      [
        to('wait', answered('choice', 'wait')),
        to('swap', answered('choice', 'swap')),
        to('done', answered('choice', 'confirmed')),
        back('tell', w('情况变了，重新通知', 'Changed: tell again')),
      ],
    ),
    byway(
      'wait',
      w('等到货', 'Waiting for stock'),
      [
        step('note', 'hold-date', w('记下到货和发货日期', 'Note arrival and ship date'), 'R80 R111', {
          waitOn: 'supplier',
          remind: { words: w('确认到货了没有，好发货', 'Check whether it can be shipped'), field: 'when' },
          fields: [{ id: 'when', title: w('日期', 'Date'), type: 'time', required: true }],
        }),
        step('deadline', 'shipped', w('已发货', 'Shipped'), 'R80', { event: 'order.shipped' }),
      ],
      [to('done'), back('choose', w('买家不想等了', 'Buyer no longer waits'))],
    ),
    byway(
      'swap',
      w('换一款', 'Swap'),
      [
        step(
          'note',
          'new-item',
          w('换成什么，差价多少', 'Exchanged for what, and the price difference'),
          'R6 R15',
          {
            fields: [
              { id: 'item', title: w('换成', 'New item'), type: 'text', required: true },
              { id: 'difference', title: w('差价', 'Difference'), type: 'money', required: false },
            ],
          },
        ),
        step('deadline', 'swap-shipped', w('换的那款已发货', 'The other item was shipped'), 'R6', {
          event: 'order.shipped',
          waitOn: 'courier',
        }),
      ],
      [to('done'), back('choose', w('这款也没货，重新选', 'Not in stock either: choose again'))],
    ),
    wrapUpAfter(answered('choice', 'confirmed')),
  ],
});
