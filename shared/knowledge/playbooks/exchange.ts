import {
  all,
  answered,
  any,
  back,
  byway,
  definePlaybook,
  liable,
  not,
  stage,
  step,
  to,
  w,
} from './define-playbook';
import { codCheck, failedTalk, inspectedFine, toDispute } from './inspection-talk';
import { askedAgainStage, notAskedAgain, refusedStage, wrapUpAfter } from './last-stages';
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

export const exchange = definePlaybook({
  version: 4,
  key: 'exchange',
  name: w('换货', 'Exchange'),
  about: w(
    '先退后换；店铺的错可凭退货单号先发；另拍新单算新订单。',
    'Return first; with shop fault and a waybill send early; a new order counts as new.',
  ),
  rows: 'R8 R9 R10 R14 R15',
  bearer: 'buyer',
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [
        claimKind,
        askPhotos,
        faultPhotos,
        step(
          'note',
          'new-item',
          w('换成什么，差价多少', 'Exchanged for what, and the price difference'),
          'R15 R110',
          {
            fields: [
              { id: 'item', title: w('换成', 'New item'), type: 'text', required: true },
              { id: 'difference', title: w('差价', 'Difference'), type: 'money', required: false },
            ],
            help: w(
              '差价和运费谁补谁，费用页的“算补差价”会算。',
              'Who pays whom: “Work out a swap” on the Money tab tells.',
            ),
          },
        ),
        step('decision', 'exchange-way', w('怎么换', 'Which way?'), 'R8 R9 R10 R15', {
          options: [
            { id: 'standard', title: w('先退后换', 'Return first') },
            { id: 'advance', title: w('先换后退（店铺的错）', 'Send first (shop’s fault)') },
            {
              id: 'newOrder',
              title: w('另拍新单付全款，旧单退货', 'New order paid in full, old one returned'),
            },
            {
              id: 'preSale',
              title: w(
                '换预售或补差价换（来回邮费买家）',
                'Pre-sale or with a difference (buyer pays the freight)',
              ),
              set: { liability: 'buyer' },
            },
          ],
        }),
        retention,
      ],
      [to('done', kept), to('decide', notKept)],
    ),
    stage(
      'decide',
      w('定处理', 'Decide'),
      [
        verdict,
        step('note', 'new-order', w('记下新订单号', 'Record the new order'), 'R9', {
          when: all(answered('exchange-way', 'newOrder'), notAskedAgain),
          fields: [
            {
              id: 'order',
              title: w('新订单号', 'New order number'),
              type: 'text',
              required: true,
              keeps: 'newOrderNo',
            },
          ],
          help: w(
            '新单算正常购买，不计换货；两个订单号都能搜到这张售后单。',
            'The new order is a normal sale, not an exchange; both numbers find this case.',
          ),
        }),
        step(
          'decision',
          'postage-paid',
          w('补邮费、补差价到账了吗', 'Postage and difference paid?'),
          'R14 R15',
          {
            when: all(liable('buyer'), notAskedAgain),
            options: [
              { id: 'yes', title: w('链接已付', 'Paid by link') },
              { id: 'shop', title: w('店铺承担', 'Shop bears it') },
            ],
          },
        ),
      ],
      [
        to('send', answered('verdict', 'agree')),
        to('refusedClaim', answered('verdict', 'refuse')),
        to('askedAgain', answered('verdict', 'askAgain')),
        to('done', answered('verdict', 'platformRule')),
        back('verify', w('换法变了，重新谈', 'Terms changed, start over')),
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
        waybill,
      ],
      [
        back('verify', w('买家一直没寄回，重新谈', 'Never sent back: talk again')),
        to('early', answered('exchange-way', 'advance')),
        to('arrive', not(answered('exchange-way', 'advance'))),
      ],
    ),
    byway(
      'early',
      w('先发新件', 'Send first'),
      [
        step('deadline', 'advance-out', w('先把新件发出', 'Send the new item first'), 'R10', {
          event: 'exchange.shipped',
          guard: 'sendOut',
          waitOn: 'buyer',
          remind: { words: w('盯买家的退货，没到就催', 'Chase the buyer’s return'), days: 3 },
          help: w(
            '发出后盯住买家的退货，没到就催；三天后提醒。',
            'Then chase the return; rings in three days.',
          ),
        }),
        step(
          'script',
          'tell-new-waybill-early',
          w('告诉买家新单号', 'Tell the buyer the new waybill number'),
          'R36',
          {
            script: 'R125.sent',
            optional: true,
          },
        ),
        { ...freight, id: 'freight-early' },
      ],
      [to('arrive')],
    ),
    stage('arrive', w('收货', 'Receive'), [returnSigned, codCheck], [to('check')]),
    stage(
      'check',
      w('质检', 'Inspect'),
      [inspect],
      [
        toDispute,
        to('pay', all(inspectedFine, answered('exchange-way', 'newOrder'))),
        to('out', all(inspectedFine, not(answered('exchange-way', 'newOrder', 'advance')))),
        to('done', answered('exchange-way', 'advance')),
      ],
    ),
    failedTalk,
    stage(
      'out',
      w('发出换货', 'Send out'),
      [
        step('deadline', 'exchange-out', w('发出换货', 'Send the new item'), 'R8', {
          event: 'exchange.shipped',
          guard: 'sendOut',
          waitOn: 'courier',
          goods: 'inTransit',
        }),
        step(
          'script',
          'tell-new-waybill',
          w('告诉买家新单号', 'Tell the buyer the new waybill number'),
          'R36',
          {
            script: 'R125.sent',
          },
        ),
        freight,
      ],
      [to('done')],
    ),
    stage(
      'pay',
      w('退旧单', 'Refund the old order'),
      [refund, { ...freight, id: 'freight-old' }],
      [to('done')],
    ),
    wrapUpAfter(any(kept, not(answered('verdict', 'agree')))),
  ],
});
