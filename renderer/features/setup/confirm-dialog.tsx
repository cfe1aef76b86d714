import { report } from '../../state/toast-store';
import { AskOnce } from '../../ui/ask-once';

/** Asks before something of the settings goes away; a failure is told at the edge of the screen. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly okLabel: string;
  readonly onOk: () => Promise<void>;
  readonly onClose: () => void;
}) {
  return <AskOnce {...props} onError={report} />;
}
