import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { actionsOfStep } from '#shared/knowledge/gates/step-actions';
import { skipStep } from '../../data/step-repository';
import { readClosedGates } from '../../data/gate-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { ReasonDialog } from './reason-dialog';
import { StepAct } from './step-act';
import { StepKindIcon } from './step-kind-icon';
import { StepSource } from './step-source';
import type { ActProps } from './walk-actions';

/** One step, large: what to do, why, the gate before it, and the controls to do it here. */
export function StepCard(props: ActProps) {
  const { t, i18n } = useTranslation();
  const [skipping, setSkipping] = useState(false);
  const { walk, view } = props;
  const { step } = view;
  const guards = actionsOfStep(step);
  const closed = useLive(
    () => (guards.length === 0 ? [] : readClosedGates(walk.item.id, guards)),
    [walk.item.id, walk.item.updatedAt, guards.join()],
  );
  const title = wordsIn(step.title, i18n.language);
  return (
    <article className="walk-step" aria-label={title}>
      <header>
        <StepKindIcon kind={step.kind} />
        <h3>{title}</h3>
        {step.optional === true ? <span className="chip wait">{t('common.optional')}</span> : null}
        <span className="grow" />
        <button
          type="button"
          className="btn small plain"
          disabled={walk.item.status === 'closed'}
          onClick={() => {
            setSkipping(true);
          }}
        >
          {t('playbook.skip')}
        </button>
      </header>
      {step.help === undefined ? null : <p className="ink-2">{wordsIn(step.help, i18n.language)}</p>}
      {closed?.map(({ gate, missing }) => (
        <div key={gate.id} className="walk-gate" role="note">
          <b>{wordsIn(gate.title, i18n.language)}</b>
          <ul>
            {missing.map((need) => (
              <li key={need.id}>{wordsIn(need.words, i18n.language)}</li>
            ))}
          </ul>
        </div>
      ))}
      <StepAct {...props} />
      <footer>
        <StepSource rows={step.rows} />
      </footer>
      {skipping ? (
        <ReasonDialog
          title={t('playbook.skipTitle', { step: title })}
          action={t('playbook.skip')}
          onClose={() => {
            setSkipping(false);
          }}
          onReason={(reason) => skipStep(walk.item.id, step.id, reason, now())}
        />
      ) : null}
    </article>
  );
}
