import {
  all,
  answered,
  any,
  back,
  byway,
  definePlaybook,
  goodsAre,
  liable,
  not,
  stage,
  step,
  to,
  w,
} from './define-playbook';
import { wrapUpAfter } from './last-stages';
import { lossTalk } from './loss-talk';
import { slots } from './slots';
import * as common from './common-steps';

const { contactBuyer, kept, memo, notKept, retention } = common;

export const inTransitRefund = definePlaybook({
  version: 4,
  key: 'inTransitRefund',
  name: w('在途退款/拦截', 'In-transit refund, intercept'),
  about: w(
    '货在路上要退。告知费用，拦截；拦不到请买家拒收，见退回轨迹再退。',
    'On its way. Explain the costs, intercept; else ask to refuse delivery and refund on the return track.',
  ),
  rows: 'R101 R170 R171 R172 R173',
  bearer: 'buyer',
  stages: [
    stage(
      'ask',
      w('告知与挽留', 'Explain'),
      [
        step('note', 'read-chat', w('先翻聊天记录，弄清情况', 'Read the chat first'), 'R101 R163', {
          optional: true,
        }),
        step(
          'decision',
          'loaded',
          w('问物流：装车了没有', 'Ask the courier whether it is loaded'),
          'R64 R90',
          {
            options: [
              { id: 'no', title: w('未装车', 'Not loaded'), set: { goods: 'packed' } },
              { id: 'yes', title: w('已在途', 'On its way'), set: { goods: 'inTransit' } },
              { id: 'delivering', title: w('正在派送', 'Out for delivery'), set: { goods: 'inTransit' } },
            ],
          },
        ),
        step(
          'script',
          'fees',
          w('说明在途退款会产生的费用', 'Explain what an in-transit refund costs'),
          'R90 R101',
          {
            when: answered('loaded', 'yes', 'delivering'),
            script: 'M17',
          },
        ),
        retention,
        step('decision', 'fee-ok', w('买家接受费用吗', 'Does the buyer accept the fees?'), 'R90 R92 R101', {
          when: answered('loaded', 'yes', 'delivering'),
          options: [
            { id: 'yes', title: w('接受', 'Accepts'), set: { liability: 'buyer' } },
            { id: 'shop', title: w('店铺承担', 'Shop bears them'), set: { liability: 'shop' } },
            {
              id: 'no',
              title: w('不认可，按平台规则', 'Refuses: platform rule'),
              set: { liability: 'buyer' },
              note: w('写下规则，再定拦不拦', 'Note the rule, then decide whether to intercept'),
            },
          ],
        }),
        step('note', 'fee-agreed', w('写下谈定的费用', 'The fees agreed'), 'R92 R101', {
          when: answered('fee-ok', 'yes'),
          books: [{ field: 'amount', kind: 'other', bearer: 'buyer' }],
          fields: [{ id: 'amount', title: w('买家承担', 'The buyer bears'), type: 'money', required: true }],
        }),
      ],
      [to('done', kept), to('byRule', answered('fee-ok', 'no')), to('intercept', notKept)],
    ),
    byway(
      'byRule',
      w('按平台规则', 'By the platform’s rule'),
      [
        step('note', 'fee-rule', w('依据平台哪条规则', 'Which rule decides'), 'R92 R101 R108', {
          fields: [{ id: 'rule', title: w('规则原文', 'The rule'), type: 'text', required: true }],
        }),
        step('decision', 'rule-way', w('按规则怎么办', 'What the rule leads to'), 'R101 R108', {
          options: [
            { id: 'intercept', title: w('照样拦截，费用店铺先出', 'Intercept all the same, we pay for now') },
            {
              id: 'deliver',
              title: w('让他收货，再按退货退款', 'Let it be delivered, then a return'),
              set: { type: 'returnRefund' },
            },
            {
              id: 'platform',
              title: w('平台介入', 'The platform steps in'),
              event: 'platform.intervened',
              set: { type: 'intervention' },
            },
          ],
        }),
      ],
      [to('intercept', answered('rule-way', 'intercept')), to('done')],
    ),
    stage(
      'intercept',
      w('拦截', 'Intercept'),
      [
        step(
          'deadline',
          'intercept-started',
          w('向快递发起拦截', 'Ask the courier to intercept'),
          'R101 R170',
          {
            event: 'intercept.started',
            waitOn: 'courier',
          },
        ),
        step(
          'script',
          'tell-intercept',
          w('告诉买家什么时候有结果', 'Tell the buyer when the result is due'),
          'R170 R173',
          {
            optional: true,
            script: 'M24',
          },
        ),
        step('decision', 'stop-reply', w('快递的明确回复', 'The courier’s clear answer'), 'R90 R171', {
          options: [
            {
              id: 'stopped',
              title: w('未装车，已撤下', 'Not loaded, taken off'),
              set: { goods: 'packed', waitingOn: 'us' },
            },
            {
              id: 'returning',
              title: w('拦截成功，退回途中', 'Intercepted, coming back'),
              event: 'intercept.returning',
              set: { goods: 'returning', waitingOn: 'us' },
            },
            { id: 'failed', title: w('拦截失败', 'Failed') },
            { id: 'noAnswer', title: w('一直没有答复', 'No answer') },
          ],
        }),
        step(
          'evidence',
          'intercept-proof',
          w('截下拦截的进度和快递答复', 'Screenshot of the intercept and the courier’s answer'),
          'R90 R173',
          {
            slots: [slots.intercept],
            help: w(
              '平台问起来，这就是你拦过的凭证。',
              'This proves that you tried, should the platform ask.',
            ),
          },
        ),
        memo,
      ],
      [
        to('pay', answered('stop-reply', 'stopped', 'returning')),
        to('refuse', answered('stop-reply', 'failed', 'noAnswer')),
      ],
    ),
    byway(
      'refuse',
      w('请买家拒收', 'Refuse delivery'),
      [
        step('script', 'please-refuse', w('请买家拒收', 'Ask the buyer to refuse delivery'), 'R124 R171', {
          script: 'M25',
        }),
        contactBuyer,
        step(
          'script',
          'unreachable',
          w('快超时又联系不上：短信留言', 'Time is short and no answer: leave a text message'),
          'R172',
          {
            optional: true,
            help: w(
              '同意拒收后退款，不要直接拒绝申请。',
              'Agree to refund on refusal; do not simply turn the request down.',
            ),
            script: 'M26',
          },
        ),
        step('evidence', 'talk-proof', w('留下协商记录', 'Keep a record of the talk'), 'R11 R173', {
          slots: [slots.talk],
        }),
        step('decision', 'delivery', w('派送结果', 'What happened at the door'), 'R171 R172', {
          options: [
            {
              id: 'refused',
              title: w('已拒收，有退回轨迹', 'Refused, on its way back'),
              event: 'intercept.returning',
              set: { goods: 'returning', waitingOn: 'us' },
            },
            {
              id: 'signed',
              title: w('买家签收了，转退货退款', 'Signed for: go on as a return'),
              set: { goods: 'received', type: 'returnRefund' },
            },
          ],
        }),
      ],
      [
        to('pay', answered('delivery', 'refused')),
        back('intercept', w('再拦一次', 'Try to intercept again')),
      ],
    ),
    stage(
      'pay',
      w('退款', 'Refund'),
      [
        {
          ...common.refund,
          guard: 'cancelRefund',
          lessFrom: 'fee-agreed',
          rows: ['R43', 'R90', 'R92', 'R171'],
        },
      ],
      [to('back')],
    ),
    stage(
      'back',
      w('跟到货回来', 'Follow the goods back'),
      [
        step('note', 'eta', w('记下预计回仓时间', 'Note when it should be back'), 'R91 R101', {
          when: any(answered('stop-reply', 'returning'), answered('delivery', 'refused')),
          waitOn: 'courier',
          remind: { words: w('问物流：截回的货到了没有', 'Ask whether the goods are back'), field: 'when' },
          fields: [{ id: 'when', title: w('预计', 'Expected'), type: 'time', required: true }],
        }),
        step('decision', 'home', w('货回来了吗', 'Are the goods back?'), 'R89 R91 R101', {
          options: [
            { id: 'ok', title: w('已回仓，完好', 'Back and intact'), set: { goods: 'returned' } },
            { id: 'broken', title: w('已回仓，有破损', 'Back, damaged'), set: { goods: 'damaged' } },
            {
              id: 'lost',
              title: w('退回途中丢了', 'Lost on the way'),
              set: { goods: 'unknown', type: 'lost' },
            },
          ],
        }),
        ...lossTalk('loss', {
          title: w('买家原因的损失谈好了吗', 'Loss at the buyer’s wish: agreed?'),
          rows: 'R92',
          when: all(
            liable('buyer'),
            any(goodsAre('damaged'), all(goodsAre('returned'), not(answered('fee-ok', 'yes')))),
          ),
        }),
      ],
      [to('done')],
    ),
    wrapUpAfter(kept),
  ],
});
