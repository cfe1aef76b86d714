import { listForForm } from '../../data/inbox-repository';
import { useLive } from '../../data/use-live';
import { NewCaseDialog } from '../../features/cases/new-case-dialog';
import { fileFormFiles, leaveFormFiles } from '../../features/evidence/form-files';
import { useIntake } from '../../features/evidence/intake-store';
import { useScreen } from '../../state/screen-store';

/**
 * The new-case form with the files that came for it. They lie in the inbox from their first moment on, so that neither
 * a crash nor closing the form loses them.
 */
export function NewCaseOverlay() {
  const { openCase, closeOverlay } = useScreen();
  const waiting = useLive(listForForm, []) ?? [];
  return (
    <NewCaseDialog
      files={waiting}
      onClose={() => {
        closeOverlay();
        void leaveFormFiles();
      }}
      onSaved={({ id }) => {
        const withFiles = waiting.length > 0 || useIntake.getState().running;
        openCase(id, withFiles ? 'evidence' : 'work');
        void fileFormFiles(id);
      }}
    />
  );
}
