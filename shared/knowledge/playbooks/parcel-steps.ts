import { all, answered, byway, liable, step, to, w } from './define-playbook';
import { failedTalk, inspectedFine, toDispute } from './inspection-talk';
import { slots } from './slots';
import * as common from './common-steps';
import type { Step } from '../../domain/playbook';

const { extendTrade, freight, refund, returnInfo, waybill } = common;

/** Who is to blame for something wrong in a parcel. */
export const whoseFault = (rows: string) =>
  step('decision', 'fault', w('定责任方', 'Decide who is liable'), rows, {
    options: [
      { id: 'shop', title: w('我们发错、装漏', 'We packed it wrong'), set: { liability: 'shop' } },
      { id: 'supplier', title: w('供应商', 'Supplier'), set: { liability: 'supplier' } },
      { id: 'courier', title: w('快递', 'Courier'), set: { liability: 'courier' } },
      { id: 'buyer', title: w('买家', 'Buyer'), set: { liability: 'buyer' } },
    ],
  });

export const supplierProof = step(
  'evidence',
  'supplier-proof',
  w('要到带 LOGO 的图和厂家回复', 'Logo picture and the maker’s reply'),
  'R76 R81 R107',
  {
    when: liable('supplier'),
    slots: [slots.logo, slots.supplier],
    help: w(
      '先要图，再问厂家，截图保存后才补发、赔偿。',
      'Picture, then the maker, then the screenshot; only then reship or pay.',
    ),
  },
);

/** What the supplier said about stock: proof enough where nothing was sent. */
export const supplierNotice = step(
  'evidence',
  'supplier-notice',
  w('厂家告知的截图', 'Screenshot of the supplier’s notice'),
  'R74 R76',
  { when: liable('supplier'), slots: [slots.supplier] },
);

export const courierProof = step(
  'evidence',
  'courier-proof',
  w('与物流确认损失并截图', 'Have the courier confirm the loss'),
  'R87 R88 R95',
  {
    when: liable('courier'),
    slots: [slots.liable],
  },
);

export const chargeSupplier = step(
  'claim',
  'charge-supplier',
  w('让供应商承担', 'Charge the supplier'),
  'R76 R81',
  {
    when: liable('supplier'),
    optional: true,
    guard: 'chargeSupplier',
    event: 'claim.filed',
    against: 'supplier',
    fields: [{ id: 'amount', title: w('金额', 'Amount'), type: 'money', required: true }],
  },
);

export const claimCourier = step(
  'claim',
  'claim-courier',
  w('向快递索赔', 'Claim from the courier'),
  'R87 R88 R160',
  {
    when: liable('courier'),
    optional: true,
    guard: 'bookLoss',
    event: 'claim.filed',
    against: 'courier',
    fields: [{ id: 'amount', title: w('索赔金额', 'Amount claimed'), type: 'money', required: true }],
  },
);

export const remedy = (rows: string) =>
  step('decision', 'remedy', w('跟买家定怎么补', 'Agree the remedy with the buyer'), rows, {
    guard: 'decision',
    options: [
      { id: 'reship', title: w('补发', 'Reship') },
      { id: 'exchange', title: w('退回换对的', 'Return and exchange') },
      { id: 'returnRefund', title: w('退货退款', 'Return and refund') },
      { id: 'partialRefund', title: w('部分退款', 'Partial refund') },
      { id: 'repair', title: w('维修、补配件', 'Repair or parts') },
      { id: 'rule', title: w('谈不拢，按平台规则', 'No agreement: platform rule'), outcome: 'platformRule' },
    ],
  });

export const sendAgain: Omit<Step, 'stage'> = step('deadline', 'send-again', w('发出', 'Send it'), 'R8 R81', {
  event: 'exchange.shipped',
  guard: 'sendOut',
  waitOn: 'courier',
  goods: 'inTransit',
});

export const tellWaybill = step(
  'script',
  'tell-new-waybill',
  w('把新单号告诉买家', 'Tell the buyer the new waybill number'),
  'R36 R125',
  {
    script: 'R125.sent',
  },
);

/** What follows the remedy: sending, a return, money. */
export const remedyStages = [
  byway('send', w('发货', 'Send'), [sendAgain, tellWaybill, chargeSupplier, claimCourier], [to('done')]),
  byway(
    'goods-home',
    w('货退回来', 'Goods come back'),
    [extendTrade, returnInfo, common.slip, waybill, common.returnSigned],
    [to('check')],
  ),
  byway(
    'check',
    w('质检', 'Inspect'),
    [common.inspect],
    [toDispute, to('send', all(inspectedFine, answered('remedy', 'exchange'))), to('pay', inspectedFine)],
  ),
  failedTalk,
  byway(
    'pay',
    w('退款', 'Refund'),
    [refund, freight, chargeSupplier, claimCourier].map((one) =>
      one === chargeSupplier || one === claimCourier ? { ...one, id: `${one.id}-2` } : one,
    ),
    [to('done')],
  ),
] as const;

export const afterRemedy = [
  to('send', answered('remedy', 'reship', 'repair')),
  to('goods-home', answered('remedy', 'exchange', 'returnRefund')),
  to('pay', answered('remedy', 'partialRefund')),
  to('done', answered('remedy', 'rule')),
];
