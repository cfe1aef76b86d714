import { all, answered, step, w } from './define-playbook';
import type { Condition, Step } from '../../domain/playbook';

type DraftStep = Omit<Step, 'stage'>;
type Asked = { readonly title: Step['title']; readonly rows: string; readonly when?: Condition };

/**
 * A loss that the buyer caused is talked about at once (R92): what it comes to, whether the buyer takes it over, and then
 * either the sum agreed, which the refund takes off, or the rule that decides. `id` begins the names of its four steps.
 */
export function lossTalk(id: string, { title, rows, when }: Asked): readonly DraftStep[] {
  const only = (more?: Condition) => {
    const parts = [...(when === undefined ? [] : [when]), ...(more === undefined ? [] : [more])];
    const [one, ...others] = parts;
    return one === undefined ? {} : { when: others.length === 0 ? one : all(...parts) };
  };
  return [
    step('note', `${id}-sum`, w('算出买家原因的损失', 'What the buyer’s loss comes to'), rows, {
      ...only(),
      waitOn: 'buyer',
      fields: [
        { id: 'amount', title: w('一共多少', 'In all'), type: 'money', required: true },
        {
          id: 'what',
          title: w('包括什么（发出运费、退回运费、破损）', 'For what (freight out, freight back, damage)'),
          type: 'text',
          required: true,
        },
      ],
    }),
    step('decision', `${id}-ok`, title, rows, {
      ...only(),
      options: [
        {
          id: 'agreed',
          title: w('买家认可', 'Buyer agrees'),
          set: { waitingOn: 'us' },
          note: w('写下谈定的金额，退款时自动扣掉', 'Note the sum: the refund takes it off'),
        },
        {
          id: 'rule',
          title: w('不认可，按平台规则', 'Not agreed: platform rule'),
          outcome: 'platformRule',
          note: w('写下依据哪条规则，结案时带上', 'Note the rule; the closing takes it along'),
        },
      ],
    }),
    step('note', `${id}-agreed`, w('写下谈定的金额', 'The sum agreed'), rows, {
      ...only(answered(`${id}-ok`, 'agreed')),
      books: [{ field: 'amount', kind: 'other', bearer: 'buyer' }],
      fields: [{ id: 'amount', title: w('买家承担', 'The buyer bears'), type: 'money', required: true }],
    }),
    step('note', `${id}-rule`, w('依据平台哪条规则', 'Which rule decides'), `${rows} R108`, {
      ...only(answered(`${id}-ok`, 'rule')),
      waitOn: 'platform',
      fields: [{ id: 'rule', title: w('规则原文', 'The rule'), type: 'text', required: true }],
    }),
  ];
}
