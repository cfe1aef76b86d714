import { reopenDatabase } from '../data/database';
import { settleStore } from '../data/settle-store';
import { ask } from '../platform/desktop';
import { report, tell, useToasts } from '../state/toast-store';

const checkMs = 1500;
/** Opening the store writes to it; with less room than this it would only break again. */
const roomBytes = 24 * 1024 * 1024;
const diskErrors = new Set(['error.storageFull', 'error.storageUnavailable']);

let watching = false;

async function hasRoom(): Promise<boolean> {
  const { freeBytes } = await ask('getAppInfo');
  return freeBytes === null || freeBytes > roomBytes;
}

async function watchUntilSound(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, checkMs));
    if (!(await hasRoom().catch(() => false))) continue;
    await reopenDatabase();
    await settleStore();
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
  return useToasts.subscribe(({ toasts }) => {
    if (watching || !toasts.some((toast) => diskErrors.has(toast.key))) return;
    watching = true;
    watchUntilSound()
      .catch((error: unknown) => {
        report(error);
      })
      .finally(() => {
        watching = false;
      });
  });
}
