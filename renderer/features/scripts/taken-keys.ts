import { ask } from '../../platform/desktop';
import { report, warn } from '../../state/toast-store';

/** Says once at the start when another program has the keys of the message window, and what to do. */
export function warnOfTakenKeys(): void {
  ask('getMessageKeys').then(({ on, works, keys }) => {
    if (on && !works) warn('messageWindow.takenToast', { keys });
  }, report);
}
