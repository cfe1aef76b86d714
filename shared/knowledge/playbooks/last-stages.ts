import { all, answered, any, back, byway, not, stage, step, to, w } from './define-playbook';
import type { Condition } from '../../domain/playbook';

/** The memo of the result. Where no memo was due before, the first one is it: nobody writes the same thing twice. */
const resultMemo = (single: Condition | null) =>
  step('memo', 'result-memo', w('结果也写进备注', 'Put the result into the memo too'), 'R38 R121', {
    doneWhen:
      single === null
        ? { logged: 'noteAdded', min: 2 }
        : any({ logged: 'noteAdded', min: 2 }, all({ logged: 'noteAdded' }, single)),
  });

/** The last stage of every procedure. `single` says when its memo is the only one of the way. */
export const wrapUpAfter = (single: Condition | null) =>
  stage('done', w('收尾', 'Wrap up'), [
    resultMemo(single),
    step('script', 'ask-satisfied', w('问一句还满意吗', 'Ask whether all is well'), 'R69 R112', {
      optional: true,
      script: 'M32',
    }),
    step('note', 'learn', w('下次怎么避免', 'How to avoid it next time'), 'R5 R16 R118 R182', {
      optional: true,
      fields: [{ id: 'what', title: w('要改进的', 'What to improve'), type: 'text', required: true }],
    }),
  ]);

export const wrapUp = wrapUpAfter(null);
/** The memo of the stage before already tells the result. */
export const wrapUpNoted = wrapUpAfter(all());

/** Refused: the buyer edits and applies again, calls the platform, or lets it lapse. */
export const refusedStage = (loopTo: string) =>
  byway(
    'refusedClaim',
    w('已拒绝', 'Refused'),
    [
      step(
        'note',
        'refusal-reason',
        w('写下拒绝理由和规则', 'Note the reason and the rule'),
        'R61 R62 R108',
        {
          fields: [{ id: 'reason', title: w('理由', 'Reason'), type: 'text', required: true }],
          waitOn: 'buyer',
        },
      ),
      step('decision', 'after-refusal', w('买家之后怎么做', 'What the buyer does next'), 'R62', {
        help: w('剩 2 天时要再跟一次。', 'Follow up again when 2 days are left.'),
        options: [
          { id: 'lapsed', title: w('没有再申请', 'Let it lapse') },
          {
            id: 'withdrew',
            title: w('撤销了', 'Withdrew'),
            event: 'aftersale.withdrawn',
            outcome: 'withdrawn',
          },
          {
            id: 'platform',
            title: w('申请平台介入', 'Called the platform in'),
            event: 'platform.intervened',
            set: { type: 'intervention', waitingOn: 'us' },
          },
        ],
      }),
    ],
    [
      { to: loopTo, loop: true, title: w('买家修改后再次申请', 'Buyer edited and applied again') },
      to('done', answered('after-refusal', 'lapsed', 'withdrew', 'platform')),
    ],
  );

/** What follows a decision has to wait while the buyer is asked again. */
export const notAskedAgain = not(answered('verdict', 'askAgain'));

/** Not enough to decide by: what was asked for and until when; what comes is looked at anew (R23). */
export const askedAgainStage = (loopTo: string) =>
  byway(
    'askedAgain',
    w('等买家补材料', 'Asked for more'),
    [
      step('note', 'ask-again', w('还缺什么，等到哪天', 'What is missing, and until when'), 'R17 R23', {
        waitOn: 'buyer',
        remind: {
          words: w('看买家补的材料到了没有', 'Look whether the buyer sent what was asked for'),
          field: 'until',
        },
        fields: [
          { id: 'what', title: w('还缺什么', 'What is missing'), type: 'text', required: true },
          { id: 'until', title: w('等到', 'Until'), type: 'time', required: true },
        ],
      }),
      step('decision', 'more-came', w('材料补来了吗', 'Has it come?'), 'R23', {
        options: [
          { id: 'yes', title: w('补来了，重新看', 'Yes: look again'), set: { waitingOn: 'us' } },
          { id: 'never', title: w('一直没补，不再等', 'Never came: stop waiting'), outcome: 'buyerGaveUp' },
        ],
      }),
    ],
    [
      to('done', answered('more-came', 'never')),
      back(loopTo, w('重新核实', 'Check anew'), answered('more-came', 'yes')),
    ],
  );
