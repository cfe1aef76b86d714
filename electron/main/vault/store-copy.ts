import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { constants } from 'node:fs';
import { writeTextAtomically } from '../files/atomic-write';

/** Where a copy waits until the opened database was judged. */
const waiting = 'store-before-opening';
/** Where copies of databases that were not sound stay; nobody but the seller removes them. */
export const rescuedFolder = 'rescued';

/** In a kept copy: what it holds beside the vault was brought back, or is not wanted. */
const lookedThrough = 'looked-through.json';

/** Files that are written once and then only removed: another name for the same bytes costs no room. */
const isOriginal = /\.indexeddb\.blob\//;
const isWrittenOnce = (name: string): boolean => name.endsWith('.ldb') || isOriginal.test(name);

/**
 * Copies the database's folder aside before anything opens it. Files that never change again are hard-linked where
 * the disk can, because removing the original leaves the link alone.
 * @param withFiles also the originals and thumbnails, not only the rows
 */
export async function copyStoreAside(store: string, dataFolder: string, withFiles = true): Promise<void> {
  const target = path.join(dataFolder, waiting);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(store, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = path.join(entry.parentPath, entry.name);
    const name = path.relative(store, from);
    if (!withFiles && isOriginal.test(name.replaceAll('\\', '/'))) continue;
    const to = path.join(target, name);
    await mkdir(path.dirname(to), { recursive: true });
    const linked = isWrittenOnce(name.replaceAll('\\', '/')) && (await tryLink(from, to));
    if (!linked) await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Whether a copy waits to be kept or dropped. */
export async function isCopyWaiting(dataFolder: string): Promise<boolean> {
  return (await readdir(path.join(dataFolder, waiting)).catch(() => [])).length > 0;
}

/** The opened database was sound: the copy is not needed. */
export async function dropStoreCopy(dataFolder: string): Promise<void> {
  await rm(path.join(dataFolder, waiting), { recursive: true, force: true });
}

/** The opened database was not sound: the copy stays, under the time it was found. @param at epoch ms */
export async function keepStoreCopy(dataFolder: string, at: number): Promise<boolean> {
  const kept = path.join(dataFolder, rescuedFolder);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  try {
    await rename(path.join(dataFolder, waiting), path.join(kept, String(at)));
    return true;
  } catch {
    return (await readdir(kept)).length > 0;
  }
}

/** What a rescue gave back stays beside the copies. @param at epoch ms */
export async function keepReport(dataFolder: string, at: number, text: string): Promise<void> {
  const kept = path.join(dataFolder, rescuedFolder);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  await writeTextAtomically(path.join(kept, `report-${at}.json`), text);
}

/** Whether nobody needs to look through a kept copy any more. */
export async function isLookedThrough(folder: string): Promise<boolean> {
  return (await readdir(folder).catch((): string[] => [])).includes(lookedThrough);
}

/** Nothing shall come back from the copies kept so far. @param at epoch ms */
export async function passOverCopies(dataFolder: string, at: number): Promise<void> {
  const kept = path.join(dataFolder, rescuedFolder);
  for (const name of await readdir(kept).catch((): string[] => [])) {
    if (/^\d+$/.test(name)) await markLookedThrough(path.join(kept, name), at);
  }
}

/** Nothing shall come back from this copy. @param keptAt its name, epoch ms */
export async function passOverCopy(dataFolder: string, keptAt: number): Promise<void> {
  await markLookedThrough(path.join(dataFolder, rescuedFolder, String(keptAt)), keptAt);
}

/** Notes that a kept copy need not be looked through any more. */
export async function markLookedThrough(folder: string, at: number): Promise<void> {
  await writeTextAtomically(path.join(folder, lookedThrough), JSON.stringify({ at }));
}
