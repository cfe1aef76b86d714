import { assertNever } from '#shared/assert-never';
import { tell, warn } from '../../state/toast-store';
import { addDuplicates } from './intake-store';
import type { BatchOutcome } from '../../data/evidence-batch';

/** What became of a file that was taken in, under the name it came with. */
export type TakenIn = BatchOutcome & { readonly name: string };

/** More than this are told in one sentence. */
const oneByOne = 3;

type Known = {
  readonly name: string;
  readonly key: string;
  readonly here: boolean;
  readonly caseNo: string;
  readonly fileName: string;
};

/** Says under which names files were stored, which were there already, and how many were left out by cancelling. */
export function tellBatch(outcomes: readonly TakenIn[], leftOut: number): void {
  const fresh = outcomes.flatMap((one) =>
    one.outcome === 'stored' || one.outcome === 'linked' ? [one.evidence.fileName] : [],
  );
  const waiting = outcomes.filter(({ outcome }) => outcome === 'waiting' || outcome === 'waitingAlready');
  const last = fresh.at(-1);
  if (fresh.length <= oneByOne) for (const name of fresh) tell('evidence.saved', { name });
  else if (last !== undefined)
    tell('evidence.savedMany', { count: fresh.length, first: fresh[0] ?? '', last });
  if (waiting.length > 0) tell('inbox.received', { count: waiting.length });
  const known = outcomes.flatMap(toKnown);
  if (known.length <= oneByOne) {
    for (const { key, caseNo, fileName } of known) warn(key, { caseNo, fileName });
  } else {
    warn('evidence.knownMany', { count: known.length });
    addDuplicates(known.map(({ name, here, caseNo, fileName }) => ({ name, here, caseNo, fileName })));
  }
  if (leftOut > 0) warn('evidence.cancelled', { saved: fresh.length + waiting.length, left: leftOut });
}

function toKnown({ name, outcome, of }: TakenIn): Known[] {
  const place = { name, caseNo: of?.caseNo ?? '', fileName: of?.fileName ?? '' };
  switch (outcome) {
    case 'stored':
      return [];
    case 'linked':
      return [{ ...place, key: 'evidence.linked', here: false }];
    case 'already':
      return [{ ...place, key: 'evidence.alreadyHere', here: true }];
    case 'waiting':
    case 'waitingAlready':
      return of === null ? [] : [{ ...place, key: 'inbox.filedBefore', here: false }];
    default:
      return assertNever(outcome);
  }
}
