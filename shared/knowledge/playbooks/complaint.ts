import { answered, back, definePlaybook, stage, step, to, w } from './define-playbook';
import { wrapUpNoted } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

const { contactBuyer, memo } = common;

export const complaint = definePlaybook({
  version: 3,
  key: 'complaint',
  name: w('投诉维权', 'Complaint'),
  about: w(
    '平台投诉、12315、黑猫：先看聊天记录，给具体方案，按时回复。',
    'Platform complaint, 12315 or Heimao: read the chat, offer something concrete, answer in time.',
  ),
  rows: 'R73 R117 R147 R163 R164 R166',
  bearer: 'shop',
  stages: [
    stage(
      'read',
      w('看清', 'Read'),
      [
        step('decision', 'channel', w('从哪来的', 'Where does it come from?'), 'R147 R149', {
          options: [
            {
              id: 'platform',
              title: w('平台投诉、工单', 'Platform, ticket'),
              event: 'complaint.received',
              set: { complaintChannel: 'platform' },
            },
            {
              id: '12315',
              title: w('12315', '12315'),
              event: 'complaint.received',
              set: { complaintChannel: '12315' },
            },
            {
              id: 'heimao',
              title: w('黑猫等媒体', 'Heimao, media'),
              event: 'complaint.received',
              set: { complaintChannel: 'heimao' },
            },
          ],
        }),
        step(
          'note',
          'read-chat',
          w('翻聊天记录，找不当的环节', 'Read the chat, find what went wrong'),
          'R119 R163 R164',
          {
            fields: [
              { id: 'found', title: w('发现', 'Found'), type: 'text', required: true },
              {
                id: 'times',
                title: w('买家问过几次', 'How often the buyer asked'),
                type: 'text',
                required: false,
              },
            ],
          },
        ),
        step('evidence', 'talk-proof', w('截下关键聊天', 'Screenshot the key messages'), 'R11 R163', {
          slots: [slots.talk],
        }),
        step('script', 'calm', w('先安抚，不对骂', 'Calm first, never quarrel'), 'R5 R116 R163', {
          optional: true,
          script: 'M14',
        }),
      ],
      [to('solve')],
    ),
    stage(
      'solve',
      w('方案', 'Solution'),
      [
        contactBuyer,
        step('note', 'plan', w('给出具体方案', 'Offer something concrete'), 'R117 R161 R164', {
          fields: [
            {
              id: 'plan',
              title: w('方案（日期、金额、动作）', 'Plan (date, amount, action)'),
              type: 'text',
              required: true,
            },
          ],
        }),
        step('decision', 'accepted', w('买家接受吗', 'Does the buyer accept?'), 'R73 R108', {
          options: [
            { id: 'yes', title: w('接受', 'Yes') },
            { id: 'no', title: w('不接受，按规则回复', 'No: answer by the rule') },
          ],
        }),
      ],
      [to('reply'), back('solve', w('换一个方案', 'Another offer'), answered('accepted', 'no'))],
    ),
    stage(
      'reply',
      w('回复投诉', 'Answer it'),
      [
        step('evidence', 'platform-proof', w('备齐材料', 'Collect the material'), 'R66 R73', {
          slots: [slots.proof],
          optional: true,
        }),
        step('deadline', 'answered', w('在投诉渠道回复', 'Answer where it was filed'), 'R73 R147 R166', {
          event: 'complaint.answered',
          waitOn: 'platform',
        }),
        memo,
        step('deadline', 'closed', w('投诉结束', 'Complaint closed'), 'R147', { event: 'complaint.closed' }),
      ],
      [to('done'), back('solve', w('对方再次投诉', 'Complained again'))],
    ),
    wrapUpNoted,
  ],
});
