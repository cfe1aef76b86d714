import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { firstTimes } from '#shared/knowledge/first-times';
import { countFirstTimes } from '../../data/buyer-list';
import { answerStep } from '../../data/step-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import type { ActProps } from './walk-actions';

/** Answers that have a key of their own, Ctrl+1 to Ctrl+6. */
const keyed = 6;

/** One button per answer. */
export function ActDecision({ walk, view: { step } }: ActProps) {
  const { t, i18n } = useTranslation();
  const { platform, buyerId, id } = walk.item;
  const asks = firstTimes.some((one) => one.step === step.id);
  const used =
    useLive(
      async () => (asks ? await countFirstTimes(platform, buyerId, id) : []),
      [asks, platform, buyerId, id],
    )?.filter(({ first, count }) => first.step === step.id && count > 0) ?? [];
  return (
    <div className="walk-options">
      {used.map(({ first, count, caseNos }) => (
        <p key={first.id} className="walk-gate" role="note">
          <b>{t('playbook.usedBefore', { what: wordsIn(first.title, i18n.language), count })}</b>{' '}
          {caseNos.join(' ')} {wordsIn(first.afterwards, i18n.language)}
        </p>
      ))}
      {(step.options ?? []).map((option, place) => (
        <button
          key={option.id}
          type="button"
          className="btn"
          data-step-answer
          aria-keyshortcuts={place < keyed ? `Control+${place + 1}` : undefined}
          disabled={walk.item.status === 'closed'}
          onClick={() => {
            void attempt(walk.item.id, (reason) =>
              answerStep(walk.item.id, step.id, option.id, now(), reason),
            );
          }}
        >
          {wordsIn(option.title, i18n.language)}
          {place < keyed ? <kbd aria-hidden>Ctrl {place + 1}</kbd> : null}
          {option.note === undefined ? null : (
            <span className="walk-after">{wordsIn(option.note, i18n.language)}</span>
          )}
        </button>
      ))}
    </div>
  );
}
