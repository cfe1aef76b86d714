import path from 'node:path';
import { AppError } from '#shared/errors';
import type { StoreAnswer, StoreFacts } from '#shared/vault/exchange';
import type { Clock } from '../clock';
import { hasCode } from '../files/disk';
import { errorKind, type Log } from '../log';
import { copyStoreAside, dropStoreCopy, isCopyWaiting, keepStoreCopy, passOverCopy } from './store-copy';
import { filesOnly, hasShrunk, inspectStore, readShelf, type StoreLook } from './inspect-store';
import { judgeStore } from './judge';
import { createStoreLinks } from './store-links';
import { mergeFacts, noSentinel, openSentinel } from './sentinel';
import type { Vault, VaultSummary } from './vault';

/** The second vault, as far as its names tell. */
export type BackupSource = VaultSummary & { readonly folder: string };

export type StoreGuard = {
  /** Looks at the database's folder; has to end before any window opens. */
  readonly beforeWindow: () => Promise<void>;
  /** Judges the opened database once per window; until it is found sound, nothing may change vault or sentinel. */
  readonly opened: (facts: StoreFacts, vault: Vault, backup?: BackupSource | null) => Promise<StoreAnswer>;
  readonly changed: (facts: StoreFacts) => Promise<void>;
  /** Holds on to files that came since; to be called now and then while the vault cannot take what is saved. */
  readonly follow: () => Promise<void>;
  /**
   * Keeps the files as they lie, unless a copy from before is waiting: a database that could not be read is emptied by
   * the browser when it is opened again, and changes the vault never got lie nowhere else. Never throws.
   */
  readonly setAside: () => Promise<void>;
  /** The copy is not needed any more: the database is sound. */
  readonly dropAside: () => Promise<void>;
  /** After a rebuild, or a decision to start anew: what is there now is what counts. */
  readonly accept: (facts: StoreFacts | null) => Promise<void>;
  /** What the sentinel knows of the database. */
  readonly known: () => StoreFacts | null;
  /** The same, but null while its counts are of an earlier change than its number. */
  readonly counted: () => StoreFacts | null;
  /** How far this shop's database had come when last noted; null when it is another's or unknown. */
  readonly noted: (storeId: string) => { readonly seq: number; readonly at: number } | null;
  /** Whether the opened database was found sound. */
  readonly isSound: () => boolean;
  /** Keeps a copy of the database's files, while no window has opened it. @throws AppError when it cannot */
  readonly keepCopy: () => Promise<void>;
  /** At an orderly end, with every window closed: notes the files as they are. */
  readonly shelve: () => Promise<void>;
};

type Parts = {
  readonly dataFolder: string;
  /** Where the browser keeps the origin's storage; null when it will not say. */
  readonly storageFolder: string | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Up to how many files the whole folder is copied at every start. */
  readonly fewFiles?: number;
};

/**
 * The database is copied at every start: a damaged block inside is seen only by the browser, which then empties the
 * folder. In shops with more files the originals are left out (the vault has them by hash), because naming each of
 * them anew would be felt.
 */
const fewFilesOfShop = 3000;

