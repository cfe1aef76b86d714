import { viewability } from '#shared/domain/file-check';
import { countOriginals, readOriginal } from '../../data/evidence-repository';
import { saveDerived, type DerivedPicture } from '../../data/likeness-repository';
import { usePicturing } from './picturing-store';
import { createRounds } from './rounds';
import { tellAlike } from './tell-alike';
import { listMissingThumbs, type Pictured } from '../../data/missing-thumbs';
import { calmLive, watch } from '../../data/live';
import { ask } from '../../platform/desktop';
import { convertPicture, makeThumb } from '../../workers/thumb';
import { useIntake } from './intake-store';
import { makePoster } from './video-poster';
import type { Derived } from '../../workers/shrink';
import type { Sha256 } from '#shared/domain/ids';

/** As many as there are decoding workers. */
const atOnce = 2;
/** Looking for what is missing reads all keys, so it is not done for each picture. */
const batchSize = 40;
const tries = 2;
/** Kept in one go: each commit waits for the disk and has the tiles on screen look again. */
const together = 4;

/**
 * Makes missing thumbnails in the background, newest first, two at a time; stands back while files come in. Started once
 * by the app; returns how to stop.
 */
export function startThumbnailer(): () => void {
  const failures = new Map<Sha256, number>();
  const stop = new AbortController();

  const mayWork = (): boolean => !stop.signal.aborted && !useIntake.getState().running;
  const workOff = async (batch: readonly Pictured[], isFresh: () => boolean): Promise<void> => {
    const left = [...batch];
    const made: DerivedPicture[] = [];
    const keep = async (): Promise<void> => {
      if (made.length > 0) await saveDerived(made.splice(0));
    };
    const lane = async (): Promise<void> => {
      // What has just come in is what the seller looks at: it goes before the rest of an old batch.
      while (mayWork() && !isFresh()) {
        const item = left.shift();
        if (item === undefined) return;
        const derived = await makeOne(item, failures);
        if (derived !== null) made.push(derived);
        if (made.length >= together) await keep();
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, lane));
    } finally {
      await keep();
    }
  };
  const list = (): Promise<Pictured[]> => listMissingThumbs(batchSize);
  let stir: (() => void) | null = null;
  const working = (on: boolean): void => {
    usePicturing.setState({ on });
    if (on) stir ??= calmLive();
    else {
      stir?.();
      stir = null;
    }
  };
  const begin = createRounds({ mayWork, list, workOff, after: tellAlike, failed: note, working });
  const stopWatching = watch(countOriginals, begin, note);
  const stopListening = useIntake.subscribe(({ running }, before) => {
    if (before.running && !running) begin();
  });
  return () => {
    stop.abort();
    stopWatching();
    stopListening();
  };
}

/** Derives one thumbnail. What cannot be shown is told as such; null for what was given up and is tried once more. */
async function makeOne(item: Pictured, failures: Map<Sha256, number>): Promise<DerivedPicture | null> {
  const { sha256 } = item;
  let derived: Derived | null = null;
  try {
    derived = await derive(item);
  } catch (error) {
    const failed = (failures.get(sha256) ?? 0) + 1;
    failures.set(sha256, failed);
    // Undecodable once is undecodable for ever; a busy computer deserves a second try.
    if (!isUndecodable(error)) note(error);
    if (!isUndecodable(error) && failed < tries) return null;
  }
  const thumb = derived?.blob ?? null;
  return viewability(item) === 'video'
    ? { sha256, thumb }
    : { sha256, thumb, likeness: derived?.likeness ?? null };
}

async function derive(item: Pictured): Promise<Derived | null> {
  const how = viewability(item);
  if (how !== 'picture' && how !== 'video' && how !== 'converted') return null;
  const original = await readOriginal(item.sha256);
  if (how === 'converted') return convertPicture(original);
  if (how === 'picture') return makeThumb(original, item.mime);
  const poster = await makePoster(original);
  return poster === null ? null : { blob: poster, likeness: null };
}

function isUndecodable(error: unknown): boolean {
  return error instanceof Error && ['InvalidStateError', 'EncodingError'].includes(error.name);
}

function note(error: unknown): void {
  const message = `thumbnail: ${error instanceof Error ? error.name : 'unknown'}`;
  void tellLog(message);
}

async function tellLog(message: string): Promise<void> {
  await ask('log', { level: 'warn', message }).catch(() => undefined);
}
