import { AppError } from '#shared/errors';
import { database, reopenDatabase } from '../data/database';
import { settleStore } from '../data/settle-store';
import { ask } from '../platform/desktop';
import { hasRoom } from './begin-anew';
import { openStore } from './open-store';
import { report, tell, useToasts } from '../state/toast-store';

const checkMs = 1500;
const diskErrors = new Set(['error.storageFull', 'error.storageUnavailable']);

let watching = false;

/** Chromium may close the store before any save has failed: what waits then has to be explained all the same. */
async function sayWhyItWaits(): Promise<void> {
  const isSaid = (): boolean => useToasts.getState().toasts.some(({ key }) => diskErrors.has(key));
  if (isSaid() || (await hasRoom().catch(() => true)) || isSaid()) return;
  report(new AppError('storageFull'));
}

async function watchUntilSound(): Promise<void> {
  // Chromium may close the store by itself; opened again on a full disk it breaks for good (measured).
  let release: () => void = () => undefined;
  database().holdBack(
    new Promise<void>((resolve) => {
      release = resolve;
    }),
  );
  await sayWhyItWaits();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, checkMs));
    if (!(await hasRoom().catch(() => false))) continue;
    // Damaged files are emptied by the browser when they are opened again.
    await ask('setStoreAside').catch(() => undefined);
    release();
    if (!(await reopenDatabase())) {
      location.reload();
      return;
    }
    await settleStore();
    // Judged anew: where it is sound its copy goes, or the next full disk would find an old one and make none.
    if ((await openStore()).mode === 'rescue') {
      location.reload();
      return;
    }
    // Their "try again" has nothing left to wait for.
    for (const { id, key } of useToasts.getState().toasts) {
      if (diskErrors.has(key)) useToasts.getState().dismiss(id);
    }
    tell('app.storageBack');
    return;
  }
}

/**
 * After a write failed for want of room, waits until the disk has some and then opens the database anew, so that
 * work goes on without a restart. Returns how to stop listening.
 */
export function startStorageWatch(): () => void {
  const begin = (): void => {
    if (watching) return;
    watching = true;
    watchUntilSound()
      .catch((error: unknown) => {
        report(error);
      })
      .finally(() => {
        watching = false;
      });
  };
  // Chromium closes a store it could not write to. The next query would open it again at once, on a full disk.
  database().on('close', begin);
  const stop = useToasts.subscribe(({ toasts }) => {
    if (toasts.some((toast) => diskErrors.has(toast.key))) begin();
  });
  return () => {
    database().on('close').unsubscribe(begin);
    stop();
  };
}
