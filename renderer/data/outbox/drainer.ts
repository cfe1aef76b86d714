import { ask } from '../../platform/desktop';
import { watch } from '../live';
import { drainOnce } from './drain';
import { mirrorFree } from './hold';
import { countPending, storeFacts } from './outbox-repository';

export type DrainerParts = {
  /** Told after each round that went over, and after each that failed. */
  readonly onRound: (error: unknown) => void;
  readonly pauses?: Partial<typeof defaultPauses>;
};

/**
 * Milliseconds. `settle`: changes of one action go over together. `first`, `most`: waiting after a failure. `hold`:
 * standing back for something else, before each round.
 */
const defaultPauses = { settle: 400, first: 1_000, most: 15_000, look: 30_000, hold: 10_000 };

/** How long to rest after a round, in ms. @param took ms the round took */
export function roundPause(took: number): number {
  return Math.min(500, took);
}

/** Counting all rows may take this part of the time. */
const countingShare = 1 / 5;

/**
 * Keeps the vault up with the database in the background: no user action waits for it, and a vault that is missing
 * or full is tried again, ever more slowly. Started once by the app; returns how to stop.
 */
export function startDrainer({ onRound, pauses: given = {} }: DrainerParts): () => void {
  const pauses = { ...defaultPauses, ...given };
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working = false;
  let again = false;
  let wait = pauses.first;
  let countAgainAt = 0;
  let counted = false;

  /** The sentinel hears of changes also while there is no vault to take them. */
  const tellSentinel = async (): Promise<void> => {
    const begun = performance.now();
    const withCounts = begun >= countAgainAt;
    const facts = await storeFacts(withCounts);
    const took = performance.now() - begun;
    if (withCounts) countAgainAt = begun + took / countingShare;
    counted = Object.keys(facts.counts).length > 0;
    await ask('storeChanged', facts).catch(() => undefined);
  };

  const run = async (): Promise<void> => {
    if (working) {
      again = true;
      return;
    }
    working = true;
    let failed: unknown = null;
    try {
      await tellSentinel();
      // The rest of the time belongs to the seller: a long queue is no reason to keep disk and processor busy.
      for (;;) {
        await mirrorFree(pauses.hold);
        if (stop.signal.aborted) return;
        const begun = performance.now();
        if ((await drainOnce(stop.signal)) === 0) break;
        onRound(null);
        if (stop.signal.aborted) return;
        await pause(roundPause(performance.now() - begun));
      }
      wait = pauses.first;
    } catch (error) {
      failed = error;
    } finally {
      working = false;
    }
    onRound(failed);
    if (failed !== null) {
      plan(wait);
      wait = Math.min(wait * 2, pauses.most);
    } else if (again) plan(pauses.settle);
    else if (!counted) plan(Math.max(pauses.settle, countAgainAt - performance.now()));
    // A vault that was taken away while nothing changed is noticed too.
    else plan(pauses.look);
    again = false;
  };

  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (!stop.signal.aborted) timer = setTimeout(() => void run(), ms);
  };

  let known = -1;
  const stopWatching = watch(
    countPending,
    (count) => {
      // While the vault fails, its own waiting time counts, not the seller's typing.
      if (count > known && wait === pauses.first && !working) plan(pauses.settle);
      else if (count > known && working) again = true;
      known = count;
    },
    onRound,
  );
  plan(0);
  return () => {
    stop.abort();
    clearTimeout(timer);
    stopWatching();
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
