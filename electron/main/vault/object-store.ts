import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { WriteOptions } from '../files/atomic-write';
import { hasCode } from '../files/disk';
import type { NamedKey } from '../lock/lock-file';
import type { ObjectKeys } from '../lock/object-keys';
import { openSealed, plainSize, sealStream } from './sealed-stream';
import { noPace, type Pace } from './snapshot-file';
import { makeFolder } from './vault-folder';

/** One file as it lies there: plain, or sealed with the key of this name. */
export type StoredObject = {
  readonly sha256: string;
  readonly file: string;
  readonly keyName: string | null;
};

/**
 * The originals of one vault: the only place that knows how they lie on the disk. `objects/ab/abcd…` is a plain one,
 * `objects/ab/abcd….sealed-KEY` a sealed one; the name is the hash of the plain bytes either way. Both may stand for a
 * while, so that going from one to the other can be broken off anywhere.
 */
export type ObjectStore = {
  /** Size of the plain bytes, null when they are not there or no key at hand opens them. @throws AppError `locked` */
  readonly size: (sha256: string) => Promise<number | null>;
  /** The plain bytes. @throws AppError `notFound`, `hashMismatch` where a sealed one was altered, `locked` */
  readonly read: (sha256: string) => AsyncGenerator<Uint8Array>;
  /** Reads a file and hashes its plain bytes; memory stays flat for any size. @throws like `read` */
  readonly hash: (sha256: string, pace?: Pace) => Promise<ObjectFacts>;
  /** Where to write a new one, and how; its folder stands afterwards. */
  readonly target: (sha256: string) => Promise<ObjectTarget>;
  /** Everything stored, without what a crash left half-written and what was set aside. */
  readonly list: () => Promise<readonly StoredObject[]>;
  /** Reads exactly this file. @throws AppError `vaultLocked` when its key is not at hand */
  readonly readStored: (stored: StoredObject) => AsyncGenerator<Uint8Array>;
  /** The name of the key that new ones are sealed with, null for plain. @throws AppError `locked` */
  readonly wanted: () => string | null;
};

export type ObjectFacts = { readonly sha256: string; readonly size: number };
export type ObjectTarget = {
  readonly path: string;
  readonly seal: WriteOptions['seal'];
  /** The plain bytes of a file that was written this way. */
  readonly readBack: (file: string) => AsyncIterable<Uint8Array>;
};

/** Opens the store in a vault's folder of originals; nothing is made or read yet. */
export function openObjectStore(objects: string, keys: ObjectKeys): ObjectStore {
  const fileOf = (sha256: string, keyName: string | null): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a hash');
    return path.join(objects, sha256.slice(0, 2), sha256 + (keyName === null ? '' : `.sealed-${keyName}`));
  };

  /** The form that can be read, the wanted one first. */
  async function find(sha256: string): Promise<(StoredObject & { readonly size: number }) | null> {
    for (const keyName of [...keys.all().map(({ name }) => name), null]) {
      const file = fileOf(sha256, keyName);
      const bytes = await sizeOf(file);
      const size = bytes === null || keyName === null ? bytes : plainSize(bytes);
      if (size !== null) return { sha256, file, keyName, size };
    }
    return null;
  }

  async function* readStored({ sha256, file, keyName }: StoredObject): AsyncGenerator<Uint8Array> {
    if (keyName === null) yield* bytesOf(file);
    else yield* openSealed(bytesOf(file), keyNamed(keys, keyName).key, sha256);
  }

  async function* read(sha256: string): AsyncGenerator<Uint8Array> {
    const found = await find(sha256);
    if (found === null) throw new AppError('notFound', { what: 'object' });
    yield* readStored(found);
  }

  return {
    size: async (sha256) => (await find(sha256))?.size ?? null,
    read,
    readStored,
    hash: (sha256, pace) => hashOf(read(sha256), pace),
    target: async (sha256) => {
      const own = keys.current();
      const file = fileOf(sha256, own?.name ?? null);
      await makeFolder(objects);
      await makeFolder(path.dirname(file));
      return own === null
        ? { path: file, seal: undefined, readBack: bytesOf }
        : {
            path: file,
            seal: () => sealStream(own.key, sha256),
            readBack: (written) => openSealed(bytesOf(written), own.key, sha256),
          };
    },
    list: async () => {
      const found: StoredObject[] = [];
      for (const shelf of await names(objects)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
        for (const name of await names(path.join(objects, shelf))) {
          const [, sha256, keyName = null] = /^([0-9a-f]{64})(?:\.sealed-([0-9a-f]{16}))?$/.exec(name) ?? [];
          if (sha256 !== undefined) found.push({ sha256, keyName, file: path.join(objects, shelf, name) });
        }
      }
      return found.sort((a, b) => (a.file < b.file ? -1 : 1));
    },
    wanted: () => keys.current()?.name ?? null,
  };
}

/** Hash and size of bytes as they stream by. */
export async function hashOf(chunks: AsyncIterable<Uint8Array>, pace: Pace = noPace): Promise<ObjectFacts> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.byteLength;
    await pace();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Whether reading ended because it was stopped or lacks a key: that says nothing about the file. */
export function isNoDamage(error: unknown): boolean {
  return error instanceof AppError && ['cancelled', 'locked', 'vaultLocked'].includes(error.code);
}

/** Takes a file that is not what its name says out of the way, so that the right one can take its place. */
export async function setObjectAside({ file }: StoredObject, at: number): Promise<void> {
  await rename(file, `${file}.damaged-${at}`);
}

export async function removeObject({ file }: StoredObject): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (!hasCode(error, ['ENOENT'])) throw error;
  });
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: 1024 * 1024 });
}

function keyNamed(keys: ObjectKeys, name: string): NamedKey {
  const found = keys.all().find((key) => key.name === name);
  if (found === undefined) throw new AppError('vaultLocked');
  return found;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return null;
    throw error;
  }
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return [];
    throw error;
  }
}
