import { accessSync, constants, statSync } from 'node:fs';

/** Whether files can be made in a folder; never throws. */
export function canWriteIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
