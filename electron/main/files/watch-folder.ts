import { randomUUID } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { SettleWatched, WatchedFile, WatchStatus } from '#shared/ipc/watch';
import type { Clock } from '../clock';
import { errorKind, type Log } from '../log';
import type { Downloads } from './downloads';
import { modifiedTime, readStill } from './read-still';
import type { Seen, WatchLedger } from './watch-ledger';
import { isPassedOver, relativeName } from './watch-scan';

/** The folder of a phone's sync or a chat, whose new files come into the app. Nothing in it is ever written or moved. */
export type WatchFolder = {
  readonly status: () => WatchStatus;
  /** Begins to watch the folder chosen earlier, if any. */
  readonly start: () => Promise<void>;
  /** The seller picks a folder in main's dialog; what lies in it already is left out until asked for. */
  readonly choose: () => Promise<WatchStatus>;
  readonly turn: (on: boolean) => Promise<WatchStatus>;
  /** What lay in the folder when it was chosen is taken too. */
  readonly takeBefore: () => Promise<WatchStatus>;
  /** The next complete file with a one-time address of its bytes, or null. The same one until it is settled. */
  readonly next: () => Promise<WatchedFile | null>;
  readonly settle: (answer: SettleWatched) => void;
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly ledger: WatchLedger;
  readonly downloads: Downloads;
  readonly chooseFolder: () => Promise<string | null>;
  readonly changed: (status: WatchStatus) => void;
  readonly clock: Clock;
  readonly log: Log;
  /** Times in milliseconds; tests are in more of a hurry. */
  readonly pauses?: Partial<typeof defaultPauses>;
};

/**
 * `stable`: unchanged for so long a file counts as complete. `look`: an unplugged folder is looked for this often. `again`:
 * first wait before a file that could not be kept is offered once more.
 */
const defaultPauses = { stable: 2000, poll: 250, look: 5000, again: 15_000 };
/** A full disk is not made roomier by asking: each try waits twice as long, up to this many milliseconds. */
const longestAgainMs = 10 * 60 * 1000;
const lifetimeMs = 30 * 60 * 1000;
const maxDepth = 16;

type Failed = { readonly tries: number; readonly timer: ReturnType<typeof setTimeout> };
type Waiting = { readonly id: string; readonly file: string; readonly name: string };

