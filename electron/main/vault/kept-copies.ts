import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KeptBytes, KeptChanges, KeptFile } from '#shared/vault/kept';
import { isFolder } from './vault-folder';
import type { Clock } from '../clock';
import type { Downloads } from '../files/downloads';
import { errorKind, type Log } from '../log';
import { type KeptStore, readKeptStore } from './kept-store';
import { hashOf } from './object-store';
import { isLookedThrough, markLookedThrough, rescuedFolder } from './store-copy';

/**
 * The copies of databases that rescues kept. What the vault did not have yet when the database went is only here: changes
 * are read out of the store's own files, originals are found among the files of evidence.
 */
export type KeptCopies = {
  /** Confirmed changes above a number, of this shop, in their order. */
  readonly changes: (storeId: string, above: number) => Promise<KeptChanges>;
  /** An original by its hash, as the copy's books name it; null when there is none. */
  readonly original: (sha256: string) => Promise<{ readonly url: string } | null>;
  /** Every file that may be an original, of copies nobody has looked through. */
  readonly list: () => Promise<readonly KeptFile[]>;
  /** Null when it is gone, or the vault has it from before: then the shop let go of it. */
  readonly read: (id: string) => Promise<KeptBytes | null>;
  /** The copies that were listed need not be looked through again. They stay where they are. */
  readonly finish: () => Promise<void>;
};

type Parts = {
  readonly dataFolder: string;
  readonly downloads: Downloads;
  /** Whether the vault has had this original for longer than its newest change. */
  readonly isOldInVault: (sha256: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
};

type Copy = { readonly name: string; readonly folder: string; readonly store: KeptStore };

const lifetimeMs = 30 * 60 * 1000;
const outbox = 'outbox';
const originals = 'blobs';
/** Pictures the app makes by itself. */
const derived = 'thumbs';
const books = 'vaultState';

export function createKeptCopies({ dataFolder, downloads, isOldInVault, clock, log }: Parts): KeptCopies {
  const root = path.join(dataFolder, rescuedFolder);
  const read = new Map<string, Copy>();
  const offered = new Map<string, string>();
  let listed: readonly string[] = [];

  /** Newest first. */
  async function copies(): Promise<readonly Copy[]> {
    const names: string[] = await readdir(root).catch(() => []);
    const found: Copy[] = [];
    for (const name of names.filter((one) => /^\d+$/.test(one)).sort((a, b) => Number(b) - Number(a))) {
      const folder = path.join(root, name);
      if (!(await isFolder(folder)) || (await isLookedThrough(folder))) continue;
      const known = read.get(name) ?? { name, folder, store: await readStore(folder) };
      read.set(name, known);
      found.push(known);
    }
    return found;
  }

  async function readStore(folder: string): Promise<KeptStore> {
    const wanted = { rows: [outbox, books], files: [originals, derived] };
    const store = await readKeptStore(folder, wanted);
    const count = store.rows.get(outbox)?.size ?? 0;
    log('info', `kept copy ${store.readable ? `read: ${count} changes not mirrored` : 'not readable'}`);
    return store;
  }

  return {
    changes: async (storeId, above) => {
      const own = (await copies()).filter(({ store }) => storeIdOf(store) === storeId);
      const changes = new Map<number, unknown>();
      for (const { store } of own) {
        for (const [seq, row] of store.rows.get(outbox) ?? []) {
          if (typeof seq === 'number' && seq > above && !changes.has(seq)) changes.set(seq, row);
        }
      }
      const lines = [...changes].sort(([a], [b]) => a - b).map(([seq, row]) => toLine(seq, row));
      const { url } = downloads.open({ lines: each(lines) }, lifetimeMs);
      return { readable: own.length > 0, count: lines.length, url };
    },
    original: async (sha256) => {
      for (const { folder, store } of await copies()) {
        for (const [name, { key, live }] of store.files.get(originals) ?? []) {
          const file = key === sha256 && live ? (await blobFiles(folder)).get(name) : undefined;
          if (file !== undefined) return downloads.open({ file }, lifetimeMs);
        }
      }
      return null;
    },
    list: async () => {
      const files: KeptFile[] = [];
      offered.clear();
      const all = await copies();
      for (const { name: keptAt, folder, store } of all) {
        const own = store.files.get(originals);
        for (const [name, file] of await blobFiles(folder)) {
          const known = own?.get(name);
          // Let go before the copy was kept, or made by the app itself.
          if (known?.live === false || store.files.get(derived)?.has(name) === true) continue;
          const facts = await stat(file).catch(() => null);
          if (facts?.isFile() !== true || facts.size === 0) continue;
          const id = randomUUID();
          offered.set(id, file);
          const { size, mtimeMs } = facts;
          const sha256 = typeof known?.key === 'string' ? known.key : null;
          files.push({ id, sha256, size, modifiedAt: Math.round(mtimeMs), keptAt: Number(keptAt) });
        }
      }
      listed = all.map(({ folder }) => folder);
      return files;
    },
    read: async (id) => {
      const file = offered.get(id);
      if (file === undefined) return null;
      const { sha256 } = await hashOf(createReadStream(file, { highWaterMark: 1024 * 1024 }));
      if (await isOldInVault(sha256)) return null;
      return { url: downloads.open({ file }, lifetimeMs).url, sha256 };
    },
    finish: async () => {
      for (const folder of listed) {
        await markLookedThrough(folder, clock.now()).catch((error: unknown) => {
          log('warn', `kept copy not marked (${errorKind(error)})`);
        });
      }
      offered.clear();
      read.clear();
      listed = [];
    },
  };
}

/** Whose database it was. */
function storeIdOf(store: KeptStore): string | null {
  const row = store.rows.get(books)?.get('storeId') as { readonly value?: unknown } | undefined;
  return typeof row?.value === 'string' ? row.value : null;
}

/** The files of evidence by their names below the folder of files, with `/`. */
async function blobFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  // A link may lead anywhere; it is no file of the browser's.
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(
    names.sort().flatMap((name) => {
      const own = /\.indexeddb\.blob\/(.+\/[0-9a-f]+)$/.exec(name.replaceAll('\\', '/'))?.[1];
      return own === undefined ? [] : [[own, path.join(folder, name)] as const];
    }),
  );
}

/** The number of a change does not stand in its row; bytes of a sealed one go over as text. */
function toLine(seq: number, row: unknown): string {
  return JSON.stringify({ ...(row as object), seq }, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
  );
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
