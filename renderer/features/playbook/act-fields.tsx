import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
export function ActFields({ walk, view: { step } }: ActProps) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const draft = useDraft<Record<string, string>>(`case:${walk.item.id}:step:${step.id}`, {}, now, report);
  const values = draft.value ?? {};
  const save = (): void => {
    setTried(true);
    if (!areValuesFine(step, values, walk.item.amountFen)) return;
    void attempt(walk.item.id, async (override) => {
      await completeStep(walk.item.id, step.id, { values, override }, now());
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
        paidFen={walk.item.amountFen}
        onChange={draft.change}
      />
      <button type="button" className="btn primary" disabled={walk.item.status === 'closed'} onClick={save}>
        {t('playbook.markDone')}
      </button>
    </div>
  );
}