export function createWatchFolder(parts: Parts): WatchFolder {
  const { ledger, downloads, changed, clock, log } = parts;
  const pauses = { ...defaultPauses, ...parts.pauses };
  const waiting = new Map<string, Waiting>();
  /** Files that could not be kept (full or read-only disk), by name, with how often that was tried. */
  const failed = new Map<string, Failed>();
  let watcher: FSWatcher | null = null;
  let state: WatchStatus['state'] = 'off';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function status(): WatchStatus {
    const { folder, on, seen, takenCount, last } = ledger.get();
    const before = Object.values(seen).filter((one) => one.state === 'before').length;
    return { folder, on, state, before, taken: takenCount, last, waiting: waiting.size, held: failed.size };
  }
  function tell(): void {
    changed(status());
  }

  async function stop(): Promise<void> {
    clearTimeout(timer);
    const old = watcher;
    watcher = null;
    waiting.clear();
    for (const one of failed.values()) clearTimeout(one.timer);
    failed.clear();
    await old?.close();
  }

  /** Starts watching, or looks again later when the folder is not there (unplugged). */
  async function start(): Promise<void> {
    await stop();
    const { folder, on } = ledger.get();
    state = 'off';
    if (folder === null || !on) return;
    if (!(await isFolder(folder))) {
      state = 'missing';
      lookAgain();
      return;
    }
    state = 'watching';
    const own = watch(folder, {
      // Links could lead anywhere, also back to the folder itself.
      followSymlinks: false,
      depth: maxDepth,
      ignored: (file) => file !== folder && relativeName(folder, file) === null,
      awaitWriteFinish: { stabilityThreshold: pauses.stable, pollInterval: pauses.poll },
    });
    watcher = own;
    own.on('add', (file) => void found(folder, file));
    own.on('change', (file) => void found(folder, file));
    own.on('unlink', (file) => {
      const name = relativeName(folder, file);
      if (name !== null && forgive(name)) tell();
    });
    own.on('unlinkDir', (gone) => {
      if (gone === folder) void lost();
    });
    own.on('error', (error) => {
      log('warn', `watch folder: ${errorKind(error)}`);
      void checkPresence();
    });
    timer = setTimeout(() => void checkPresence(), pauses.look);
  }

  function lookAgain(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void start().then(tell);
    }, pauses.look);
  }

  /** Not every system says that a folder has gone. */
  async function checkPresence(): Promise<void> {
    const { folder } = ledger.get();
    if (watcher === null || folder === null) return;
    if (!(await isFolder(folder))) return lost();
    clearTimeout(timer);
    timer = setTimeout(() => void checkPresence(), pauses.look);
  }

  async function lost(): Promise<void> {
    await stop();
    state = 'missing';
    tell();
    lookAgain();
  }

  async function found(folder: string, file: string): Promise<void> {
    const name = relativeName(folder, file);
    if (name === null || [...waiting.values()].some((one) => one.name === name)) return;
    const facts = await factsOf(file);
    if (facts === null && forgive(name)) tell();
    if (facts === null || facts.size === 0 || isSame(ledger.get().seen[name], facts)) return;
    const id = randomUUID();
    waiting.set(id, { id, file, name });
    tell();
  }

  /** @returns whether this file was held */
  function forgive(name: string): boolean {
    clearTimeout(failed.get(name)?.timer);
    return failed.delete(name);
  }

  /** The window could not keep a file: it is offered again after a while, and not only after the next start. */
  function hold({ file, name }: Waiting): void {
    const { folder } = ledger.get();
    if (folder === null || watcher === null) return;
    const tries = (failed.get(name)?.tries ?? 0) + 1;
    const pause = Math.min(longestAgainMs, pauses.again * 2 ** (tries - 1));
    clearTimeout(failed.get(name)?.timer);
    const again = setTimeout(() => void found(folder, file), pause);
    failed.set(name, { tries, timer: again });
  }

  return {
    status,
    choose: async () => {
      const folder = await parts.chooseFolder();
      if (folder === null) return status();
      await stop();
      const seen = await listBefore(folder);
      ledger.update({ folder, on: true, seen, takenCount: 0, last: null });
      await start();
      tell();
      return status();
    },
    turn: async (on) => {
      ledger.update({ on });
      await start();
      tell();
      return status();
    },
    takeBefore: async () => {
      const left = Object.entries(ledger.get().seen).filter(([, one]) => one.state !== 'before');
      ledger.update({ seen: Object.fromEntries(left) });
      await start();
      return status();
    },
    next: async () => {
      for (const { id, file, name } of waiting.values()) {
        const facts = await factsOf(file);
        if (facts === null) {
          waiting.delete(id);
          if (forgive(name)) tell();
          continue;
        }
        const { url } = downloads.open({ stream: () => readStill(file, facts) }, lifetimeMs);
        const folderName = path.basename(ledger.get().folder ?? '');
        const above = name.split('/').slice(0, -1);
        const before = ledger.get().seen[name];
        return {
          id,
          url,
          name: path.basename(file),
          folder: [folderName, ...above].join('/'),
          ...facts,
          grownFrom: before?.state === 'taken' && before.size < facts.size ? before.size : null,
        };
      }
      return null;
    },
    settle: ({ id, size, modifiedAt, outcome }) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (one === undefined) return;
      if (outcome === 'failed') {
        hold(one);
        tell();
        return;
      }
      forgive(one.name);
      const { seen, takenCount, last } = ledger.get();
      ledger.update({
        seen: { ...seen, [one.name]: { size, modifiedAt, state: 'taken' } },
        ...(outcome === 'taken'
          ? { takenCount: takenCount + 1, last: { name: path.basename(one.file), at: clock.now() } }
          : { last }),
      });
      tell();
      // What was written into it meanwhile was told while it waited, and that is not told again.
      const { folder } = ledger.get();
      if (folder !== null && watcher !== null) void found(folder, one.file);
    },
    close: async () => {
      await stop();
      await ledger.flushed();
    },
    start,
  };
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).isDirectory();
  } catch {
    return false;
  }
}

async function factsOf(file: string): Promise<{ readonly size: number; readonly modifiedAt: number } | null> {
  try {
    const facts = await lstat(file);
    return facts.isFile() ? { size: facts.size, modifiedAt: modifiedTime(facts) } : null;
  } catch {
    return null;
  }
}

function isSame(
  seen: Seen | undefined,
  facts: { readonly size: number; readonly modifiedAt: number },
): boolean {
  return seen !== undefined && seen.size === facts.size && seen.modifiedAt === facts.modifiedAt;
}

/** Everything that lies in a folder now. */
async function listBefore(root: string): Promise<Record<string, Seen>> {
  const seen: Record<string, Seen> = {};
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (isPassedOver(entry.name)) continue;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && depth < maxDepth) await walk(file, depth + 1);
      const facts = entry.isFile() ? await factsOf(file) : null;
      const name = relativeName(root, file);
      if (facts !== null && name !== null) seen[name] = { ...facts, state: 'before' };
    }
  };
  await walk(root, 0);
  return seen;
}
