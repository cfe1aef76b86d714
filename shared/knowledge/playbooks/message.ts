import { answered, back, definePlaybook, stage, step, to, w } from './define-playbook';
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
        step('decision', 'task', w('哪一类', 'Which kind?'), 'R93 R94 R106 R113 R126', {
          options: [
            {
              id: 'query',
              title: w('查询（物流、上门）', 'Question (delivery, visit)'),
              event: 'message.received',
            },
            {
              id: 'action',
              title: w('操作（改单、退换）', 'Action (change, refund)'),
              event: 'message.received',
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
        step(
          'note',
          'position',
          w('问到货在哪、什么时候到', 'Where the goods are and when they come'),
          'R93 R94',
          {
            when: answered('task', 'query'),
            fields: [{ id: 'found', title: w('结果', 'Found'), type: 'text', required: true }],
          },
        ),
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
        { ...common.register, optional: true },
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
