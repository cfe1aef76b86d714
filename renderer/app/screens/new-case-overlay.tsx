import { useTranslation } from 'react-i18next';
import { orderActions, type OrderAction } from '#shared/knowledge/order-actions';
import { listForForm } from '../../data/inbox-repository';
import { getOrder } from '../../data/order-repository';
import { answerStep } from '../../data/step-repository';
import { useLive } from '../../data/use-live';
import { NewCaseDialog, type NewCaseStart } from '../../features/cases/new-case-dialog';
import { factsOfOrder } from '../../features/cases/order-facts';
import { fileFormFiles, leaveFormFiles } from '../../features/evidence/form-files';
import { useIntake } from '../../features/evidence/intake-store';
import { now } from '../../platform/clock';
import { useScreen, type NewCaseOrder } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import type { Case } from '#shared/domain/case';

/**
 * The new-case form with the files that came for it. They lie in the inbox from their first moment on, so that neither
 * a crash nor closing the form loses them. From an order it is filled, and has a draft of its own.
 */
export function NewCaseOverlay({ order }: { readonly order?: NewCaseOrder | undefined }) {
  const { t } = useTranslation();
  const { openCase, closeOverlay } = useScreen();
  const waiting = useLive(listForForm, []) ?? [];
  const action = orderActions.find(({ id }) => id === order?.action);
  const known = useLive(() => (order === undefined ? null : getOrder(order.key)), [order?.key]);
  if (order !== undefined && known == null) return null;
  const start: NewCaseStart | undefined =
    known == null
      ? undefined
      : {
          key: `${known.key}:${action?.id ?? ''}`,
          facts: {
            ...factsOfOrder(known),
            ...(action === undefined
              ? {}
              : { type: action.type, description: t(`orders.actionText.${action.id}`) }),
          },
        };
  return (
    <NewCaseDialog
      files={waiting}
      start={start}
      onClose={() => {
        closeOverlay();
        void leaveFormFiles();
      }}
      onSaved={(item) => {
        const withFiles = waiting.length > 0 || useIntake.getState().running;
        openCase(item.id, withFiles ? 'evidence' : 'work');
        if (action !== undefined) begin(item, action);
        void fileFormFiles(item.id);
      }}
    />
  );
}

/** The step that says what was begun from the order is answered at once; the seller may have picked another type. */
function begin({ id, type }: Case, action: OrderAction): void {
  if (type === action.type) answerStep(id, action.step, action.option, now()).catch(report);
}
