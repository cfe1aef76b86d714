import { isKnownFile } from '../../data/inbox-repository';
import { ask, download, listen } from '../../platform/desktop';
import { report, tell, warn } from '../../state/toast-store';
import { now } from '../../platform/clock';
import { checkInWorker, hashInWorker } from '../../workers/check';
import { intakeToInbox } from './intake';
import { addRejected } from './intake-store';
import { receiveFile, forgetReceived, forgetAllReceived } from './receive-file';
import { settleGrown } from './watch-grown';
import type { SettleWatched, WatchedFile } from '#shared/ipc/watch';

/**
 * Takes the new files of the watched folder into the inbox, one after another, each once by its hash. Started once by
 * the app; returns how to stop.
 */
export function startWatchIntake(): () => void {
  const stop = new AbortController();
  let working = false;
  let again = false;
  /** The seller was told that files wait for room. */
  let holding = false;

  const work = async (): Promise<void> => {
    again = true;
    if (working) return;
    working = true;
    let taken = 0;
    let held = 0;
    try {
      while (again && !stop.signal.aborted) {
        again = false;
        for (let one = await ask('nextWatched'); one !== null; one = await ask('nextWatched')) {
          if (stop.signal.aborted) return;
          const outcome = await takeOne(one);
          if (outcome === 'taken') taken += 1;
          if (outcome === 'failed') held += 1;
          const { id, size, modifiedAt } = one;
          await ask('settleWatched', { id, size, modifiedAt, outcome });
        }
      }
    } catch (error) {
      report(error);
    } finally {
      working = false;
      if (taken > 0) tell('watch.received', { count: taken });
      // Said once, not with each of the tries that follow.
      if (held > 0 && !holding) warn('watch.held', { count: held });
      if (held > 0 || taken > 0) holding = held > 0;
    }
  };

  const stopListening = listen('watchChanged', ({ waiting }) => {
    if (waiting > 0) void work();
  });
  void forgetAllReceived().then(work);
  return () => {
    stop.abort();
    stopListening();
  };
}

/** One file: received, looked at, and kept unless these bytes were ever here before. */
async function takeOne(one: WatchedFile): Promise<SettleWatched['outcome']> {
  try {
    const file = await receiveFile(one, await download(one.url));
    // Changed while it was read: it is told again when it has come to rest.
    if (file.size !== one.size) return 'failed';
    const answer = await checkInWorker(file, one.name);
    if (!answer.ok) {
      if (answer.reason === 'unreadable' || answer.reason === 'failed') return 'failed';
      // It came in by itself; that it did not stay has to be said.
      addRejected([{ name: one.name, reason: answer.reason }]);
      return 'known';
    }
    if (await isKnownFile(answer.sha256)) return 'known';
    const incoming = { file, source: 'watch', folder: one.folder } as const;
    const [id] = await intakeToInbox([incoming], {
      waitsFor: null,
      hint: '',
      quiet: true,
      triedElsewhere: true,
    });
    if (id === null || id === undefined) return 'failed';
    const { grownFrom } = one;
    // Kept already: whatever goes wrong here leaves two pieces, never none.
    if (grownFrom !== null)
      await settleGrown(file, { grownFrom, whole: id, now: now() }, hashInWorker).catch(report);
    return 'taken';
  } catch {
    return 'failed';
  } finally {
    await forgetReceived(one);
  }
}
