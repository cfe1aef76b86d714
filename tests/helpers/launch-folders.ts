import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Where one launched app keeps everything; nothing of the person's own is touched. */
export type LaunchFolders = {
  readonly root: string;
  readonly userData: string;
  readonly documents: string;
  readonly downloads: string;
  readonly isTemporary: boolean;
};

/** A given data folder has its documents and downloads beside it, so they survive with it. */
export function prepareFolders(userData: string | undefined): LaunchFolders {
  const root = userData === undefined ? mkdtempSync(join(tmpdir(), 'liudi-')) : dirname(resolve(userData));
  const data = userData === undefined ? join(root, 'data') : resolve(userData);
  const folders = {
    root,
    userData: data,
    documents: `${data}-documents`,
    downloads: `${data}-downloads`,
    isTemporary: userData === undefined,
  };
  for (const folder of [data, folders.documents, folders.downloads]) mkdirSync(folder, { recursive: true });
  return folders;
}

/**
 * Removes a folder in which a browser's last process may still write for a moment: Node's own retries do not look again
 * at what has come in meanwhile.
 */
export async function removeFolder(folder: string): Promise<void> {
  const mostTries = 10;
  for (let tried = 1; ; tried += 1) {
    try {
      await rm(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tried === mostTries) throw error;
      await delay(tried * 100);
    }
  }
}
