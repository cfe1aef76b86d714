import { answered, any, back, definePlaybook, not, stage, step, to, w } from './define-playbook';
import { codCheck, failedTalk, inspectedFine, toDispute } from './inspection-talk';
import { askedAgainStage, refusedStage, wrapUpAfter } from './last-stages';
import * as common from './common-steps';

const {
  askPhotos,
  claimKind,
  extendTrade,
  faultPhotos,
  feedback,
  freight,
  inspect,
  kept,
  memo,
  notKept,
  ownFreight,
  refund,
  retention,
  returnInfo,
  returnSigned,
  slip,
  verdict,
  waybill,
} = common;

const eligible = step(
  'decision',
  'eligible',
  w('够不够七天无理由', 'Does the seven-day right apply?'),
  'R98 R142 R154',
  {
    when: answered('claim-kind', 'noReason'),
    help: w(
      '定制、生鲜、已激活、拆封的一次性密封品不适用。',
      'Not for custom, fresh, activated goods or broken hygiene seals.',
    ),
    options: [
      { id: 'yes', title: w('适用', 'Applies') },
      { id: 'no', title: w('不适用（定制、生鲜等）', 'Does not apply (custom, fresh …)') },
      { id: 'goodwill', title: w('不适用，但愿意通融', 'Does not apply, but we agree') },
    ],
  },
);

const remindWaybill = step(
  'script',
  'remind-waybill',
  w('提醒买家填退货单号', 'Remind the buyer of the return waybill'),
  'R42 R181',
  {
    optional: true,
    script: 'M8',
  },
);

export const returnRefund = definePlaybook({
  version: 3,
  key: 'returnRefund',
  name: w('退货退款', 'Return and refund'),
  about: w(
    '先看图定责，延长交易，发退货信息；货回来验过再退。',
    'Picture and liability first, extend, send details; refund after inspection.',
  ),
  rows: 'R44 R102 R179',
  bearer: 'buyer',
  closing: [
    {
      id: 'refunded',
      words: w('还没有记录退款', 'No refund is recorded yet'),
      met: any(
        { event: 'refund.succeeded' },
        kept,
        answered('verdict', 'refuse', 'platformRule'),
        answered('more-came', 'never'),
        {
          event: 'aftersale.withdrawn',
        },
      ),
      rows: ['R44'],
    },
  ],
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [claimKind, askPhotos, faultPhotos, eligible, retention],
      [to('done', kept), to('decide', notKept)],
    ),
    stage(
      'decide',
      w('定处理', 'Decide'),
      [verdict],
      [
        to('send', answered('verdict', 'agree')),
        to('refusedClaim', answered('verdict', 'refuse')),
        to('askedAgain', answered('verdict', 'askAgain')),
        to('done', answered('verdict', 'platformRule')),
        back('verify', w('再请买家补材料', 'Ask for more material')),
      ],
    ),
    refusedStage('verify'),
    askedAgainStage('verify'),
    stage(
      'send',
      w('等买家寄回', 'Goods on their way'),
      [
        extendTrade,
        returnInfo,
        slip,
        memo,
        { ...common.register, when: answered('claim-kind', 'mismatch') },
        feedback,
        ownFreight,
        remindWaybill,
        waybill,
      ],
      [to('arrive'), back('verify', w('退款关闭，买家重新申请', 'Request closed, buyer applies again'))],
    ),
    stage('arrive', w('收货', 'Receive'), [returnSigned, codCheck], [to('check')]),
    stage('check', w('质检', 'Inspect'), [inspect], [toDispute, to('pay', inspectedFine)]),
    failedTalk,
    stage('pay', w('退款', 'Refund'), [refund, freight], [to('done')]),
    wrapUpAfter(any(kept, not(answered('verdict', 'agree')))),
  ],
});
