/** What the computer says of the person in front of it; Electron's `powerMonitor`, or a test's own. */
export type PersonSigns = {
  readonly on: ((event: 'lock-screen', listener: () => void) => unknown) &
    ((event: 'suspend', listener: () => void) => unknown);
  /** Seconds since the last touch of keyboard or mouse, in any program. */
  readonly getSystemIdleTime: () => number;
};

type Parts = {
  readonly signs: PersonSigns;
  readonly idleMinutes: () => number;
  /** Files are being written at this moment: an export that runs alone must come to its end. */
  readonly isBusy: () => boolean;
  readonly lock: () => void;
  /** Calls again and again. @returns how to stop */
  readonly every: (run: () => void, ms: number) => () => void;
};

const lookMs = 5_000;

/**
 * Locks when the computer is locked, sleeps, or nobody touched it for the chosen time. `lock-screen` is told by
 * macOS and Windows only; on Linux sleep and idle time remain. @returns how to stop
 */
export function startLockTriggers({ signs, idleMinutes, isBusy, lock, every }: Parts): () => void {
  signs.on('lock-screen', lock);
  signs.on('suspend', lock);
  return every(() => {
    const minutes = idleMinutes();
    if (minutes > 0 && signs.getSystemIdleTime() >= minutes * 60 && !isBusy()) lock();
  }, lookMs);
}
