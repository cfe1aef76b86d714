import { useTranslation } from 'react-i18next';
import { wordsIn, type Stage } from '#shared/domain/playbook';
import { refuseMove } from '#shared/domain/playbook-walk';
import { type CaseWalk } from '../../data/case-walk';
import { moveStage } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { ReasonDialog } from './reason-dialog';

/** A jump that the procedure does not know: why not, where one can go instead, and a reason that takes it anyway. */
export function JumpDialog({
  walk,
  stage,
  onClose,
}: {
  readonly walk: CaseWalk;
  readonly stage: Stage;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const name = (one: Stage): string => wordsIn(one.title, i18n.language);
  const ways = walk.walk.moves.map((one) => name(one.stage)).join(t('playbook.comma'));
  return (
    <ReasonDialog
      title={t('playbook.jumpTitle', { stage: name(stage) })}
      action={t('playbook.jumpAnyway')}
      onClose={onClose}
      onReason={(reason) => moveStage(walk.item.id, stage.id, now(), reason)}
    >
      <p>
        {t(`playbook.refused.${refuseMove(walk.walk, stage.id) ?? 'noWay'}`, {
          from: name(walk.walk.stage),
          to: name(stage),
        })}
      </p>
      <p className="ink-2">{t('playbook.waysOn', { ways: ways === '' ? t('common.none') : ways })}</p>
    </ReasonDialog>
  );
}
