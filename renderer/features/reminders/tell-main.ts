import { watch } from '../../data/live';
import { listFiredReminders } from '../../data/reminder-repository';
import { ask, listen } from '../../platform/desktop';
import { useScreen } from '../../state/screen-store';
import { playSound } from './play-sound';

/** The case before the seller's eyes, or null. */
function caseOnScreen(): string | null {
  const { screen, caseId } = useScreen.getState();
  return screen === 'cases' ? caseId : null;
}

/**
 * Tells main what only the window knows: the case on screen, whose own alarms keep still, and how many rung
 * reminders wait. Plays the sound of those main shows. Returns how to stop.
 */
export function startTelling(onError: (error: unknown) => void): () => void {
  let told = caseOnScreen();
  const tellCase = (): void => {
    ask('setOpenCase', told).catch(onError);
  };
  tellCase();
  const stops = [
    useScreen.subscribe(() => {
      const shown = caseOnScreen();
      if (shown === told) return;
      told = shown;
      tellCase();
    }),
    watch(
      async () => (await listFiredReminders()).length,
      (waiting) => {
        ask('setBadge', { waiting }).catch(onError);
      },
      onError,
    ),
    listen('reminderSound', ({ kind }) => {
      playSound(kind);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
