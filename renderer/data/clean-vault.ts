import { AppError } from '#shared/errors';
import { ask } from '../platform/desktop';
import { watch } from './live';
import { countPending, enqueueBaseline } from './outbox/outbox-repository';
import { settleStore } from './settle-store';
import type { VaultCleaning } from '#shared/vault/cleaning';

/**
 * How often the store's log is pushed on (5 MB each): Chromium merges its files after four logs, and only then are
 * deleted texts really gone. Measured in a small shop: after five the texts were gone, after ten the keys too.
 */
const pushes = 10;

/**
 * Writes everything that is there now into the vault once more, lets everything older go, and makes the browser's
 * store rewrite its files, so that deleted texts are in neither.
 * @param onProgress changes that still have to go to the vault
 * @throws AppError `cancelled`, and what the vault's disk says
 */
export async function cleanVault(
  stop: AbortSignal,
  onProgress: (pending: number) => void,
): Promise<VaultCleaning> {
  await enqueueBaseline(stop);
  await untilMirrored(stop, onProgress);
  const removed = await ask('cleanVault');
  for (let push = 0; push < pushes; push += 1) await settleStore();
  return removed;
}

function untilMirrored(stop: AbortSignal, onProgress: (pending: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let end: () => void = () => undefined;
    const finish = (done: () => void): void => {
      end();
      stop.removeEventListener('abort', cancelled);
      done();
    };
    const cancelled = (): void => {
      finish(() => {
        reject(new AppError('cancelled'));
      });
    };
    stop.addEventListener('abort', cancelled);
    end = watch(
      countPending,
      (pending) => {
        onProgress(pending);
        if (pending === 0)
          queueMicrotask(() => {
            finish(resolve);
          });
      },
      (error) => {
        finish(() => {
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      },
    );
    if (stop.aborted) cancelled();
  });
}
