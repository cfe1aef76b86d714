import { link, mkdir, readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errorKind, type Log } from '../log';
import { rescuedFolder } from './store-copy';

/**
 * Second names (hard links) for the files of the open database, its log too. A browser that finds no room left may take
 * the store for broken and delete it at once, long before anybody could copy it: what has another name stays, to the last
 * change it wrote. It costs no room. Where the disk knows no second names there are none.
 */
export type StoreLinks = {
  /** The opened database was found sound: its files are named anew. Never throws. */
  readonly renew: () => Promise<void>;
  /** Files came or went. Nothing is let go of a store that is no longer the one that was named. Never throws. */
  readonly follow: () => Promise<void>;
  /** The database is lost: what is named is kept as a copy. @param at epoch ms, its name @returns whether there was any */
  readonly keep: (at: number) => Promise<boolean>;
};

/** In the data folder. */
export const linksFolder = 'store-links';
const namedOf = /\.indexeddb\.(?:leveldb\/(?:CURRENT|MANIFEST-\d+|\d+\.(?:log|ldb))|blob\/.*)$/;
const current = /\.indexeddb\.leveldb\/CURRENT$/;

export function createStoreLinks(store: string, dataFolder: string, log: Log): StoreLinks {
  const folder = path.join(dataFolder, linksFolder);
  let line: Promise<unknown> = Promise.resolve();
  /** Missed last time: a store that is being deleted must not be followed, so names go only when missed twice. */
  let missed: ReadonlySet<string> = new Set();
  /** Waits for its turn. */
  let following: Promise<void> | null = null;

  function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    const turn = line.then(work).catch((error: unknown) => {
      log('warn', `database files not named (${errorKind(error)})`);
      return otherwise;
    });
    line = turn;
    return turn;
  }

  async function add(name: string): Promise<void> {
    const to = path.join(folder, name);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    // Gone again, or no second names here: the rest counts all the same.
    await link(path.join(store, name), to).catch(() => undefined);
  }

  return {
    renew: () =>
      inTurn(async () => {
        const own = new Set(await namesIn(folder));
        const theirs = await namesIn(store);
        for (const name of theirs) {
          if (own.has(name) && (await isSame(path.join(store, name), path.join(folder, name)))) continue;
          if (own.has(name)) await unlink(path.join(folder, name));
          await add(name);
        }
        const there = new Set(theirs);
        for (const name of own) if (!there.has(name)) await unlink(path.join(folder, name));
        missed = new Set();
      }, undefined),
    follow: () => {
      // Many changes in one breath are followed once.
      following ??= inTurn(async () => {
        following = null;
        const own = await namesIn(folder);
        const theirs = new Set(await namesIn(store));
        const head = own.find((name) => current.test(name));
        if (head === undefined || !(await isSame(path.join(store, head), path.join(folder, head)))) return;
        const named = new Set(own);
        for (const name of theirs) if (!named.has(name)) await add(name);
        const gone = own.filter((name) => !theirs.has(name));
        for (const name of gone) if (missed.has(name)) await unlink(path.join(folder, name));
        missed = new Set(gone);
      }, undefined);
      return following;
    },
    keep: (at) =>
      inTurn(async () => {
        if (!(await namesIn(folder)).some((name) => current.test(name))) return false;
        const kept = path.join(dataFolder, rescuedFolder);
        await mkdir(kept, { recursive: true, mode: 0o700 });
        await rename(folder, path.join(kept, String(at)));
        return true;
      }, false),
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (namedOf.test(name)) names.push(name);
  }
  return names;
}

async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(one), stat(other)]);
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return false;
  }
}
