import { BackupDialog } from '../features/backup/backup-dialog';
import { RestoreDialog } from '../features/backup/restore-dialog';
import { useScreen } from '../state/screen-store';
import { useFocusBack } from './use-focus-back';
import { NewOrderDialog } from '../features/cases/new-order-dialog';
import { ContactDialog } from '../features/contacts/contact-dialog';
import { DecideDialog } from '../features/decide/decide-dialog';
import { DiscountDialog } from '../features/discount/discount-dialog';
import { EvidenceCompare } from '../features/evidence/evidence-compare';
import { EvidenceViewer } from '../features/evidence/evidence-viewer';
import { PersonDialog } from '../features/people/person-dialog';
import { PackDialog } from '../features/pack/pack-dialog';
import { ScriptDialog } from '../features/scripts/script-dialog';
import { CloseDialog } from '../features/playbook/close-dialog';
import { CloseManyDialog } from '../features/playbook/close-many-dialog';
import { InvoiceDialog } from '../features/invoices/invoice-dialog';
import { SwapDialog } from '../features/money/swap-dialog';
import { SlipDialog } from '../features/slips/slip-dialog';
import { TaskDialog } from '../features/tasks/task-dialog';
import { WrongShipmentDialog } from '../features/wrong-shipments/wrong-shipment-dialog';
import { InspectOverlay } from './screens/inspect-overlay';
import { NewCaseOverlay } from './screens/new-case-overlay';
import { ProductOverlay } from './screens/product-overlay';
import { RecentActions } from '../features/trash/recent-actions';
import { KeySheet } from './key-sheet';
import { Palette } from './palette';
import { assertNever } from '#shared/assert-never';

/** The one thing that lies over the screen, if any. Joins features that do not know each other. */
export function Overlays() {
  const overlay = useScreen((state) => state.overlay);
  const close = useScreen((state) => state.closeOverlay);
  const openCase = useScreen((state) => state.openCase);
  useFocusBack(overlay !== null);
  if (overlay === null) return null;
  switch (overlay.kind) {
    case 'newCase':
      return <NewCaseOverlay key={overlay.order?.key ?? ''} order={overlay.order} />;
    case 'slip':
      return <SlipDialog caseId={overlay.caseId} onClose={close} />;
    case 'pack':
      return <PackDialog caseId={overlay.caseId} only={overlay.only} onClose={close} />;
    case 'wrongShipment':
      return <WrongShipmentDialog caseId={overlay.caseId} onClose={close} />;
    case 'invoice':
      return <InvoiceDialog caseId={overlay.caseId} onOpen={openCase} onClose={close} />;
    case 'discount':
      return (
        <DiscountDialog
          caseId={overlay.caseId}
          activity={overlay.activity}
          tab={overlay.tab}
          onClose={close}
        />
      );
    case 'product':
      return <ProductOverlay key={overlay.name ?? ''} name={overlay.name} onClose={close} />;
    case 'viewer':
      return <EvidenceViewer ids={overlay.ids} index={overlay.index} onClose={close} />;
    case 'scripts':
      return <ScriptDialog caseId={overlay.caseId} scriptId={overlay.scriptId} onClose={close} />;
    case 'compare':
      return <EvidenceCompare ids={overlay.ids} onClose={close} />;
    case 'backup':
      if (overlay.what === 'archive' || overlay.what === 'export') {
        return <BackupDialog key={overlay.what} what={overlay.what} onClose={close} />;
      }
      return <RestoreDialog which={overlay.what === 'undo' ? 'safety' : 'pick'} onClose={close} />;
    case 'closeCase':
      return <CloseDialog caseId={overlay.caseId} onClose={close} />;
    case 'closeMany':
      return <CloseManyDialog caseIds={overlay.caseIds} onClose={close} />;
    case 'swap':
      return <SwapDialog caseId={overlay.caseId} onClose={close} />;
    case 'newOrder':
      return <NewOrderDialog caseId={overlay.caseId} onClose={close} />;
    case 'inspect':
      return <InspectOverlay caseId={overlay.caseId} onClose={close} />;
    case 'contact':
      return <ContactDialog caseId={overlay.caseId} onClose={close} />;
    case 'decide':
      return <DecideDialog caseId={overlay.caseId} onClose={close} />;
    case 'person':
      return <PersonDialog key={overlay.personId ?? 'new'} personId={overlay.personId} onClose={close} />;
    case 'tasks':
      return (
        <TaskDialog
          caseId={overlay.caseId}
          onOpen={(id) => {
            useScreen.getState().openCase(id);
          }}
          onClose={close}
        />
      );
    case 'palette':
      return <Palette onClose={close} />;
    case 'recent':
      return <RecentActions onClose={close} />;
    case 'keys':
      return <KeySheet onClose={close} />;
    default:
      return assertNever(overlay);
  }
}
