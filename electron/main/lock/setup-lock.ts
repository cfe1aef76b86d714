import { powerMonitor } from 'electron';
import type { SendEvent } from '../../ipc/send-event';
import { systemClock } from '../clock';
import { type AppLock, openAppLock } from './app-lock';
import { fullCost } from './key-wrap';
import { openLockFile } from './lock-file';
import { startLockTriggers } from './lock-triggers';

type Parts = {
  readonly dataFolder: string;
  readonly send: SendEvent;
  /** Takes back every address given out, and ends what writes to the seller's folders. */
  readonly revoke: () => void;
  readonly isBusy: () => boolean;
  /** Words on tray and notifications, and files that hold some, follow. */
  readonly changed: () => void;
};

/** The app lock with everything that shuts it. Has to stand before the first window opens. */
export async function setupLock({ dataFolder, send, revoke, isBusy, changed }: Parts): Promise<AppLock> {
  const lock = await openAppLock({
    file: openLockFile(dataFolder),
    clock: systemClock,
    cost: fullCost,
    changed: (status) => {
      if (status.locked) revoke();
      changed();
      send('lockChanged', status);
    },
  });
  startLockTriggers({
    signs: powerMonitor,
    idleMinutes: () => lock.status().idleMinutes,
    isBusy,
    lock: lock.lock,
    every: (run, ms) => {
      const timer = setInterval(run, ms);
      timer.unref();
      return () => {
        clearInterval(timer);
      };
    },
  });
  return lock;
}
