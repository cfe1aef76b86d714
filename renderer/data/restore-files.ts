import { AppError } from '#shared/errors';
import type { Sha256 } from '#shared/domain/ids';
import type { ObjectRow } from '#shared/vault/exchange';
import { ask, download } from '../platform/desktop';
import { hashInWorker } from '../workers/check';
import { database } from './database';
import { isMirrored } from './outbox/mirrored';
import { addedMark, eachStaged, stagedOf } from './restore-staging';

/** Above every number a staged row has. */
const addedFrom = 1_000_000_000_000;

/** Originals the staged archive names; `only` these hashes where given. */
export async function stagedObjects(only: ReadonlySet<string> | null): Promise<readonly ObjectRow[]> {
  const found: ObjectRow[] = [];
  await eachStaged<ObjectRow>('blobs', (rows) => {
    found.push(...rows.filter(({ sha256 }) => only === null || only.has(sha256)));
  });
  return found;
}

/** Everything in the rows of these cases that looks like a hash: evidence, and what else points at originals. */
export async function hashesOf(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = new Set(caseIds);
  const found = new Set<string>();
  for (const { name } of database().tables) {
    if (name === 'events' || !isMirrored(name)) continue;
    for (const id of ids) {
      for (const row of await stagedOf<unknown>(name, id)) {
        for (const hash of JSON.stringify(row).match(/[0-9a-f]{64}/g) ?? []) found.add(hash);
      }
    }
  }
  return found;
}

/**
 * Brings originals from the archive, each compared with its hash, before anything that names them is restored. Those
 * that are here stay as they are. An original nobody points at harms nothing; it is noted, and goes again should the
 * restore not be finished.
 * @returns hashes the archive could not give
 */
export async function bringObjects(
  jobId: string,
  objects: readonly ObjectRow[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<readonly string[]> {
  const { blobs, staging } = database();
  const missing: string[] = [];
  for (const [index, { sha256, mime }] of objects.entries()) {
    if (signal.aborted) throw new AppError('cancelled');
    onProgress(index, objects.length);
    const id = sha256 as Sha256;
    const here = await blobs.get(id);
    if (here !== undefined && (await isSame(here.blob, sha256))) continue;
    const blob = await fetchObject(jobId, sha256, mime);
    if (blob === null) {
      if (here === undefined) missing.push(sha256);
      continue;
    }
    await database().transaction('rw', [blobs, staging], async () => {
      // One that was damaged here is mended for good.
      if (here === undefined) {
        await staging.put({ n: addedFrom + index, table: addedMark, caseId: '', row: { sha256 } });
      }
      await blobs.put({ sha256: id, blob });
    });
  }
  onProgress(objects.length, objects.length);
  return missing;
}

async function fetchObject(jobId: string, sha256: string, mime: string): Promise<Blob | null> {
  const target = await ask('readArchiveObject', jobId, sha256);
  if (target === null) return null;
  const bytes = await new Response(await download(target.url)).blob();
  return (await isSame(bytes, sha256)) ? bytes.slice(0, bytes.size, mime) : null;
}

async function isSame(blob: Blob, sha256: string): Promise<boolean> {
  try {
    return (await hashInWorker(blob)) === sha256;
  } catch {
    return false;
  }
}
