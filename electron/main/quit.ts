import { app } from 'electron';

/** Longest time the end of the app may wait for the disk, in ms. */
const patienceMs = 3_000;

let quitting = false;

/** The app is ending, so a window that closes now must not go to the tray. */
export function isQuitting(): boolean {
  return quitting;
}

/** The app ends after what is still being written is on the disk or given up. */
export function setupQuit(finishWriting: () => Promise<unknown>): void {
  let finished = false;
  app.on('before-quit', () => {
    quitting = true;
  });
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
