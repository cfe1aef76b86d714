import { createHash } from 'node:crypto';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { DrillProblem, DrillReport, ObjectRow, StoreFacts } from '#shared/vault/exchange';
import { isNoDamage, openObjectStore } from './object-store';
import type { ObjectKeys } from '../lock/object-keys';
import type { Unseal } from './scan-state';
import { scanVault, type VaultScan } from './scan-vault';
import { noPace, type Pace } from './snapshot-file';
import { vaultNames } from './vault-folder';

export type DrillParts = {
  readonly root: string;
  /** The second vault, null when there is none or it is not there now. */
  readonly backup: string | null;
  readonly storeId: string;
  /** What the sentinel knows of the database. */
  readonly facts: StoreFacts | null;
  /** Epoch ms; also chooses which files are read this time. */
  readonly now: number;
  /** The vault's end when the drill began. */
  readonly upTo: number;
  readonly unseal?: Unseal;
  readonly keys: ObjectKeys;
  readonly pace?: Pace;
  readonly onProgress?: (done: number, total: number) => void;
};

/** Files read back in one drill, and their bytes: enough to notice, little enough to do every week. */
const sample = { files: 60, bytes: 512 * 1024 * 1024 };

/**
 * Rehearses a rebuild without touching anything: all rows are read the way a rebuild reads them, once from the newest
 * snapshot and once from the one before it, and have to be the same; their numbers have to be those the sentinel
 * noted; and files drawn anew each time are read back from every place they should be.
 */
export async function runDrill(parts: DrillParts): Promise<DrillReport> {
  const { root, backup, storeId, facts, now, upTo, pace = noPace, onProgress = () => undefined } = parts;
  const moreSnapshots = backup === null ? [] : [path.join(backup, vaultNames.snapshots)];
  const unseal = parts.unseal ?? ((entry) => entry);
  const options = { storeId, moreSnapshots, pace, upTo, unseal };
  const problems: { kind: DrillProblem; count: number }[] = [];
  const note = (kind: DrillProblem, count: number): void => {
    if (count > 0) problems.push({ kind, count });
  };
  const scan = await scanVault(root, options);
  if (scan.locked) throw new AppError('vaultLocked');
  note('nothing', scan.lastSeq === 0 ? 1 : 0);
  note('notWhole', scan.lastSeq > 0 && !scan.complete ? Math.max(1, scan.badLines.length) : 0);
  note('badSnapshots', scan.badSnapshots.length);
  const restored = await digestRows(scan);
  if (scan.base !== null) {
    const older = await scanVault(root, { ...options, skip: 1 });
    // Without a second way there is nothing to compare with, which is normal for a young vault.
    if (older.complete && older.lastSeq === scan.lastSeq) {
      const again = await digestRows(older);
      note(
        'rowsDiffer',
        again.digest === restored.digest ? 0 : Math.max(1, Math.abs(again.rows - restored.rows)),
      );
    }
  }
  if (facts !== null && facts.storeId === storeId && facts.headSeq === scan.lastSeq) {
    const short = Object.entries(facts.counts).filter(
      ([table, count]) => count !== (restored.counts[table] ?? 0),
    );
    note('countsDiffer', short.length);
  }
  const places = [root, ...(backup === null ? [] : [backup])].map((one) =>
    openObjectStore(path.join(one, vaultNames.objects), parts.keys),
  );
  const drawn = draw([...scan.objects.values()], now);
  const total = drawn.reduce((sum, { size }) => sum + size, 0) * places.length;
  let [bytes, bad, withBackup] = [0, 0, false];
  for (const { sha256, size } of drawn) {
    for (const objects of places) {
      const stored = await objects.size(sha256);
      // The second vault may lack what came after its last backup.
      if (stored === null && objects !== places[0]) continue;
      const found = stored === null ? null : await objects.hash(sha256, pace).catch(unlessStopped);
      if (found?.sha256 !== sha256 || found.size !== size) bad += 1;
      else if (objects !== places[0]) withBackup = true;
      bytes += found?.size ?? 0;
      onProgress(bytes, total);
    }
  }
  note('badFiles', bad);
  return {
    at: now,
    seq: scan.lastSeq,
    rows: restored.rows,
    files: drawn.length,
    allFiles: scan.objects.size,
    bytes,
    withBackup,
    problems,
  };
}

/** A file that cannot be read to its end is a bad one; one that was not meant to be is none. */
function unlessStopped(error: unknown): null {
  if (isNoDamage(error)) throw error;
  return null;
}

/** All rows in one figure that does not depend on their order, as different ways lead to them in different orders. */
async function digestRows(scan: VaultScan): Promise<{
  readonly digest: string;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
}> {
  const sum = Buffer.alloc(32);
  const counts: Record<string, number> = {};
  let rows = 0;
  for await (const { table, key, row } of scan.rows()) {
    if (row === null) continue;
    rows += 1;
    counts[table] = (counts[table] ?? 0) + 1;
    const hash = createHash('sha256')
      .update(JSON.stringify([table, key, row]))
      .digest();
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (hash[at] ?? 0);
  }
  return { digest: sum.toString('hex'), rows, counts };
}

/** Files to read this time: another part of all of them each week. */
function draw(objects: readonly ObjectRow[], now: number): readonly ObjectRow[] {
  const order = objects
    .filter(({ lost }) => lost !== true)
    .map((one) => ({ one, rank: createHash('sha256').update(`${now} ${one.sha256}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const drawn: ObjectRow[] = [];
  let bytes = 0;
  for (const { one } of order) {
    if (drawn.length === sample.files || (bytes > 0 && bytes + one.size > sample.bytes)) break;
    drawn.push(one);
    bytes += one.size;
  }
  return drawn;
}
