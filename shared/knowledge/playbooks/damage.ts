import { all, answered, back, byway, definePlaybook, liable, stage, step, to, w } from './define-playbook';
import { claimTail } from './failed-claim';
import { failedTalk, inspectedFine, toDispute } from './inspection-talk';
import { wrapUp } from './last-stages';
import { paidRepair } from './paid-repair';
import { tellWaybill } from './parcel-steps';
import { slots } from './slots';
import * as common from './common-steps';

const { contactBuyer, extendTrade, freight, inspect, memo, refund, returnInfo, returnSigned, slip, waybill } =
  common;

const coupon = step('note', 'coupon', w('送券表示歉意', 'A coupon to say sorry'), 'R156 R161 R164', {
  when: answered('cause', 'flaw'),
  optional: true,
  books: [{ field: 'amount', kind: 'coupon', bearer: 'shop' }],
  fields: [
    { id: 'amount', title: w('券额（5–10 元）', 'Coupon (5–10 yuan)'), type: 'money', required: true },
  ],
});
export const damage = definePlaybook({
  version: 4,
  key: 'damage',
  name: w('破损瑕疵', 'Damage or flaw'),
  about: w(
    '看外包装定责：质量、运输还是使用；再修、补、换、退，损失找责任方。',
    'Packaging tells: fault, transport or misuse. Repair, parts, exchange, refund; the liable party pays.',
  ),
  rows: 'R88 R96 R158 R159 R160 R161 R162',
  bearer: 'courier',
  stages: [
    stage(
      'verify',
      w('留证', 'Evidence'),
      [
        step(
          'script',
          'keep-packaging',
          w('请买家留好包装并拍照', 'Ask to keep and photograph the packaging'),
          'R88 R159 R174',
          {
            optional: true,
            script: 'M21',
          },
        ),
        step(
          'evidence',
          'damage-photos',
          w('收齐外包装和实物照片', 'Collect photos of packaging and goods'),
          'R17 R88 R96 R158',
          {
            slots: [slots.outer, slots.inner, slots.fault],
          },
        ),
        step('decision', 'cause', w('看包装定原因', 'Judge by the packaging'), 'R88 R158 R162', {
          help: w(
            '外包装破了多半是运输；包装完好就看是质量还是使用。',
            'Broken outside points to transport; intact outside: fault or misuse.',
          ),
          options: [
            {
              id: 'flaw',
              title: w('小瑕疵，不影响使用', 'Small flaw, still usable'),
              set: { liability: 'shop' },
            },
            { id: 'quality', title: w('质量问题', 'Quality fault'), set: { liability: 'shop' } },
            {
              id: 'supplier',
              title: w('供应商包装、做工问题', 'Supplier’s packing or making'),
              set: { liability: 'supplier' },
            },
            { id: 'transport', title: w('运输途中', 'Transport'), set: { liability: 'courier' } },
            { id: 'misuse', title: w('使用不当', 'Misuse'), set: { liability: 'buyer' } },
          ],
        }),
      ],
      [to('confirm')],
    ),
    stage(
      'confirm',
      w('责任方确认', 'Confirm liability'),
      [
        step(
          'evidence',
          'courier-proof',
          w('与责任方确认损失并截图', 'Have the liable party confirm the loss'),
          'R88 R96',
          {
            when: liable('courier'),
            slots: [slots.liable],
          },
        ),
        step(
          'evidence',
          'supplier-proof',
          w('要到带 LOGO 的图和厂家回复', 'Logo picture and the maker’s reply'),
          'R81 R88',
          {
            when: liable('supplier'),
            slots: [slots.logo, slots.supplier],
          },
        ),
        { ...common.feedback, id: 'quality-feedback', when: liable('shop', 'supplier') },
      ],
      [to('decide')],
    ),
    stage(
      'decide',
      w('定处理', 'Decide'),
      [
        contactBuyer,
        step('decision', 'remedy', w('跟买家定怎么处理', 'Agree the remedy'), 'R23 R88 R96 R108 R158', {
          guard: 'decision',
          options: [
            { id: 'coupon', title: w('送券安抚，不退不换', 'Coupon, keeps the goods') },
            { id: 'partialRefund', title: w('部分退款', 'Partial refund') },
            { id: 'parts', title: w('补配件、维修', 'Parts or repair') },
            { id: 'exchange', title: w('换货，运费我们出', 'Exchange, freight on us') },
            { id: 'returnRefund', title: w('退货退款', 'Return and refund') },
            { id: 'paidRepair', title: w('买家付费维修', 'Repair paid by the buyer') },
            {
              id: 'rule',
              title: w('谈不拢，按平台规则', 'No agreement: platform rule'),
              outcome: 'platformRule',
            },
          ],
        }),
        coupon,
        memo,
      ],
      [
        to('done', answered('remedy', 'coupon', 'rule')),
        to('pay', answered('remedy', 'partialRefund')),
        to('send', answered('remedy', 'parts')),
        to('quote', answered('remedy', 'paidRepair')),
        to('goods-home', answered('remedy', 'exchange', 'returnRefund')),
        back('verify', w('责任有争议，重新看图', 'Liability disputed: look again')),
      ],
    ),
    byway(
      'quote',
      w('付费维修', 'Paid repair'),
      [...paidRepair({ set: { type: 'repair' } })],
      [to('done', answered('quote-ok', 'no')), to('send', answered('quote-ok', 'yes'))],
    ),
    stage(
      'goods-home',
      w('货退回来', 'Goods come back'),
      [extendTrade, returnInfo, slip, waybill, returnSigned],
      [to('check')],
    ),
    stage(
      'check',
      w('质检', 'Inspect'),
      [inspect],
      [
        toDispute,
        to('send', all(inspectedFine, answered('remedy', 'exchange'))),
        to('pay', all(inspectedFine, answered('remedy', 'returnRefund'))),
      ],
    ),
    failedTalk,
    stage(
      'send',
      w('发配件 / 换货', 'Send parts or exchange'),
      [
        step('deadline', 'send-again', w('发出', 'Send it'), 'R8 R81 R96', {
          event: 'exchange.shipped',
          guard: 'sendOut',
          waitOn: 'courier',
          goods: 'inTransit',
        }),
        tellWaybill,
      ],
      [to('claim')],
    ),
    stage('pay', w('退款', 'Refund'), [refund, freight], [to('claim')]),
    stage(
      'claim',
      w('追损失', 'Recover the loss'),
      [
        step('claim', 'claim-courier', w('向快递索赔', 'Claim from the courier'), 'R88 R160', {
          when: liable('courier'),
          guard: 'bookLoss',
          event: 'claim.filed',
          against: 'courier',
          fields: [{ id: 'amount', title: w('索赔金额', 'Amount claimed'), type: 'money', required: true }],
        }),
        ...claimTail,
        step('claim', 'charge-supplier', w('让供应商承担', 'Charge the supplier'), 'R76 R81', {
          when: liable('supplier'),
          guard: 'chargeSupplier',
          event: 'claim.filed',
          against: 'supplier',
          fields: [{ id: 'amount', title: w('金额', 'Amount'), type: 'money', required: true }],
        }),
      ],
      [to('done')],
    ),
    wrapUp,
  ],
});
