import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../files/disk';

/**
 * What the database's folder looks like from outside. `unknown` means only that this layout cannot be judged:
 * Chromium is moving IndexedDB to another one.
 */
export type StoreLook = 'absent' | 'sound' | 'damaged' | 'unknown';

/** Names below the IndexedDB folder with their sizes in bytes; null when there is no folder. */
export type Shelf = Readonly<Record<string, number>>;

/** Lists the database's files; files that come and go by themselves are left out. */
export async function readShelf(folder: string): Promise<Shelf | null> {
  let names: string[];
  try {
    names = await readdir(folder, { recursive: true });
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return null;
    throw error;
  }
  const shelf: Record<string, number> = {};
  for (const name of names) {
    if (/^(?:LOCK|LOG|LOG\.old)$/.test(path.basename(name))) continue;
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found?.isFile() === true) shelf[name.replaceAll('\\', '/')] = found.size;
  }
  return shelf;
}

/** Looks at the folder without opening the database: a damaged LevelDB is emptied by opening it. */
export async function inspectStore(folder: string): Promise<{ look: StoreLook; shelf: Shelf }> {
  const shelf = await readShelf(folder);
  const names = Object.keys(shelf ?? {});
  if (shelf === null || names.length === 0) return { look: 'absent', shelf: {} };
  const stores = new Set(names.flatMap((name) => /^(.*\.indexeddb\.leveldb)\//.exec(name)?.[1] ?? []));
  if (stores.size === 0) {
    // Files of evidence without the database that names them: it was there and is gone.
    const onlyBlobs = names.every((name) => name.includes('.indexeddb.blob/'));
    return { look: onlyBlobs ? 'damaged' : 'unknown', shelf };
  }
  for (const store of stores) {
    const current = await readFile(path.join(folder, store, 'CURRENT'), 'utf8').catch(() => '');
    const manifest = current.trim();
    const named = /^MANIFEST-\d+$/.test(manifest) ? (shelf[`${store}/${manifest}`] ?? 0) : 0;
    if (named === 0) return { look: 'damaged', shelf };
  }
  return { look: 'sound', shelf };
}

/** Whether a file is missing or shorter than it was at the last orderly end. */
export function hasShrunk(before: Shelf, now: Shelf): boolean {
  return Object.entries(before).some(([name, size]) => (now[name] ?? -1) < size);
}

/** The files that hold originals and thumbnails, without the rows. */
export function filesOnly(shelf: Shelf): Shelf {
  return Object.fromEntries(Object.entries(shelf).filter(([name]) => name.includes('.indexeddb.blob/')));
}
