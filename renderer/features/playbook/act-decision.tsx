import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { answerStep } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import type { ActProps } from './walk-actions';

/** One button per answer. */
export function ActDecision({ walk, view: { step } }: ActProps) {
  const { i18n } = useTranslation();
  return (
    <div className="walk-options">
      {(step.options ?? []).map((option) => (
        <button
          key={option.id}
          type="button"
          className="btn"
          disabled={walk.item.status === 'closed'}
          onClick={() => {
            void attempt(walk.item.id, (reason) =>
              answerStep(walk.item.id, step.id, option.id, now(), reason),
            );
          }}
        >
          {wordsIn(option.title, i18n.language)}
        </button>
      ))}
    </div>
  );
}
