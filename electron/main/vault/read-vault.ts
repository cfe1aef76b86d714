import { AppError } from '#shared/errors';
import { type ObjectRow, objectTable, type VerifyReport } from '#shared/vault/exchange';
import type { JournalEntry } from '#shared/vault/journal';
import { hashOf, isNoDamage, type ObjectStore, setObjectAside } from './object-store';
import { scanVault } from './scan-vault';
import { noPace, type Pace } from './snapshot-file';

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
  store: ObjectStore,
  { at, pace = noPace, onProgress = () => undefined, ...rest }: VerifyOptions,
): Promise<VerifyReport & { readonly healed: boolean }> {
  const scan = await scanVault(root, { ...rest, pace, wholeJournal: true });
  const badObjects: string[] = [];
  const missingObjects: string[] = [];
  const stored = await store.list();
  const sound = new Set<string>();
  const total = [...scan.objects.values()].reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  for (const one of stored) {
    const found = await hashOf(store.readStored(one), pace).catch((error: unknown) => {
      // One that no key at hand opens is not damaged: should it be needed, it is missing.
      if (error instanceof AppError && error.code === 'vaultLocked') return 'unreadable' as const;
      if (isNoDamage(error)) throw error;
      return null;
    });
    if (found === 'unreadable') continue;
    read += found?.size ?? 0;
    onProgress(read, total);
    if (found?.sha256 === one.sha256) sound.add(one.sha256);
    else {
      badObjects.push(one.sha256);
      await setObjectAside(one, at).catch(() => undefined);
    }
  }
  for (const [sha256, { lost }] of scan.objects) {
    const there = sound.has(sha256) || badObjects.includes(sha256);
    if (lost !== true && !there) missingObjects.push(sha256);
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

/** The entries whose bytes are not there; the journal must not name what the vault does not have. */
export async function findMissing(
  store: ObjectStore,
  entries: readonly JournalEntry[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { table, op, row } of entries) {
    if (table !== objectTable || op !== 'put') continue;
    const { sha256, size, lost } = row as ObjectRow;
    if (lost === true) continue;
    if ((await store.size(sha256)) !== size) missing.push(sha256);
  }
  return missing;
}
