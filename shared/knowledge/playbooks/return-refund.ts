import { answered, any, back, byway, definePlaybook, not, stage, step, to, w } from './define-playbook';
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
    script: 'R42.due',
  },
);

/** The buyer let the time to enter the waybill pass (R42). */
const lapsed = answered('waybill-state', 'closed');
const waybillState = step(
  'decision',
  'waybill-state',
  w('买家没按时填单号？', 'No waybill in time?'),
  'R42',
  {
    optional: true,
    help: w(
      '到期没填，平台会关闭退款、交易照常成功；快到期先催。',
      'Without it the platform closes the refund and the trade succeeds; remind before.',
    ),
    options: [
      { id: 'open', title: w('还在期限内，已催', 'Still in time, reminded'), set: { waitingOn: 'buyer' } },
      {
        id: 'closed',
        title: w('逾期没填，退款关闭', 'Too late: refund closed'),
        event: 'aftersale.closed',
        again: true,
        set: { waitingOn: 'buyer' },
      },
    ],
  },
);
const closedStage = byway(
  'refundClosed',
  w('退款关闭', 'Refund closed'),
  [
    step('script', 'closed-notice', w('告诉买家还有哪两条路', 'Tell the buyer the two ways left'), 'R42', {
      script: 'R42.closed',
    }),
    step('decision', 'reopen', w('买家走哪条路', 'Which way does the buyer take?'), 'R42', {
      options: [
        {
          id: 'reapplied',
          title: w('重新申请了售后', 'Applied again'),
          event: 'aftersale.applied',
          again: true,
          set: { waitingOn: 'us' },
        },
        {
          id: 'xiaoer',
          title: w('联系小二开了入口', 'Had the platform open it again'),
          event: 'aftersale.applied',
          again: true,
          set: { waitingOn: 'us' },
          note: w('交易成功、过了期的，只有小二能开', 'After the trade succeeded only the platform can'),
        },
        {
          id: 'gone',
          title: w('不再申请', 'Lets it be'),
          outcome: 'buyerGaveUp',
        },
      ],
    }),
  ],
  [
    to('done', answered('reopen', 'gone')),
    back('verify', w('重新核实', 'Check anew'), answered('reopen', 'reapplied', 'xiaoer')),
  ],
);

export const returnRefund = definePlaybook({
  version: 4,
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
        answered('reopen', 'gone'),
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
      [claimKind, ...common.unannounced, askPhotos, faultPhotos, eligible, retention],
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
        waybillState,
        { ...waybill, when: not(lapsed) },
      ],
      [
        to('refundClosed', lapsed),
        to('arrive'),
        back('verify', w('买家改了申请，重新核实', 'The buyer changed the request: check anew')),
      ],
    ),
    closedStage,
    stage('arrive', w('收货', 'Receive'), [returnSigned, codCheck], [to('check')]),
    stage('check', w('质检', 'Inspect'), [inspect], [toDispute, to('pay', inspectedFine)]),
    failedTalk,
    stage('pay', w('退款', 'Refund'), [refund, freight], [to('done')]),
    wrapUpAfter(any(kept, not(answered('verdict', 'agree')))),
  ],
});
