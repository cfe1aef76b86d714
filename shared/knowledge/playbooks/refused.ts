import { answered, back, byway, definePlaybook, goodsAre, not, stage, step, to, w } from './define-playbook';
import { wrapUp } from './last-stages';
import { lossTalk } from './loss-talk';
import * as common from './common-steps';

const { memo, retention } = common;

export const refused = definePlaybook({
  version: 4,
  key: 'refused',
  name: w('拒收/返货', 'Refused, coming back'),
  about: w(
    '货到站点通知拉回，确认完好再退；破了先谈扣款。',
    'At the station: have it fetched and checked, then refund; damaged: agree a deduction first.',
  ),
  rows: 'R89 R91 R92 R124',
  bearer: 'buyer',
  stages: [
    stage(
      'why',
      w('为什么拒收', 'Why it was refused'),
      [
        step('decision', 'why-refused', w('拒收原因', 'Reason'), 'R4 R84 R124', {
          options: [
            {
              id: 'buyer',
              title: w('买家不要了', 'Buyer changed mind'),
              set: { liability: 'buyer', goods: 'returning' },
            },
            {
              id: 'damaged',
              title: w('开箱破损、发错', 'Damaged or wrong'),
              set: { liability: 'shop', goods: 'returning' },
            },
            {
              id: 'courier',
              title: w('快递没送到', 'Courier never delivered'),
              set: { liability: 'courier', goods: 'returning' },
            },
          ],
        }),
        retention,
        ...lossTalk('freight', {
          title: w('来回运费买家认可吗', 'Does the buyer take over the freight?'),
          rows: 'R92',
          when: answered('why-refused', 'buyer'),
        }),
        memo,
      ],
      [to('home')],
    ),
    stage(
      'home',
      w('货回站点', 'Back at the station'),
      [
        step('deadline', 'at-station', w('货到发货站点', 'Goods are at the station'), 'R89 R91', {
          event: 'return.at_station',
          waitOn: 'supplier',
        }),
        step('note', 'fetch', w('通知拉回', 'Have it fetched'), 'R89', {
          waitOn: 'supplier',
          remind: {
            words: w('问货拉回来没有、是不是完好', 'Ask whether the goods were fetched and are intact'),
            field: 'when',
          },
          fields: [
            { id: 'who', title: w('通知了谁', 'Who was told'), type: 'text', required: true },
            { id: 'when', title: w('说好什么时候拉回', 'Fetched by'), type: 'time', required: true },
          ],
        }),
        { ...common.returnSigned, rows: ['R89', 'R63'] },
        { ...common.inspect, rows: ['R41', 'R89'] },
      ],
      [to('pay', { inspected: ['pass', 'deduct'] }), to('deduct', { inspected: ['fail'] })],
    ),
    byway(
      'deduct',
      w('谈扣款', 'Agree a deduction'),
      [
        ...lossTalk('loss', {
          title: w('破损的扣款跟买家谈妥了吗', 'Deduction for the damage agreed?'),
          rows: 'R89 R92',
        }),
      ],
      [to('recheck', answered('loss-ok', 'agreed')), to('done', answered('loss-ok', 'rule'))],
    ),
    byway(
      'recheck',
      w('写下扣款', 'Record the deduction'),
      [
        step(
          'inspect',
          'inspect-again',
          w('质检改为扣款通过', 'Inspection: pass with deduction'),
          'R41 R89',
          { doneWhen: { inspected: ['deduct', 'pass'] } },
        ),
      ],
      [to('pay')],
    ),
    stage(
      'pay',
      w('退款', 'Refund'),
      [{ ...common.refund, lessFrom: 'freight-agreed', rows: ['R43', 'R89', 'R92'] }],
      [to('done'), back('home', w('货还没真的回来', 'Goods not back after all'), not(goodsAre('returned')))],
    ),
    wrapUp,
  ],
});
