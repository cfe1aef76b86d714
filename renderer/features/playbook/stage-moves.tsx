import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { type CaseWalk } from '../../data/case-walk';
import { moveStage } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';

/** The ways back and sideways that the procedure knows here; ways on are taken by themselves. */
export function StageMoves({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const loops = walk.walk.moves.filter(({ transition, open }) => transition.loop === true && open);
  if (loops.length === 0 || walk.item.status === 'closed') return null;
  return (
    <div className="walk-moves">
      {loops.map(({ transition, stage }) => (
        <button
          key={`${stage.id} ${transition.title?.zh ?? ''}`}
          type="button"
          className="btn small plain"
          onClick={() => {
            moveStage(walk.item.id, stage.id, now()).catch((error: unknown) => {
              report(error);
            });
          }}
        >
          ↩ {wordsIn(transition.title ?? stage.title, i18n.language)}
          <span className="ink-3">
            {t('playbook.backTo', { stage: wordsIn(stage.title, i18n.language) })}
          </span>
        </button>
      ))}
    </div>
  );
}
