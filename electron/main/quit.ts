import { app } from 'electron';

/** Longest time the end of the app may wait for the disk, in ms. */
const patienceMs = 3_000;

/**
 * Closing the window ends the app (a tray comes later), after what is still being written is on the disk or given
 * up.
 */
export function setupQuit(finishWriting: () => Promise<unknown>): void {
  let finished = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    const tooLong = new Promise((resolve) => setTimeout(resolve, patienceMs));
    void Promise.race([finishWriting(), tooLong]).finally(() => {
      finished = true;
      app.quit();
    });
  });
}
