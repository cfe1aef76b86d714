import { answered, back, definePlaybook, not, stage, step, to, w } from './define-playbook';
import { wrapUpAfter } from './last-stages';
import { chargeSupplier, supplierNotice } from './parcel-steps';
import * as common from './common-steps';

const { kept, memo, notKept, retention } = common;

export const unshippedRefund = definePlaybook({
  version: 2,
  key: 'unshippedRefund',
  name: w('未发货退款', 'Refund before shipping'),
  about: w(
    '货还没发出。先弄清做单和打包到哪一步，撤下来再退。',
    'Not shipped. Find out how far the order is, stop it, then refund.',
  ),
  rows: 'R47 R48 R100',
  bearer: 'buyer',
  stages: [
    stage(
      'ask',
      w('了解', 'Understand'),
      [
        step('decision', 'where', w('货到哪一步了', 'How far along is the order?'), 'R48 R64 R100', {
          help: w(
            '白天打包、晚上点发货：后台没发不等于没装箱。',
            'Packed by day, confirmed at night: not marked shipped is not the same as not packed.',
          ),
          options: [
            { id: 'notMade', title: w('未做单', 'Not entered yet'), set: { goods: 'unpacked' } },
            {
              id: 'made',
              title: w('已做单，未送物流', 'Entered, not handed over'),
              set: { goods: 'packed' },
            },
            { id: 'packed', title: w('已打包', 'Already packed'), set: { goods: 'packed' } },
            { id: 'handed', title: w('已交给快递', 'Handed to the courier'), set: { goods: 'inTransit' } },
          ],
        }),
        step('contact', 'contact-buyer', w('问清为什么要退', 'Ask why'), 'R4 R7 R39', { optional: true }),
        retention,
        step(
          'note',
          'platform-asks',
          w('平台来核实时给的说明和证据', 'What the platform was told and shown'),
          'R143',
          {
            optional: true,
            fields: [{ id: 'told', title: w('说明', 'Statement'), type: 'text', required: true }],
          },
        ),
      ],
      [to('done', kept), to('stop', notKept)],
    ),
    stage(
      'stop',
      w('撤单 / 追件', 'Stop the order'),
      [
        step(
          'script',
          'maybe-packed',
          w('告诉买家可能已经装箱', 'Tell the buyer it may be packed'),
          'R47 R48',
          {
            optional: true,
            when: not(answered('where', 'notMade')),
            script: 'M11',
          },
        ),
        step(
          'note',
          'tell-maker',
          w('通知做单人或厂家撤单', 'Tell order entry or the maker to cancel'),
          'R75 R78',
          {
            waitOn: 'supplier',
            fields: [{ id: 'who', title: w('通知了谁', 'Who was told'), type: 'text', required: true }],
          },
        ),
        step('decision', 'stop-reply', w('撤单的明确回复', 'A clear answer from them'), 'R47 R78 R90', {
          options: [
            { id: 'stopped', title: w('已撤下', 'Stopped'), set: { waitingOn: 'us' } },
            {
              id: 'returning',
              title: w('已发出，追回途中', 'Sent, being brought back'),
              set: { goods: 'returning', waitingOn: 'courier' },
            },
            {
              id: 'tooLate',
              title: w(
                '已发出，追不回，转在途退款',
                'Sent and not to be stopped: go on as an in-transit refund',
              ),
              set: { goods: 'inTransit', type: 'inTransitRefund' },
            },
            {
              id: 'unknown',
              title: w('查不到货在哪', 'Nobody knows where it is'),
              set: { goods: 'unknown' },
            },
          ],
        }),
        memo,
      ],
      [
        to('pay', answered('stop-reply', 'stopped', 'returning')),
        back('stop', w('再问一次货在哪', 'Ask again where it is'), answered('stop-reply', 'unknown')),
      ],
    ),
    stage(
      'pay',
      w('退款', 'Refund'),
      [
        { ...common.refund, guard: 'cancelRefund', rows: ['R43', 'R47', 'R78'] },
        { ...supplierNotice, optional: true },
        { ...chargeSupplier, rows: ['R74', 'R76'] },
      ],
      [to('done')],
    ),
    wrapUpAfter(kept),
  ],
});
