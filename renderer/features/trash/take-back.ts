import { assertNever } from '#shared/assert-never';
import { newestStep, undoStep } from '../../data/undo/undo-repository';
import { now } from '../../platform/clock';
import { report, tell, warn } from '../../state/toast-store';

/** Takes an action back and says what became of it. */
export async function takeBack(id: string): Promise<void> {
  try {
    const outcome = await undoStep(id, now());
    switch (outcome) {
      case 'done':
        tell('undo.done');
        return;
      case 'newer':
        warn('undo.newer');
        return;
      case 'gone':
        warn('undo.gone');
        return;
      default:
        assertNever(outcome);
    }
  } catch (error) {
    report(error, () => void takeBack(id));
  }
}

/** Takes the newest action of this sitting back. */
export async function takeBackNewest(): Promise<void> {
  const step = await newestStep();
  if (step === undefined) tell('undo.nothing');
  else await takeBack(step.id);
}
