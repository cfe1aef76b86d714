import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../files/disk';
import { noPace, type Pace } from './snapshot-file';
import { makeFolder } from './vault-folder';

/** Where a file lies: `objects/ab/abcd…`. The hash was checked to be 64 hex digits when it came in. */
export function objectPath(objects: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a hash');
  return path.join(objects, sha256.slice(0, 2), sha256);
}

/** Size in bytes of a stored file, null when it is not there. */
export async function objectSize(objects: string, sha256: string): Promise<number | null> {
  try {
    const found = await stat(objectPath(objects, sha256));
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return null;
    throw error;
  }
}

/** The path to write a file to; its folder stands afterwards. */
export async function objectTarget(objects: string, sha256: string): Promise<string> {
  const target = objectPath(objects, sha256);
  await makeFolder(objects);
  await makeFolder(path.dirname(target));
  return target;
}

/** Names of everything stored, without what a crash left half-written and what was set aside. */
export async function listObjects(objects: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const shelf of await names(objects)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const name of await names(path.join(objects, shelf))) {
      if (/^[0-9a-f]{64}$/.test(name)) found.push(name);
    }
  }
  return found.sort();
}

/** Reads a file and hashes it; memory stays flat for any size. */
export async function hashObject(
  objects: string,
  sha256: string,
  pace: Pace = noPace,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const stream = createReadStream(objectPath(objects, sha256), { highWaterMark: 1024 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.byteLength;
    await pace();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Takes a file that is not what its name says out of the way, so that the right one can take its place. */
export async function setObjectAside(objects: string, sha256: string, at: number): Promise<void> {
  const file = objectPath(objects, sha256);
  await rename(file, `${file}.damaged-${at}`);
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return [];
    throw error;
  }
}
