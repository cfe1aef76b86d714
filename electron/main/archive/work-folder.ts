import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorKind, type Log } from '../log';

/** Folders for what a job needs on the way: readable by this user only, gone when the job is over. */
export type WorkFolders = {
  readonly make: () => Promise<{ readonly id: string; readonly folder: string }>;
  readonly remove: (folder: string) => Promise<void>;
  /** Removes what a crash left. Call at start. */
  readonly clear: () => Promise<void>;
};

/** Work folders below the app's data folder; the window never names one. */
export function workFolders(dataFolder: string, log: Log): WorkFolders {
  const root = path.join(dataFolder, 'archive-work');
  const remove = async (folder: string): Promise<void> => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
      log('warn', `work folder not removed (${errorKind(error)})`);
    });
  };
  return {
    make: async () => {
      const id = randomUUID();
      const folder = path.join(root, id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return { id, folder };
    },
    remove,
    clear: () => remove(root),
  };
}
