import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

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
