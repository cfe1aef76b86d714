import { InvoicesScreen } from '../../features/invoices/invoices-screen';
import { StepAct } from '../../features/playbook/step-act';
import { reminderScript } from '#shared/knowledge/invoice-steps';
import { useScreen } from '../../state/screen-store';
import { useWalkActions } from './use-walk-actions';
import '../../features/playbook/playbook.css';

/** The register of invoices, where the step to the next state is done as in its case. */
export function InvoicesPage() {
  const { showOverlay, openCase } = useScreen();
  const actions = useWalkActions();
  return (
    <InvoicesScreen
      renderNext={({ step, walk }, present) => (
        <StepAct
          walk={walk}
          view={{ step, state: 'open', at: 0, by: '', answer: null, reason: '', why: null }}
          present={present}
          actions={actions}
        />
      )}
      onNew={() => {
        showOverlay({ kind: 'invoice', caseId: null });
      }}
      onEdit={(caseId) => {
        showOverlay({ kind: 'invoice', caseId });
      }}
      onOpen={openCase}
      onRemind={(caseId) => {
        showOverlay({ kind: 'scripts', caseId, scriptId: reminderScript });
      }}
    />
  );
}
