import path from 'node:path';
import { AppError } from '#shared/errors';
import { chooseKept, type KeepRules } from '#shared/vault/retention';
import { type SnapshotReason, type SnapshotRow, tombstoneMs } from '#shared/vault/snapshot';
import { type Disk, realDisk } from '../files/disk';
import { isSealedRow, type JournalSeal } from '../lock/journal-seal';
import { listJournal } from './journal-file';
import { scanVault, type VaultScan } from './scan-vault';
import {
  listSnapshots,
  type Pace,
  setSnapshotAside,
  type SnapshotPlace,
  verifySnapshot,
  writeSnapshot,
} from './snapshot-file';
import { ensureFolder, syncFolder, vaultNames } from './vault-folder';

export type SnapshotParts = {
  readonly root: string;
  readonly storeId: string;
  readonly reason: SnapshotReason;
  /** Epoch ms. */
  readonly now: number;
  /** The vault's end when it was asked for; what is appended meanwhile stays out. */
  readonly upTo?: number;
  readonly pace?: Pace;
  readonly disk?: Disk;
  /** What the app lock seals in the journal stays sealed here. */
  readonly seal?: Pick<JournalSeal, 'seal' | 'unseal'>;
};

/**
 * Copies all rows as the journal leaves them into one file, reads it back, and only then lets it count. A vault that
 * is not whole gives none: a snapshot of a damaged one would one day stand in for a good one.
 * @returns null when the vault is empty or not whole
 * @throws AppError `storageFull`, `writeFailed`, `hashMismatch` when what was read back is not what was written,
 *   `vaultLocked` when rows could not be read
 */
export async function takeSnapshot(parts: SnapshotParts): Promise<SnapshotPlace | null> {
  const { root, storeId, reason, now, upTo, pace, disk, seal } = parts;
  const folder = path.join(root, vaultNames.snapshots);
  const scan = await scanVault(root, {
    storeId,
    ...(upTo === undefined ? {} : { upTo }),
    ...(pace === undefined ? {} : { pace }),
    ...(seal === undefined ? {} : { unseal: seal.unseal }),
  });
  if (scan.locked) throw new AppError('vaultLocked');
  if (!scan.complete || scan.chainHash === null || scan.lastSeq === 0) return null;
  const { base } = scan;
  if (base !== null && base.seq === scan.lastSeq && (reason !== 'migration' || base.reason === reason)) {
    return base;
  }
  await ensureFolder(folder);
  const header = {
    format: 'liudi-snapshot',
    version: 1,
    storeId,
    schema: scan.schema,
    seq: scan.lastSeq,
    chainHash: scan.chainHash,
    takenAt: now,
    reason,
    previous: base?.sha256 ?? null,
  } as const;
  const rows = {
    count: sum(scan.counts),
    read: () => sealedRows(withoutOldTombstones(scan, now), scan.lastSeq, seal),
  };
  const { place } = await writeSnapshot(folder, header, rows, disk);
  if ((await verifySnapshot(place, pace)) !== null) return place;
  await setSnapshotAside(place, now);
  throw new AppError('hashMismatch', { what: 'snapshot' });
}

async function* withoutOldTombstones(scan: VaultScan, now: number): ReturnType<VaultScan['rows']> {
  for await (const row of scan.rows()) {
    if (row.row !== null || now - (row.time ?? 0) < tombstoneMs) yield row;
  }
}

async function* sealedRows(
  rows: AsyncIterable<SnapshotRow>,
  seq: number,
  seal: SnapshotParts['seal'],
): AsyncGenerator<SnapshotRow> {
  for await (const one of rows) {
    const { table, key, row, time = 0 } = one;
    const entry = seal?.seal({ seq, time, table, key, op: row === null ? 'delete' : 'put', row });
    if (entry === undefined || !isSealedRow(entry.row)) yield one;
    else if (row === null) yield { table, key: '', row: null, time, sealed: entry.row };
    else yield { table, key: entry.key, row: entry.row };
  }
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}

/**
 * Removes journal files that the second newest sound snapshot covers, oldest first: should the newest turn out
 * damaged, the one before still leads to every row. The last file always stays.
 * @returns how many were removed
 */
export async function compactJournal(
  root: string,
  { storeId, pace, disk = realDisk }: Pick<SnapshotParts, 'storeId' | 'pace' | 'disk'>,
): Promise<number> {
  const folder = path.join(root, vaultNames.journal);
  const sound = await findSound(path.join(root, vaultNames.snapshots), storeId, 2, pace);
  const safe = sound[1];
  if (safe === undefined) return 0;
  const files = await listJournal(folder);
  let removed = 0;
  for (const [index, file] of files.entries()) {
    const next = files[index + 1];
    if (next === undefined || Number(path.basename(next, '.jsonl')) - 1 > safe.seq) break;
    await disk.unlink(file);
    removed += 1;
  }
  if (removed > 0) await syncFolder(folder);
  return removed;
}

/** The newest snapshots that are what was written, at most `count`. */
export async function findSound(
  folder: string,
  storeId: string,
  count: number,
  pace?: Pace,
): Promise<readonly SnapshotPlace[]> {
  const sound: SnapshotPlace[] = [];
  let last = Infinity;
  for (const place of await listSnapshots(folder)) {
    // Two of the same place in the journal are one way back, not two.
    if (place.seq === last) continue;
    const content = await verifySnapshot(place, pace);
    if (content === null || content.header.storeId !== storeId) continue;
    sound.push(place);
    last = place.seq;
    if (sound.length === count) break;
  }
  return sound;
}

/**
 * Removes snapshots beyond the rules; call only right after a new one was found sound. Damaged ones are set aside
 * first, so that they take no place, and the two newest sound ones always stay.
 * @returns names of those removed
 */
export async function rotateSnapshots(
  folder: string,
  rules: KeepRules,
  { storeId, now, pace, disk = realDisk }: Pick<SnapshotParts, 'storeId' | 'now' | 'pace' | 'disk'>,
): Promise<readonly string[]> {
  const sound = await findSound(folder, storeId, 2, pace);
  const oldest = sound.at(-1);
  if (oldest === undefined) return [];
  for (const place of await listSnapshots(folder)) {
    if (place.seq < oldest.seq || sound.some(({ name }) => name === place.name)) continue;
    if ((await verifySnapshot(place, pace)) === null) await setSnapshotAside(place, now);
  }
  const all = await listSnapshots(folder);
  const kept = chooseKept(all, rules);
  const removed: string[] = [];
  for (const { name, file } of all) {
    if (kept.has(name) || sound.some((one) => one.name === name)) continue;
    await disk.unlink(file);
    removed.push(name);
  }
  return removed;
}
