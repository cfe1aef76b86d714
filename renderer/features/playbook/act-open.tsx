import { assertNever } from '#shared/assert-never';
import { useTranslation } from 'react-i18next';
import { completeStep } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import type { ActProps } from './walk-actions';

/** Steps that another part of the app does: the button opens it, doing it there ticks the step. */
export function ActOpen({
  walk,
  view: { step },
  actions,
  kind,
  quiet = false,
}: ActProps & {
  readonly kind: 'memo' | 'slip' | 'sendReturnInfo' | 'register';
  /** Another button of the step is the one to press. */
  readonly quiet?: boolean;
}) {
  const { t } = useTranslation();
  const { id } = walk.item;
  const open = (): void => {
    switch (kind) {
      case 'memo':
        actions.openMemo(id);
        return;
      case 'slip':
        actions.openSlip(id);
        return;
      case 'register':
        actions.openWrongShipment(id);
        return;
      case 'sendReturnInfo':
        actions.copyReturnInfo(id).then(
          () => {
            tell('playbook.returnInfoCopied');
            actions.openSlip(id);
          },
          (error: unknown) => {
            report(error, open);
          },
        );
        return;
      default:
        assertNever(kind);
    }
  };
  return (
    <div className="walk-options">
      <button type="button" className={quiet ? 'btn' : 'btn primary'} onClick={open}>
        {t(`playbook.open.${kind}`)}
      </button>
      <button
        type="button"
        className="btn"
        disabled={walk.item.status === 'closed'}
        onClick={() => {
          completeStep(id, step.id, {}, now()).catch((error: unknown) => {
            report(error);
          });
        }}
      >
        {t('playbook.alreadyDone')}
      </button>
    </div>
  );
}
