import path from 'node:path';
import { type ObjectRow, objectTable, type VerifyReport } from '#shared/vault/exchange';
import type { JournalEntry } from '#shared/vault/journal';
import { hashObject, listObjects, objectSize, setObjectAside } from './object-store';
import { scanVault } from './scan-vault';
import { noPace, type Pace } from './snapshot-file';
import { vaultNames } from './vault-folder';

export type VerifyOptions = {
  /** Epoch ms. */
  readonly at: number;
  /** What is appended while reading is left for the next time. */
  readonly upTo?: number;
  readonly storeId?: string | null;
  readonly pace?: Pace;
  /** Bytes read so far, and in all as far as known. */
  readonly onProgress?: (done: number, total: number) => void;
};

/**
 * Reads everything again: each line against its hash and the chain, each snapshot against its end, each file against
 * its name. A file that is not what it should be is set aside. Takes no turn of those who write: what stands is only
 * ever read.
 */
export async function verifyVault(
  root: string,
  { at, pace = noPace, onProgress = () => undefined, ...rest }: VerifyOptions,
): Promise<VerifyReport & { readonly healed: boolean }> {
  const scan = await scanVault(root, { ...rest, pace, wholeJournal: true });
  const objects = path.join(root, vaultNames.objects);
  const badObjects: string[] = [];
  const missingObjects: string[] = [];
  const stored = await listObjects(objects);
  const there = new Set(stored);
  const total = [...scan.objects.values()].reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  for (const name of stored) {
    const found = await hashObject(objects, name, pace).catch((error: unknown) => {
      // Stopped is not damaged.
      if (isStop(error)) throw error;
      return null;
    });
    read += found?.size ?? 0;
    onProgress(read, total);
    if (found?.sha256 === name) continue;
    badObjects.push(name);
    await setObjectAside(objects, name, at).catch(() => undefined);
  }
  for (const [sha256, { lost }] of scan.objects) {
    if (lost !== true && !there.has(sha256)) missingObjects.push(sha256);
  }
  return {
    at,
    lines: scan.lines,
    objects: stored.length,
    bytes: scan.bytes + read,
    badLines: [...scan.badLines],
    badSnapshots: [...scan.badSnapshots],
    badObjects,
    missingObjects,
    healed: scan.healed && missingObjects.length === 0 && badObjects.length === 0,
  };
}

function isStop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cancelled';
}

/** The entries whose bytes are not there; the journal must not name what the vault does not have. */
export async function findMissing(
  root: string,
  entries: readonly JournalEntry[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { table, op, row } of entries) {
    if (table !== objectTable || op !== 'put') continue;
    const { sha256, size, lost } = row as ObjectRow;
    if (lost === true) continue;
    if ((await objectSize(path.join(root, vaultNames.objects), sha256)) !== size) missing.push(sha256);
  }
  return missing;
}
