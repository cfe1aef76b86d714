import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn, type Stage } from '#shared/domain/playbook';
import { refuseMove } from '#shared/domain/playbook-walk';
import { type CaseWalk } from '../../data/case-walk';
import { moveStage } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CheckIcon } from '../../ui/icons';
import { JumpDialog } from './jump-dialog';

/** The stages as a row; a click goes there, or says why not and takes a reason. */
export function StageBar({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<Stage | null>(null);

  const { index } = walk.walk;
  const passed = new Set(walk.walk.finished.map(({ step }) => step.stage));
  // A by-way only shows while the case is on it, has been there, or could go there now.
  const stages = walk.playbook.stages
    .map((stage, place) => ({ stage, place }))
    .filter(({ stage, place }) => stage.side !== true || place === index || walk.walk.begun.has(stage.id));
  const name = (stage: Stage): string => wordsIn(stage.title, i18n.language);
  const go = (stage: Stage): void => {
    if (refuseMove(walk.walk, stage.id) !== null) {
      setAsked(stage);
      return;
    }
    moveStage(walk.item.id, stage.id, now()).catch((error: unknown) => {
      report(error);
    });
  };
  return (
    <>
      <ol className="walk-stages" aria-label={t('playbook.stages')}>
        {stages.map(({ stage, place }) => (
          <li key={stage.id}>
            <button
              type="button"
              className={place === index ? 'on' : passed.has(stage.id) && place < index ? 'past' : ''}
              aria-current={place === index ? 'step' : undefined}
              disabled={place === index || walk.item.status === 'closed'}
              onClick={() => {
                go(stage);
              }}
            >
              {passed.has(stage.id) && place < index ? <CheckIcon /> : null}
              {name(stage)}
            </button>
          </li>
        ))}
      </ol>
      {asked === null ? null : (
        <JumpDialog
          walk={walk}
          stage={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}
