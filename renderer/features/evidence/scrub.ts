import { healOriginal, nameOfDamaged } from '../../data/heal';
import { readOriginal } from '../../data/evidence-repository';
import { watch } from '../../data/live';
import { dropUnreadableThumbs } from '../../data/missing-thumbs';
import { changeScrub, nextOriginals, readScrub } from '../../data/scrub-repository';
import { now } from '../../platform/clock';
import { warn } from '../../state/toast-store';
import { hashInWorker } from '../../workers/check';
import { WorkerLost } from '../../workers/worker-pool';
import { useIntake } from './intake-store';
import type { Sha256 } from '#shared/domain/ids';

const weekMs = 7 * 86_400_000;
/** Starting is for what the seller wants to see; the check comes after. */
const firstAfterMs = 30_000;
const lookEveryMs = 3_600_000;
/** Between two originals, so that nothing else ever waits for the disk. */
const restMs = 150;
/** How many are read between two notes of how far it is; each note is a line in the vault. */
const batch = 50;

/** What the check needs from outside; tests give their own. */
export type ScrubTools = {
  readonly hash: (blob: Blob) => Promise<Sha256>;
  /** Resolves when the computer has nothing better to do; false when the check should stop. */
  readonly rest: () => Promise<boolean>;
  readonly now: () => number;
};

type Finding = 'same' | 'damaged' | 'healed' | 'skipped';

/** Reads one original and compares it with its hash. A worker that was given up says nothing about the bytes. */
async function checkOriginal(sha256: Sha256, { hash, now }: ScrubTools): Promise<Finding> {
  try {
    if ((await hash(await readOriginal(sha256))) === sha256) return 'same';
  } catch (error) {
    if (error instanceof WorkerLost) return 'skipped';
  }
  return (await healOriginal(sha256, now())) === null ? 'damaged' : 'healed';
}

/**
 * Goes on with the check of all stored originals, or begins a new one when the last is a week old: one after another,
 * with a rest between them. Stops when paused or told to, and goes on from there the next time. Each damaged original
 * is healed from the vault where it can be, and named.
 */
export async function scrubOnce(tools: ScrubTools): Promise<void> {
  let state = await readScrub();
  if (state.paused) return;
  if (state.startedAt === null) {
    if (state.lastRunAt !== null && tools.now() - state.lastRunAt < weekMs) return;
    state = await changeScrub({ startedAt: tools.now(), cursor: '', checked: 0, damaged: 0 });
  }
  for (;;) {
    const hashes = await nextOriginals(state.cursor, batch);
    let { cursor, checked, damaged } = state;
    for (const sha256 of hashes) {
      if (!(await tools.rest())) {
        await changeScrub({ cursor, checked, damaged });
        return;
      }
      const found = await checkOriginal(sha256, tools);
      cursor = sha256;
      checked += 1;
      if (found === 'damaged' || found === 'healed') {
        damaged += 1;
        warn(`integrity.${found}`, { name: await nameOfDamaged(sha256) });
      }
    }
    // Paused or begun anew meanwhile: that counts, not what was read at the start.
    const current = await readScrub();
    if (current.startedAt !== state.startedAt) {
      state = current;
      if (current.startedAt === null) return;
      continue;
    }
    if (hashes.length < batch) {
      const lastRun = { lastRunAt: tools.now(), lastChecked: checked, lastDamaged: damaged };
      await changeScrub({ ...lastRun, startedAt: null, cursor: '', checked, damaged });
      return;
    }
    state = await changeScrub({ cursor, checked, damaged });
    if (state.paused) return;
  }
}

/** Begins a new check at once, paused or not. */
export async function startScrubNow(at: number): Promise<void> {
  await changeScrub({ paused: false, startedAt: at, cursor: '', checked: 0, damaged: 0 });
}

/**
 * The rows are all there and files are not: pictures that cannot be read are made anew, and every original is read and
 * brought back where it has to be.
 */
export async function recheckFiles(at: number): Promise<void> {
  await dropUnreadableThumbs();
  await startScrubNow(at);
}

/** Runs the background check of stored originals (pausable, low priority). Started once by the app; returns how to stop. */
export function startScrub(): () => void {
  const stop = new AbortController();
  const state = { working: false, paused: false };
  const tools: ScrubTools = {
    hash: (blob) => hashInWorker(blob, stop.signal),
    now,
    rest: async () => {
      do {
        await new Promise((resolve) => setTimeout(resolve, restMs));
        await new Promise<void>((resolve) => {
          requestIdleCallback(
            () => {
              resolve();
            },
            { timeout: 2000 },
          );
        });
      } while (useIntake.getState().running && !stop.signal.aborted);
      return !stop.signal.aborted && !state.paused;
    },
  };
  const work = async (): Promise<void> => {
    if (state.working || stop.signal.aborted) return;
    state.working = true;
    try {
      await scrubOnce(tools);
    } catch {
      // The database went away or the disk is full: both are told elsewhere. The next look tries again.
    } finally {
      state.working = false;
    }
  };
  const first = setTimeout(() => void work(), firstAfterMs);
  const timer = setInterval(() => void work(), lookEveryMs);
  const stopWatching = watch(
    readScrub,
    ({ paused, startedAt }) => {
      const wasPaused = state.paused;
      state.paused = paused;
      // Begun or resumed by hand: at once.
      if (!paused && startedAt !== null && (wasPaused || startedAt > now() - restMs * 20)) void work();
    },
    () => undefined,
  );
  return () => {
    stop.abort();
    clearTimeout(first);
    clearInterval(timer);
    stopWatching();
  };
}
