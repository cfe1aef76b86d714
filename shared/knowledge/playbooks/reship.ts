import { back, definePlaybook, liable, stage, step, to, w } from './define-playbook';
import {
  whoseFault,
  supplierProof,
  courierProof,
  chargeSupplier,
  claimCourier,
  sendAgain,
  tellWaybill,
} from './parcel-steps';
import { wrapUpNoted } from './last-stages';
import * as common from './common-steps';

const { memo, register } = common;

export const reship = definePlaybook({
  version: 2,
  key: 'reship',
  name: w('补发', 'Reship'),
  about: w(
    '确认少了什么、谁的责任，有凭据再补发。',
    'Settle what is missing and whose fault; send with proof in hand.',
  ),
  rows: 'R81 R107 R108',
  bearer: 'shop',
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [
        step('note', 'what', w('补什么、补几件', 'What, how many'), 'R77 R110', {
          fields: [{ id: 'what', title: w('补发内容', 'To send'), type: 'text', required: true }],
          help: w('地址、电话、规格再核对一遍。', 'Check address, phone and variant once more.'),
        }),
        whoseFault('R2 R3 R81'),
        supplierProof,
        courierProof,
        { ...register, when: liable('shop', 'supplier'), optional: true },
      ],
      [to('send')],
    ),
    stage(
      'send',
      w('补发', 'Send'),
      [sendAgain, tellWaybill, memo, chargeSupplier, claimCourier],
      [to('done'), back('verify', w('补发又出错，从头核实', 'Wrong again: check from the start'))],
    ),
    wrapUpNoted,
  ],
});
