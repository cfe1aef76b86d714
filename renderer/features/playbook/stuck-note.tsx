import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn, type Stage } from '#shared/domain/playbook';
import { type CaseWalk } from '../../data/case-walk';
import { JumpDialog } from './jump-dialog';

/** A step that decides the way was left out, so no way is open: says so, and offers the ways there are. */
export function StuckNote({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<Stage | null>(null);
  const { stage, moves, finished } = walk.walk;
  const skipped = finished.filter(
    ({ state, step }) => state === 'skipped' && step.stage === stage.id && step.kind === 'decision',
  );
  return (
    <div className="walk-gate" role="note">
      <p>
        {t(skipped.length === 0 ? 'playbook.stuck' : 'playbook.stuckSkipped', {
          stage: wordsIn(stage.title, i18n.language),
          steps: skipped.map(({ step }) => wordsIn(step.title, i18n.language)).join(t('playbook.comma')),
        })}
      </p>
      <div className="walk-options">
        {moves
          .filter(({ transition }) => transition.loop !== true)
          .map((one) => (
            <button
              key={one.stage.id}
              type="button"
              className="btn small"
              disabled={walk.item.status === 'closed'}
              onClick={() => {
                setAsked(one.stage);
              }}
            >
              {t('playbook.backTo', { stage: wordsIn(one.stage.title, i18n.language) })}
            </button>
          ))}
      </div>
      {asked === null ? null : (
        <JumpDialog
          walk={walk}
          stage={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}
