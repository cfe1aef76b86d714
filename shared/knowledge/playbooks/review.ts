import { answered, back, byway, definePlaybook, stage, step, to, w } from './define-playbook';
import { wrapUpNoted } from './last-stages';
import { slots } from './slots';
import * as common from './common-steps';

export const review = definePlaybook({
  version: 2,
  key: 'review',
  name: w('评价处理', 'Review'),
  about: w(
    '第一时间联系，解决问题，不拿好处换评价；解释或投诉要留据。',
    'Contact at once, solve the problem, never pay for a review; explain or report with proof.',
  ),
  rows: 'R70 R71 R72 R166 R167 R168 R169',
  bearer: 'shop',
  stages: [
    stage(
      'verify',
      w('核实', 'Check'),
      [
        step('decision', 'kind', w('是哪一种评价', 'What kind of review is it?'), 'R50 R53 R71 R185', {
          options: [
            { id: 'real', title: w('反映真实问题', 'A real problem') },
            { id: 'misunderstood', title: w('误会', 'A misunderstanding') },
            { id: 'abuse', title: w('广告、辱骂、不实', 'Advert, abuse, untrue') },
            { id: 'goodIssue', title: w('好评里提到问题', 'Good review with an issue') },
          ],
        }),
        step('deadline', 'came', w('什么时候收到的', 'When it came'), 'R166', {
          event: 'review.received',
        }),
        step('note', 'facts', w('对照聊天和订单核实', 'Check against chat and order'), 'R50 R71 R169 R185', {
          fields: [{ id: 'found', title: w('核实结果', 'Finding'), type: 'text', required: true }],
        }),
      ],
      [
        to('report', answered('kind', 'abuse')),
        to('solve', answered('kind', 'real', 'misunderstood', 'goodIssue')),
      ],
    ),
    stage(
      'solve',
      w('联系并解决', 'Contact and solve'),
      [
        { ...common.contactBuyer, rows: ['R7', 'R166', 'R165'] },
        step('note', 'fix', w('解决了什么', 'What was solved'), 'R50 R156 R168 R169', {
          help: w(
            '目的是解决问题，不是改评价；不要提“改好评给券”。',
            'The aim is to solve it, not to change the review; never offer a coupon for changing it.',
          ),
          fields: [{ id: 'fix', title: w('处理', 'Done'), type: 'text', required: true }],
        }),
        step('script', 'explain', w('发布评价解释', 'Publish an explanation'), 'R52 R70 R72', {
          event: 'review.answered',
          script: 'M32.explain',
        }),
      ],
      [to('result')],
    ),
    byway(
      'report',
      w('投诉评价', 'Report it'),
      [
        step('evidence', 'talk-proof', w('留下聊天证据', 'Keep the chat as proof'), 'R71 R163', {
          slots: [slots.talk],
        }),
        step('note', 'filed', w('提交评价投诉', 'File the report'), 'R71', {
          waitOn: 'platform',
          fields: [{ id: 'why', title: w('理由', 'Ground'), type: 'text', required: true }],
        }),
        step('deadline', 'report-answered', w('评价已处理', 'Review dealt with'), 'R71', {
          event: 'review.answered',
        }),
      ],
      [to('result'), back('verify', w('投诉不成立，改为联系解释', 'Report failed: contact and explain'))],
    ),
    stage(
      'result',
      w('结果', 'Result'),
      [
        step('decision', 'review-result', w('评价最后怎样', 'What became of the review'), 'R167 R183 R184', {
          options: [
            { id: 'kept', title: w('保留', 'Kept') },
            { id: 'changed', title: w('买家自己改了', 'Changed by the buyer') },
            { id: 'deleted', title: w('删除', 'Deleted') },
            { id: 'appended', title: w('追加评价', 'Appended') },
          ],
        }),
        { ...common.feedback, when: answered('kind', 'real', 'goodIssue') },
      ],
      [to('done')],
    ),
    wrapUpNoted,
  ],
});
