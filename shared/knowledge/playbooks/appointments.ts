import { step, w } from './define-playbook';
import type { Condition, Step } from '../../domain/playbook';

/** Somebody goes to the buyer (R94): the goods are there, who goes, when, and that he calls before. */
export function visitSteps(when: Condition, over: string, bearer?: string): readonly Omit<Step, 'stage'>[] {
  return [
    step('note', 'arrived', w('先确认货、配件到站了', 'The goods or parts have arrived'), 'R94', {
      when,
      fields: [{ id: 'where', title: w('到了哪里', 'Where they are'), type: 'text', required: true }],
    }),
    step('note', 'visit', w('师傅、上门时间', 'Technician and time of the visit'), 'R94 R97', {
      when,
      waitOn: 'supplier',
      waitRole: 'technician',
      fields: [
        { id: 'who', title: w('师傅', 'Technician'), type: 'text', required: true },
        { id: 'when', title: w('上门时间', 'Time of the visit'), type: 'time', required: true },
        {
          id: 'asked',
          title: w('提前协商', 'Agreed beforehand'),
          type: 'checks',
          required: true,
          choices: [
            { id: 'calls', title: w('已让师傅上门前先联系买家', 'The technician calls the buyer first') },
          ],
        },
      ],
      remind: {
        words: w('上门时间到了：问师傅去了没有', 'Ask whether the technician came as arranged'),
        field: 'when',
      },
      appointment: {
        kind: 'visit',
        when: 'when',
        who: 'who',
        arrived: 'arrived',
        told: 'tell-plan',
        over,
        ...(bearer === undefined ? {} : { bearer }),
      },
    }),
  ];
}
