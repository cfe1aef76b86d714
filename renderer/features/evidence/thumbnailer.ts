import { viewability } from '#shared/domain/file-check';
import { countOriginals, listMissingThumbs, readOriginal, saveThumb } from '../../data/evidence-repository';
import { watch } from '../../data/live';
import { ask } from '../../platform/desktop';
import { makeThumb } from '../../workers/thumb';
import { WorkerLost } from '../../workers/worker-pool';
import { useIntake } from './intake-store';
import { makePoster } from './video-poster';
import type { Evidence } from '#shared/domain/evidence';
import type { Sha256 } from '#shared/domain/ids';

const atOnce = 2;

/**
 * Makes missing thumbnails in the background, newest first, two at a time; stands back while files come in. Started once
 * by the app; returns how to stop.
 */
export function startThumbnailer(): () => void {
  const skipped = new Set<Sha256>();
  const stop = new AbortController();
  let working = false;

  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      while (!stop.signal.aborted && !useIntake.getState().running) {
        const batch = await listMissingThumbs(atOnce, skipped);
        if (batch.length === 0) break;
        await Promise.all(batch.map((item) => makeOne(item, skipped)));
      }
    } catch (error) {
      note(error);
    } finally {
      working = false;
    }
  };
  const begin = (): void => {
    void work();
  };
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

/** Derives one thumbnail. What can never be shown is remembered as such; what only went wrong is tried at the next start. */
async function makeOne(item: Evidence, skipped: Set<Sha256>): Promise<void> {
  const { sha256, mime } = item;
  try {
    const how = viewability(item);
    if (how === 'none' || how === 'tooLarge') {
      await saveThumb(sha256, null);
      return;
    }
    const original = await readOriginal(sha256);
    const thumb = how === 'video' ? await makePoster(original) : await makeThumb(original, mime);
    await saveThumb(sha256, thumb);
  } catch (error) {
    skipped.add(sha256);
    const undecodable = error instanceof Error && ['InvalidStateError', 'EncodingError'].includes(error.name);
    if (undecodable) await saveThumb(sha256, null);
    else if (!(error instanceof WorkerLost)) note(error);
  }
}

function note(error: unknown): void {
  const message = `thumbnail: ${error instanceof Error ? error.name : 'unknown'}`;
  void tellLog(message);
}

async function tellLog(message: string): Promise<void> {
  await ask('log', { level: 'warn', message }).catch(() => undefined);
}
