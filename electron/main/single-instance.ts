import { app } from 'electron';

/**
 * Takes the lock before any window or file is touched: two programs on one database lose data (B, "Only one
 * instance"). A second launch brings the first one to the front and ends.
 * @returns false when another Liudi holds the data folder; this one is then quitting
 */
export function holdSingleInstance(focusFirst: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', focusFirst);
  return true;
}
