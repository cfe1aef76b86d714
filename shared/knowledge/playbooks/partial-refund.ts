import { any, back, definePlaybook, stage, step, to, w } from './define-playbook';
import { wrapUp } from './last-stages';
import { chargeSupplier, supplierProof } from './parcel-steps';
import * as common from './common-steps';

const { memo } = common;

export const partialRefund = definePlaybook({
  version: 2,
  key: 'partialRefund',
  name: w('部分退款', 'Partial refund'),
  about: w(
    '退折扣、邮费或补偿。教买家填金额，盯住别过期。',
    'A discount, freight or compensation. Explain how to fill the amount and watch the time.',
  ),
  rows: 'R45 R46',
  bearer: 'shop',
  stages: [
    stage(
      'agree',
      w('谈好金额', 'Agree the amount'),
      [
        step('note', 'why-partial', w('为什么退、退多少', 'Why, and how much'), 'R4 R40 R45 R156', {
          fields: [
            { id: 'why', title: w('原因', 'Reason'), type: 'text', required: true },
            { id: 'amount', title: w('退多少', 'Refund'), type: 'money', required: true },
          ],
        }),
        step('script', 'how-to-fill', w('教买家怎么填', 'Explain how to fill it in'), 'R45', {
          script: 'M10',
        }),
        supplierProof,
        memo,
      ],
      [to('applied')],
    ),
    stage(
      'applied',
      w('等买家申请', 'Wait for the request'),
      [
        step('deadline', 'applied', w('买家提交了申请', 'Buyer applied'), 'R46', {
          event: 'aftersale.applied',
          waitOn: 'us',
          help: w(
            '没在交易成功前申请，就只能再申请售后或请小二开入口。',
            'After the trade has succeeded only a new after-sales request or the platform’s staff can help.',
          ),
        }),
      ],
      [to('pay')],
    ),
    stage(
      'pay',
      w('退款', 'Refund'),
      [{ ...common.refund, rows: ['R43', 'R45', 'R46'], amountFrom: 'why-partial' }, chargeSupplier],
      [
        to('done'),
        back('applied', w('金额填错，请买家重新申请', 'Wrong amount: apply again')),
        back(
          'applied',
          w('交易已成功，再次申请售后', 'Trade completed: apply again as after-sales'),
          any({ event: 'trade.succeeded' }),
        ),
      ],
    ),
    wrapUp,
  ],
});
