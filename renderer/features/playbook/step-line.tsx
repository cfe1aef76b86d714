import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { StepKindIcon } from './step-kind-icon';
import type { StepView } from '#shared/domain/playbook-walk';
import type { CaseWalk } from '../../data/case-walk';

/** An open step that is not the next one; a click makes it large. */
export function StepLine({
  walk,
  view: { step },
  onOpen,
}: {
  readonly walk: CaseWalk;
  readonly view: StepView;
  readonly onOpen: (stepId: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const stage = walk.playbook.stages.find(({ id }) => id === step.stage);
  return (
    <li>
      <button
        type="button"
        className="walk-line"
        onClick={() => {
          onOpen(step.id);
        }}
      >
        <StepKindIcon kind={step.kind} />
        <span className="ellipsis">{wordsIn(step.title, i18n.language)}</span>
        {step.optional === true ? <span className="ink-3">{t('common.optional')}</span> : null}
        <span className="grow" />
        {stage === undefined || stage.id === walk.walk.stage.id ? null : (
          <span className="ink-3">{wordsIn(stage.title, i18n.language)}</span>
        )}
      </button>
    </li>
  );
}
