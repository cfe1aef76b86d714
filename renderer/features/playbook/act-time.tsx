import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/parse-when';
import { wordsIn } from '#shared/domain/playbook';
import { completeStep } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { WhenInput } from '../../ui/when-input';
import type { ActProps } from './walk-actions';

/** Something that happens at a time: recorded for the clocks, now unless another time is typed. */
export function ActTime({ walk, view: { step }, present }: ActProps) {
  const { t, i18n } = useTranslation();
  const [when, setWhen] = useState('');
  const id = useId();
  const typed = when.trim() === '' ? undefined : parseWhen(when, present, 'past');
  return (
    <div className="walk-options">
      <label htmlFor={id} className="visually-hidden">
        {t('playbook.when')}
      </label>
      <WhenInput id={id} value={when} direction="past" now={present} onChange={setWhen} />
      <button
        type="button"
        className="btn primary"
        disabled={typed === null || walk.item.status === 'closed'}
        onClick={() => {
          void attempt(walk.item.id, (override) =>
            completeStep(
              walk.item.id,
              step.id,
              {
                override,
                ...(typed == null ? {} : { at: typed }),
                ...(step.remind === undefined ? {} : { reminder: wordsIn(step.remind.words, i18n.language) }),
              },
              now(),
            ),
          );
        }}
      >
        {t(when.trim() === '' ? 'playbook.happenedNow' : 'playbook.happenedThen')}
      </button>
    </div>
  );
}
