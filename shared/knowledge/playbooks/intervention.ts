import { answered, back, definePlaybook, not, stage, step, to, w } from './define-playbook';
import { wrapUpAfter } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

const { memo } = common;

export const intervention = definePlaybook({
  version: 2,
  key: 'intervention',
  name: w('平台介入举证', 'Platform intervention'),
  about: w(
    '没要求举证前，当天要有留言；要求了，24 小时内要举证。底线看货品状态。',
    'Before evidence is asked: a message the same day; once asked: evidence within 24 h. The goods state is the bottom line.',
  ),
  rows: 'R65 R66 R73',
  bearer: 'shop',
  stages: [
    stage(
      'talk',
      w('协商留言', 'Talk it over'),
      [
        step('deadline', 'intervened', w('平台介入的时间', 'When the platform came in'), 'R65', {
          event: 'platform.intervened',
          waitOn: 'us',
        }),
        step(
          'decision',
          'bottom-line',
          w('看货在哪，定底线', 'Bottom line by where the goods are'),
          'R64 R65 R66',
          {
            options: [
              {
                id: 'withBuyer',
                title: w('货在买家手里', 'Goods with the buyer'),
                set: { goods: 'received' },
              },
              { id: 'onWay', title: w('货在退回途中', 'Goods coming back'), set: { goods: 'returning' } },
              { id: 'withUs', title: w('货在我们这里', 'Goods with us'), set: { goods: 'returned' } },
              { id: 'unknown', title: w('去向不明', 'Unknown'), set: { goods: 'unknown' } },
            ],
          },
        ),
        step(
          'deadline',
          'message',
          w('当天在平台留协商留言', 'Leave a message on the platform today'),
          'R65 R73',
          { event: 'negotiation.message' },
        ),
        step(
          'note',
          'offer-buyer',
          w('记下给买家的方案和答复', 'Note our offer and the buyer’s answer'),
          'R73 R117',
          {
            optional: true,
            fields: [
              { id: 'offer', title: w('方案', 'Offer'), type: 'text', required: true },
              { id: 'answer', title: w('答复', 'Answer'), type: 'text', required: false },
            ],
          },
        ),
        step('note', 'offer-staff', w('记下跟小二的沟通', 'Note the talk with platform staff'), 'R58 R73', {
          optional: true,
          fields: [{ id: 'said', title: w('内容', 'What was said'), type: 'text', required: true }],
        }),
        step('decision', 'phase', w('现在到哪一步', 'Where does it stand now?'), 'R65 R66', {
          options: [
            { id: 'asked', title: w('平台要求举证', 'Evidence asked for'), event: 'evidence.requested' },
            {
              id: 'settled',
              title: w('跟买家谈妥，撤销介入', 'Settled, withdrawn'),
              event: 'platform.withdrawn',
            },
            { id: 'ruled', title: w('平台直接判了', 'Ruled at once'), event: 'ruling.made' },
          ],
        }),
      ],
      [
        to('evidence', answered('phase', 'asked')),
        to('done', answered('phase', 'settled')),
        to('ruling', answered('phase', 'ruled')),
        back('talk', w('今天还没结果，明天再留言', 'No result today: again tomorrow')),
      ],
    ),
    stage(
      'evidence',
      w('举证', 'Submit evidence'),
      [
        step('evidence', 'platform-proof', w('备齐举证材料', 'Collect the material'), 'R66 R131', {
          slots: [slots.proof, slots.talk],
        }),
        step('deadline', 'submitted', w('24 小时内提交举证', 'Submit within 24 hours'), 'R66', {
          event: 'evidence.submitted',
          waitOn: 'platform',
        }),
        memo,
      ],
      [to('ruling'), back('evidence', w('平台要求补充材料', 'Platform wants more'))],
    ),
    stage(
      'ruling',
      w('等判定', 'Ruling'),
      [
        step('decision', 'ruling', w('平台怎么判', 'The ruling'), 'R108', {
          options: [
            { id: 'won', title: w('支持我们', 'For us'), event: 'ruling.made' },
            { id: 'lost', title: w('支持买家', 'For the buyer'), event: 'ruling.made' },
            {
              id: 'split',
              title: w('各担一部分', 'Split'),
              event: 'ruling.made',
              set: { liability: 'shared' },
            },
          ],
        }),
        {
          ...common.refund,
          id: 'ruled-refund',
          optional: true,
          rows: ['R43', 'R108'],
          when: answered('ruling', 'lost', 'split'),
        },
        step('deadline', 'appeal', w('不服就申诉', 'Appeal if wrong'), 'R145', {
          event: 'appeal.submitted',
          optional: true,
        }),
      ],
      [to('done'), back('evidence', w('申诉后重新举证', 'Evidence again after the appeal'))],
    ),
    wrapUpAfter(not(answered('phase', 'asked'))),
  ],
});
