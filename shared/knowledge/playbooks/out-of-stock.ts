import { answered, back, byway, definePlaybook, liable, stage, step, to, w } from './define-playbook';
import { wrapUp } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

const { memo } = common;

export const outOfStock = definePlaybook({
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
        step('decision', 'what', w('厂家说的是什么', 'What does the supplier report'), 'R74 R75 R79 R80', {
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
          w('核对地址、电话、规格后回复厂家', 'Check address, phone, variant; answer the supplier'),
          'R75 R77 R79',
          {
            when: answered('what', 'wrongOrder', 'custom', 'hold'),
            waitOn: 'supplier',
            fields: [{ id: 'reply', title: w('回复内容', 'Answer'), type: 'text', required: true }],
          },
        ),
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
        step('decision', 'choice', w('等、换还是退', 'Wait, swap or refund'), 'R6 R74 R80', {
          options: [
            { id: 'wait', title: w('等', 'Wait'), set: { waitingOn: 'supplier' } },
            { id: 'swap', title: w('换一款', 'Swap') },
            { id: 'refund', title: w('退款', 'Refund'), set: { type: 'unshippedRefund' } },
            { id: 'confirmed', title: w('已确认，照常发', 'Confirmed, ship') },
          ],
        }),
        memo,
      ],
      [
        to('wait', answered('choice', 'wait')),
        to('loss', answered('choice', 'swap', 'refund')),
        to('done', answered('choice', 'confirmed')),
        back('tell', w('情况变了，重新通知', 'Changed: tell again')),
      ],
    ),
    byway(
      'wait',
      w('等到货', 'Waiting for stock'),
      [
        step('note', 'hold-date', w('记下到货和发货日期', 'Note arrival and ship date'), 'R80 R111', {
          fields: [{ id: 'when', title: w('日期', 'Date'), type: 'text', required: true }],
        }),
        step('deadline', 'shipped', w('已发货', 'Shipped'), 'R80', { event: 'order.shipped' }),
      ],
      [to('done'), back('choose', w('买家不想等了', 'Buyer no longer waits'))],
    ),
    byway(
      'loss',
      w('供应商的损失', 'Supplier loss'),
      [
        step('claim', 'charge-supplier', w('让供应商承担', 'Charge the supplier'), 'R76', {
          when: liable('supplier'),
          optional: true,
          guard: 'chargeSupplier',
          event: 'claim.filed',
          against: 'supplier',
          fields: [{ id: 'amount', title: w('金额', 'Amount'), type: 'money', required: true }],
        }),
        step(
          'evidence',
          'supplier-proof',
          w('厂家告知缺货的截图', 'Screenshot of the supplier’s notice'),
          'R76 R81',
          {
            when: liable('supplier'),
            optional: true,
            slots: [slots.supplier],
          },
        ),
      ],
      [to('done')],
    ),
    wrapUp,
  ],
});
