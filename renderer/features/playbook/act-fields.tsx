import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { areValuesFine } from '#shared/domain/step-values';
import { completeStep } from '../../data/step-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { StepFields } from './step-fields';
import type { ActProps } from './walk-actions';

/** Values to type in, then done. What is typed is kept until then. */
export function ActFields({ walk, view: { step }, present }: ActProps) {
  const { t, i18n } = useTranslation();
  const [tried, setTried] = useState(false);
  const draft = useDraft<Record<string, string>>(`case:${walk.item.id}:step:${step.id}`, {}, now, report);
  const values = draft.value ?? {};
  const paidFen = walk.item.amountFen;
  const save = (): void => {
    setTried(true);
    if (!areValuesFine(step, values, { now: now(), paidFen })) return;
    void attempt(walk.item.id, async (override) => {
      const reminder =
        step.remind === undefined ? {} : { reminder: wordsIn(step.remind.words, i18n.language) };
      await completeStep(walk.item.id, step.id, { values, override, ...reminder }, now());
      await draft.clear();
    });
  };
  return (
    <div
      className="walk-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement))
          return;
        if (event.target.type === 'text') save();
      }}
    >
      <StepFields
        step={step}
        values={values}
        tried={tried}
        facts={{ now: present, paidFen }}
        onChange={draft.change}
      />
      <button type="button" className="btn primary" disabled={walk.item.status === 'closed'} onClick={save}>
        {t('playbook.markDone')}
      </button>
    </div>
  );
}
