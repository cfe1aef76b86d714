const LOOK_EVERY_MS = 500;

/**
 * Ends this process in order when the one that started it is gone: `npm` passes SIGTERM to its shell only, and the
 * app would run on with nobody able to stop it.
 */
export function endWithParent(): void {
  if (process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
