import { tell, warn } from '../../state/toast-store';
import { addDuplicates } from './intake-store';
import type { FilingOutcome } from '../../data/evidence-repository';

/** What became of a file that was taken in, under the name it came with. */
export type TakenIn = FilingOutcome & { readonly name: string };

/** More than this are told in one sentence. */
const oneByOne = 3;

/** Says under which names files were stored, which were there already, and how many were left out by cancelling. */
export function tellBatch(outcomes: readonly TakenIn[], leftOut: number): void {
  const fresh = outcomes
    .filter(({ outcome }) => outcome !== 'already')
    .map(({ evidence }) => evidence.fileName);
  const known = outcomes.filter(({ outcome }) => outcome !== 'stored');
  const last = fresh.at(-1);
  if (fresh.length <= oneByOne) for (const name of fresh) tell('evidence.saved', { name });
  else if (last !== undefined)
    tell('evidence.savedMany', { count: fresh.length, first: fresh[0] ?? '', last });
  if (known.length <= oneByOne) {
    for (const { outcome, of } of known) {
      const key = outcome === 'already' ? 'evidence.alreadyHere' : 'evidence.linked';
      warn(key, { caseNo: of?.caseNo ?? '', fileName: of?.fileName ?? '' });
    }
  } else {
    warn('evidence.knownMany', { count: known.length });
    addDuplicates(
      known.map(({ name, outcome, of }) => ({
        name,
        here: outcome === 'already',
        caseNo: of?.caseNo ?? '',
        fileName: of?.fileName ?? '',
      })),
    );
  }
  if (leftOut > 0) warn('evidence.cancelled', { saved: fresh.length, left: leftOut });
}
