import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { readWalk } from '../../data/case-walk';
import { useLive } from '../../data/use-live';
import { DoneSteps } from './done-steps';
import { StatusLine } from './status-line';
import { StageBar } from './stage-bar';
import { StepCard } from './step-card';
import { StepLine } from './step-line';
import { StageMoves } from './stage-moves';
import { StuckNote } from './stuck-note';
import type { CaseId } from '#shared/domain/ids';
import type { WalkActions } from './walk-actions';
import './playbook.css';

/** The procedure of a case: where it stands, the next step large, the others below, done ones folded. */
export function WalkPanel({
  caseId,
  present,
  actions,
}: {
  readonly caseId: CaseId;
  readonly present: number;
  readonly actions: WalkActions;
}) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<{ readonly step: string; readonly stage: string } | null>(null);
  const walk = useLive(() => readWalk(caseId), [caseId]);
  if (walk === undefined) return null;
  const { next, open, later, complete, stuck, stage } = walk.walk;
  const choose = (step: string): void => {
    setChosen({ step, stage: stage.id });
  };
  const all = [...(next === null ? [] : [next]), ...open, ...later];
  // What was picked only holds until it is done or the case has moved on.
  if (chosen !== null && !(stage.id === chosen.stage && all.some(({ step }) => step.id === chosen.step)))
    setChosen(null);
  const big = all.find(({ step }) => step.id === chosen?.step && stage.id === chosen.stage) ?? next;
  const below = [...(next === null ? [] : [next]), ...open].filter((view) => view !== big);
  const coming = later.filter((view) => view !== big);
  return (
    <section className="card case-card walk" aria-label={t('playbook.title')}>
      <header className="walk-head">
        <h2>{wordsIn(walk.playbook.name, i18n.language)}</h2>
        <span className="ink-3 ellipsis" title={wordsIn(walk.playbook.about, i18n.language)}>
          {wordsIn(walk.playbook.about, i18n.language)}
        </span>
      </header>
      <StageBar walk={walk} />
      <StatusLine walk={walk} />
      {big === null ? null : (
        <StepCard key={big.step.id} walk={walk} view={big} present={present} actions={actions} />
      )}
      {stuck ? <StuckNote walk={walk} /> : null}
      {complete && big === next && next?.step.optional !== false ? (
        <div className="walk-complete">
          <span>{t('playbook.complete')}</span>
          {walk.item.status === 'open' ? (
            <button
              type="button"
              className="btn primary"
              onClick={() => {
                actions.openClosing(caseId);
              }}
            >
              {t('playbook.toClosing')}
            </button>
          ) : null}
        </div>
      ) : null}
      {below.length > 0 ? (
        <ul className="walk-list" aria-label={t('playbook.others')}>
          {below.map((view) => (
            <StepLine key={view.step.id} walk={walk} view={view} onOpen={choose} />
          ))}
        </ul>
      ) : null}
      <StageMoves walk={walk} />
      {coming.length > 0 ? (
        <details className="walk-fold">
          <summary>{t('playbook.later', { count: coming.length })}</summary>
          <ul className="walk-list">
            {coming.map((view) => (
              <StepLine key={view.step.id} walk={walk} view={view} onOpen={choose} />
            ))}
          </ul>
        </details>
      ) : null}
      <DoneSteps walk={walk} present={present} />
    </section>
  );
}
