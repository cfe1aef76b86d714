import { answered, back, definePlaybook, stage, step, to, w } from './define-playbook';
import { visitSteps } from './appointments';
import { wrapUpNoted } from './last-stages';
import * as common from './common-steps';

const { memo } = common;

export const message = definePlaybook({
  version: 3,
  key: 'message',
  name: w('留言任务', 'Message task'),
  about: w(
    '查询、操作或代客发起：办完回复发起人，备注，该登记的登记。',
    'A question, an action or a proxy request: do it, answer the requester, memo, log.',
  ),
  rows: 'R72 R93 R94 R106 R109 R126',
  bearer: 'shop',
  stages: [
    stage(
      'take',
      w('接下', 'Take it on'),
      [
        step('note', 'requester', w('谁发起、要什么', 'Who asks, for what'), 'R106 R109 R110', {
          fields: [
            { id: 'who', title: w('发起人', 'Requester'), type: 'text', required: true },
            { id: 'what', title: w('事项', 'Task'), type: 'text', required: true },
          ],
        }),
        step('decision', 'task', w('哪一类', 'Which kind?'), 'R93 R94 R106 R107 R113 R126', {
          options: [
            {
              id: 'query',
              title: w('查询（物流）', 'Question (delivery)'),
              event: 'message.received',
            },
            {
              id: 'visit',
              title: w('上门、安装', 'Visit, installation'),
              event: 'message.received',
            },
            {
              id: 'action',
              title: w('操作（改单、退换）', 'Action (change, refund)'),
              event: 'message.received',
            },
            {
              id: 'goods',
              title: w('商品问题（错发、少发、品质）', 'Goods: wrong, missing, faulty'),
              event: 'message.received',
              note: w('转成对应的售后，关卡和买家来说的一样', 'Goes on as that case, with the same gates'),
            },
            { id: 'proxy', title: w('代客发起售后', 'File for the buyer'), event: 'aftersale.proposed' },
          ],
        }),
      ],
      [to('work')],
    ),
    stage(
      'work',
      w('办理', 'Do it'),
      [
        step('decision', 'goods-kind', w('哪一种商品问题', 'Which problem?'), 'R107', {
          when: answered('task', 'goods'),
          options: [
            { id: 'wrong', title: w('发错、漏发', 'Wrong or left out'), set: { type: 'wrongShipment' } },
            { id: 'short', title: w('缺件', 'Parts missing'), set: { type: 'shortage' } },
            { id: 'quality', title: w('品质、破损', 'Faulty or damaged'), set: { type: 'damage' } },
          ],
        }),
        ...visitSteps(answered('task', 'visit'), 'answered'),
        step('script', 'tell-plan', w('把安排告诉买家', 'Tell the buyer the plan'), 'R94 R117', {
          when: answered('task', 'visit'),
          script: 'R94.plan',
        }),
        step(
          'note',
          'position',
          w('问到货在哪、什么时候到', 'Where the goods are and when they come'),
          'R93',
          {
            when: answered('task', 'query'),
            remind: { words: w('再查一次物流：到了没有', 'Look again: has it arrived?'), field: 'eta' },
            fields: [
              { id: 'found', title: w('货在哪', 'Where it is'), type: 'text', required: true },
              { id: 'asked', title: w('问的谁、单号', 'Asked whom, waybill'), type: 'text', required: false },
              { id: 'eta', title: w('预计什么时候到', 'Expected'), type: 'time', required: true },
            ],
          },
        ),
        step('decision', 'late', w('比答应的晚了吗', 'Later than promised?'), 'R93', {
          when: answered('task', 'query'),
          options: [
            { id: 'no', title: w('没有，告诉买家位置就行', 'No: just tell where it is') },
            { id: 'yes', title: w('晚了，要解释', 'Late: explain') },
          ],
        }),
        step('script', 'delay', w('延迟要解释', 'Explain the delay'), 'R93', {
          when: answered('late', 'yes'),
          script: 'M18.delay',
        }),
        step(
          'script',
          'wait',
          w('先回一句，别让人干等', 'Answer first, do not leave them waiting'),
          'R93 R113 R114 R123',
          {
            optional: true,
            when: answered('task', 'query'),
            script: 'R113.wait',
          },
        ),
        step('note', 'did', w('做了什么', 'What was done'), 'R106', {
          when: answered('task', 'action'),
          fields: [{ id: 'did', title: w('操作', 'Action'), type: 'text', required: true }],
        }),
        step('decision', 'proxy-kind', w('代客发起哪一种', 'What is filed'), 'R130', {
          when: answered('task', 'proxy'),
          options: [
            {
              id: 'refundBuyer',
              title: w('仅退款，买家责任', 'Refund only, buyer’s fault'),
              note: w('买家确认后自动同意，不用再审', 'Agreed by itself once the buyer confirms'),
            },
            {
              id: 'refundShop',
              title: w('仅退款，商家原因', 'Refund only, our fault'),
              note: w('买家确认后仍要商家审核，盯住时限', 'Still has to be reviewed by us: mind the clock'),
            },
            {
              id: 'returnRefund',
              title: w('退货退款', 'Return and refund'),
              note: w('买家确认后走退货，收货验过再退', 'Goes on as a return: refund after inspection'),
            },
          ],
        }),
        step(
          'script',
          'proxy-sent',
          w('请买家 24 小时内确认', 'Ask the buyer to confirm within 24 h'),
          'R126 R129',
          {
            when: answered('task', 'proxy'),
            script: 'M33',
          },
        ),
        step('decision', 'proxy-result', w('买家确认了吗', 'Did the buyer confirm?'), 'R129 R130 R132', {
          when: answered('task', 'proxy'),
          options: [
            { id: 'confirmed', title: w('已确认', 'Confirmed'), event: 'aftersale.applied' },
            { id: 'lapsed', title: w('过期', 'Lapsed') },
            { id: 'changed', title: w('买家改了', 'Buyer changed it'), event: 'aftersale.applied' },
            { id: 'cancelled', title: w('我们取消了', 'We cancelled it'), event: 'aftersale.closed' },
          ],
        }),
        { ...common.register, optional: true, when: answered('task', 'action') },
      ],
      [
        to('reply', { not: answered('proxy-result', 'lapsed') }),
        back('work', w('过期了，重新发起', 'Lapsed: send again'), answered('proxy-result', 'lapsed')),
      ],
    ),
    stage(
      'reply',
      w('回复发起人', 'Answer'),
      [
        step('deadline', 'answered', w('已回复发起人', 'Requester answered'), 'R106', {
          event: 'message.answered',
        }),
        memo,
        step('decision', 'registered', w('要登记的登记了吗', 'Put into the register?'), 'R104 R106', {
          options: [
            { id: 'done', title: w('登记好了', 'Done') },
            { id: 'none', title: w('不用登记', 'Nothing to register') },
          ],
        }),
        step(
          'note',
          'load',
          w('今天接待太多？挂起或分到明天', 'Too much today? Pause or move to tomorrow'),
          'R72 R186',
          { optional: true },
        ),
      ],
      [to('done'), back('work', w('发起人还有问题', 'Requester asks again'))],
    ),
    wrapUpNoted,
  ],
});