/** Keeps watch over the database from outside (DESIGN 4): sentinel, look before opening, copy aside, verdict. */
export function createStoreGuard({
  dataFolder,
  storageFolder,
  clock,
  log,
  fewFiles = fewFilesOfShop,
}: Parts): StoreGuard {
  const store = storageFolder === null ? null : path.join(storageFolder, 'IndexedDB');
  const links = store === null ? null : createStoreLinks(store, dataFolder, log);
  const file = openSentinel(dataFolder, log);
  let sentinel = noSentinel;
  let sound = false;
  let aside = false;
  let dropped: Promise<void> = Promise.resolve();
  let look: StoreLook = 'unknown';
  let filesShort = false;

  async function note(change: Partial<typeof sentinel>): Promise<void> {
    sentinel = { ...sentinel, ...change };
    await file.write(sentinel);
  }

  /** Never throws: a copy that cannot be made keeps nobody from working. */
  async function copyAside(withFiles: boolean): Promise<void> {
    if (store === null) return;
    try {
      await copyStoreAside(store, dataFolder, withFiles);
      aside = true;
    } catch (error) {
      await dropStoreCopy(dataFolder).catch(() => undefined);
      log('error', `database files not copied (${errorKind(error)})`);
    }
  }

  function dropAside(): Promise<void> {
    if (sound && aside) dropped = dropStoreCopy(dataFolder).catch(() => undefined);
    if (sound) aside = false;
    // What was deleted shall not stay under a second name either.
    if (sound) void links?.renew();
    return dropped;
  }

  /** Another shop's than the one that was here: it gives nothing back unless the seller says so. */
  const isForeign = (vault: VaultSummary | null): boolean =>
    sentinel.facts !== null && vault !== null && vault.storeId !== null
      ? vault.storeId !== sentinel.facts.storeId
      : false;

  return {
    beforeWindow: async () => {
      sentinel = await file.read();
      if (store === null) return;
      try {
        const seen = await inspectStore(store);
        const { shelf } = seen;
        look = seen.look;
        const shrunk = sentinel.shelf !== null && hasShrunk(sentinel.shelf, shelf);
        filesShort = sentinel.shelf !== null && hasShrunk(filesOnly(sentinel.shelf), shelf);
        // After a crash there is no list to compare with.
        const suspicious = look === 'damaged' || shrunk || sentinel.shelf === null;
        if (look !== 'absent') await copyAside(suspicious || Object.keys(shelf).length <= fewFiles);
        if (look === 'damaged' || shrunk) log('warn', `database folder looks ${look}, shrunk ${shrunk}`);
      } catch (error) {
        log('error', `database folder not inspected (${errorKind(error)})`);
      }
      if (sentinel.shelf !== null) await note({ shelf: null }).catch(() => undefined);
    },
    opened: async (facts, vault, backup = null) => {
      const summary = await vault.summary().catch(() => null);
      // Where the first vault is gone the second one speaks for it.
      const reason = judgeStore({ found: facts, known: sentinel.facts, vault: summary ?? backup, look });
      if (reason === null) {
        sound = true;
        // Nothing here keeps the seller waiting, or out when the disk is full: the next change is noted again.
        void dropAside();
        void note({ ...mergeFacts(sentinel, facts), at: clock.now() }).catch(() => undefined);
        // Said once: the window looks at every file then.
        const short = filesShort;
        filesShort = false;
        return short ? { mode: 'normal', filesShort: true } : { mode: 'normal' };
      }
      // It may have been sound when this run began.
      sound = false;
      log('error', `database is ${reason}: rescue`);
      const at = clock.now();
      const copied = aside && (await keepStoreCopy(dataFolder, at).catch(() => false));
      // What the browser deleted before anybody could copy it.
      const linked = (await links?.keep(at + 1)) ?? false;
      const keptAside = copied || linked;
      return {
        mode: 'rescue',
        reason,
        expected: sentinel.facts?.counts ?? null,
        found: facts.counts,
        notedAt: sentinel.facts === null ? null : sentinel.at,
        keptAside,
        vault: { ...(await vault.status()), lastSeq: summary?.lastSeq ?? 0 },
        foreign: isForeign(summary),
        backupFolder: isForeign(backup) ? null : (backup?.folder ?? null),
      };
    },
    follow: async () => {
      if (sound) await links?.follow();
    },
    changed: async (facts) => {
      if (sound) void links?.follow();
      // A database that was not found sound must not replace what is known of the one before it.
      if (!sound || facts.headSeq < (sentinel.facts?.headSeq ?? 0)) return;
      const merged = mergeFacts(sentinel, facts);
      const { countedSeq, facts: before } = sentinel;
      if (JSON.stringify(merged) === JSON.stringify({ facts: before, countedSeq })) return;
      await note({ ...merged, at: clock.now() });
    },
    setAside: async () => {
      await dropped;
      if (aside && (await isCopyWaiting(dataFolder))) return;
      await copyAside(true);
      log('warn', 'database could not be read');
    },
    dropAside,
    accept: async (facts) => {
      look = 'unknown';
      // A rebuild has looked at every file.
      filesShort = false;
      await note({ facts, countedSeq: facts?.headSeq ?? -1, at: clock.now() });
    },
    known: () => sentinel.facts,
    counted: () => (sentinel.countedSeq === sentinel.facts?.headSeq ? sentinel.facts : null),
    noted: (storeId) =>
      sentinel.facts?.storeId === storeId ? { seq: sentinel.facts.headSeq, at: sentinel.at } : null,
    isSound: () => sound,
    keepCopy: async () => {
      if (store === null || look === 'absent') return;
      try {
        await copyStoreAside(store, dataFolder);
        const at = clock.now();
        if (!(await keepStoreCopy(dataFolder, at))) throw new AppError('writeFailed');
        // The database itself goes on; nothing has to be looked for in here.
        await passOverCopy(dataFolder, at);
        aside = false;
        log('info', 'database files copied before the migration');
      } catch (error) {
        const full = hasCode(error, ['ENOSPC', 'EDQUOT']);
        throw new AppError(full ? 'storageFull' : 'writeFailed', {}, error);
      }
    },
    shelve: async () => {
      await dropAside();
      if (store === null || !sound) return;
      await note({ shelf: await readShelf(store) });
    },
  };
}
