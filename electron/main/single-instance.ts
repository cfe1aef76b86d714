import { app } from 'electron';
import { sayCannotStart } from './crash-report';
import { canWriteIn } from './files/can-write';

/**
 * Takes the lock before any window or file is touched: two programs on one database lose data (B, "Only one
 * instance"). A second launch brings the first one to the front and ends. The lock is a file: where nothing can be
 * written nobody gets it, and a program that ends without a window says why.
 * @param dataFolder where the lock lies
 * @returns false when another Liudi holds the data folder, or it cannot be written to; this one is then quitting
 */
export function holdSingleInstance(dataFolder: string, focusFirst: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    if (canWriteIn(dataFolder)) app.quit();
    else
      void app.whenReady().then(() => {
        sayCannotStart('readOnly');
      });
    return false;
  }
  app.on('second-instance', focusFirst);
  return true;
}
