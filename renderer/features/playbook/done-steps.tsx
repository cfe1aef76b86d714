import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { describeValues } from '#shared/domain/step-values';
import { type CaseWalk } from '../../data/case-walk';
import { undoStep } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import type { StepView } from '#shared/domain/playbook-walk';

/** What is done, left out or not needed, folded: who, when, with what answer. */
export function DoneSteps({ walk, present }: { readonly walk: CaseWalk; readonly present: number }) {
  const { t, i18n } = useTranslation();
  const { finished } = walk.walk;
  const count = finished.length + walk.earlier.length;
  if (count === 0) return null;
  const said = ({ step, answer, reason, why }: StepView): string => {
    const option = step.options?.find(({ id }) => id === answer);
    if (option !== undefined) return wordsIn(option.title, i18n.language);
    if (reason !== '') return reason;
    if (why !== null) return wordsIn(why, i18n.language);
    return describeValues(step, walk.values[step.id] ?? {}, i18n.language);
  };
  return (
    <details className="walk-fold">
      <summary>{t('playbook.done', { count })}</summary>
      <ul className="walk-done">
        {finished.map((view) => (
          <li key={view.step.id}>
            <span className={`walk-mark ${view.state}`}>{t(`playbook.state.${view.state}`)}</span>
            <span>
              {wordsIn(view.step.title, i18n.language)}
              {said(view) === '' ? null : <span className="ink-2"> · {said(view)}</span>}
            </span>
            <span className="ink-3">
              {[view.by, view.at === 0 ? '' : momentWords(t, view.at, present)]
                .filter((one) => one !== '')
                .join(' · ')}
            </span>
            {Object.hasOwn(walk.facts.steps, view.step.id) && walk.item.status === 'open' ? (
              <button
                type="button"
                className="btn small plain"
                aria-label={t('playbook.undoOf', { step: wordsIn(view.step.title, i18n.language) })}
                onClick={() => {
                  undoStep(walk.item.id, view.step.id, now()).catch((error: unknown) => {
                    report(error);
                  });
                }}
              >
                {t('playbook.undo')}
              </button>
            ) : null}
          </li>
        ))}
        {walk.earlier.map((record) => (
          <li key={record.id}>
            <span className="walk-mark done">{t('playbook.state.earlier')}</span>
            <span>
              {wordsIn(record.title, i18n.language)}
              {record.reason === '' ? null : <span className="ink-2"> · {record.reason}</span>}
            </span>
            <span className="ink-3">
              {[record.by, momentWords(t, record.at, present)].filter((one) => one !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
