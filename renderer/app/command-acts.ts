import { useChosen } from '../state/chosen-store';
import { ask } from '../platform/desktop';
import { useScreen } from '../state/screen-store';
import { report, tell } from '../state/toast-store';

/** For what can be done anywhere. */
export const always = (): boolean => true;
/** A case is open. */
export const hasCase = (): boolean =>
  useScreen.getState().screen === 'cases' && useScreen.getState().caseId !== null;

/** Cases are ticked in the list. */
export const hasChosen = (): boolean =>
  useScreen.getState().screen === 'cases' && useChosen.getState().chosen.length > 0;

/** Closes the ticked cases in one go. */
export function closeChosen(): void {
  useScreen.getState().showOverlay({ kind: 'closeMany', caseIds: useChosen.getState().chosen });
}

/** Puts the caret into the search field of the list on screen. */
export function focusListSearch(): void {
  document.querySelector<HTMLInputElement>('[data-hotkey="list-search"]')?.focus();
}

/** The buttons of the step that is open in the procedure: its answers, or what does it. */
export function stepButtons(): readonly HTMLElement[] {
  const found = (what: string) => [...document.querySelectorAll<HTMLElement>(`.walk-step ${what}:enabled`)];
  const answers = found('[data-step-answer]');
  return answers.length > 0 ? answers : found('.btn.primary');
}

/** Without a passphrase there is nothing to lock with: then the settings are the place to go. */
export function lockNow(): void {
  ask('getLock')
    .then(async ({ on }) => {
      if (on) {
        await ask('lockNow');
        return;
      }
      useScreen.getState().go('settings');
      tell('lock.setUpFirst');
    })
    .catch(report);
}
