import i18next from 'i18next';
import { watch } from '../../data/live';
import { newestStep } from '../../data/undo/undo-repository';
import { now } from '../../platform/clock';
import { offer, report } from '../../state/toast-store';
import { stepWords } from './step-words';
import { takeBack } from './take-back';

/** Whatever takes something away, in any part of the app, is followed by a message with a way back. Returns how to stop. */
export function startUndoOffers(): () => void {
  const begun = now();
  let last = '';
  return watch(
    newestStep,
    (step) => {
      // Ids sort by time: after an undo an older one is the newest again.
      if (step === undefined || step.id <= last || step.at < begun) return;
      last = step.id;
      if (!step.removes) return;
      const text = stepWords(i18next.t.bind(i18next), step);
      offer('undo.offer', { text }, { label: 'undo.undo', run: () => void takeBack(step.id) });
    },
    report,
  );
}
