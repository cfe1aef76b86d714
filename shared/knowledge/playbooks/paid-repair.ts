import { answered, all, step, w } from './define-playbook';
import type { Condition, Step } from '../../domain/playbook';

/**
 * Worn or misused, and the buyer pays for the repair (R162): sympathy and a quote with a day it holds until, the buyer's
 * answer, and the money before anything is ordered. The same steps stand in two procedures, so a change of type keeps them.
 */
export function paidRepair(
  yes: Partial<NonNullable<Step['options']>[number]>,
  when?: Condition,
): readonly Omit<Step, 'stage'>[] {
  const only = when === undefined ? {} : { when };
  return [
    step('note', 'quote', w('定维修报价', 'Set the quote'), 'R162', {
      ...only,
      waitOn: 'buyer',
      remind: { words: w('报价快到期：问买家修不修', 'The quote runs out: ask the buyer'), field: 'until' },
      fields: [
        { id: 'fee', title: w('维修费', 'Repair'), type: 'money', required: true },
        { id: 'freight', title: w('来回运费', 'Freight both ways'), type: 'money', required: true },
        { id: 'until', title: w('报价有效到', 'Holds until'), type: 'time', required: true },
      ],
    }),
    step('script', 'repair-offer', w('体谅并报价', 'Sympathise and quote'), 'R162', {
      ...only,
      script: 'M23',
    }),
    step('decision', 'quote-ok', w('买家接受报价吗', 'Does the buyer accept?'), 'R162', {
      ...only,
      options: [
        { id: 'yes', title: w('接受', 'Yes'), ...yes },
        { id: 'no', title: w('不接受', 'No'), outcome: 'buyerGaveUp' },
      ],
    }),
  ];
}

/** The money comes before anything is ordered (R162). */
export const quotePaid = (when: Condition): Omit<Step, 'stage'> =>
  step('note', 'quote-paid', w('买家付了维修费和运费', 'The buyer has paid'), 'R162', {
    when: all(when, answered('quote-ok', 'yes')),
    fields: [
      { id: 'amount', title: w('收到', 'Received'), type: 'money', required: true },
      {
        id: 'how',
        title: w('怎么付的（补邮费链接等）', 'How (postage link …)'),
        type: 'text',
        required: true,
      },
    ],
    books: [{ field: 'amount', kind: 'repair', bearer: 'buyer' }],
  });
