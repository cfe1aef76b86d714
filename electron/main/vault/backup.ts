import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors';
import { type ObjectRow, objectTable } from '#shared/vault/exchange';
import { backupRules } from '#shared/vault/retention';
import { writeAtomically, type WriteOptions } from '../files/atomic-write';
import { type Disk, hasCode } from '../files/disk';
import { freeBytes } from '../files/free-space';
import { jsonFile } from '../json-file';
import type { Log } from '../log';
import { convertObjects } from './convert-objects';
import { hashOf, type ObjectStore, openObjectStore } from './object-store';
import type { ObjectKeys } from '../lock/object-keys';
import {
  listSnapshots,
  noPace,
  type Pace,
  readSnapshot,
  setSnapshotAside,
  type SnapshotPlace,
  verifySnapshot,
} from './snapshot-file';
import { findSound, rotateSnapshots } from './snapshots';
import { isFolder, makeFolder, vaultNames } from './vault-folder';

/** Name of the label that makes a folder a second vault. It may never change. */
export const backupLabel = 'backup.json';

const labelSchema = z.strictObject({
  format: z.literal('liudi-backup'),
  version: z.literal(1),
  storeId: z.string().nullable(),
});

function labelOf(folder: string, log: Log) {
  return jsonFile({
    path: path.join(folder, backupLabel),
    schema: labelSchema,
    empty: { format: 'liudi-backup', version: 1, storeId: null },
    log,
  });
}

/** Makes a folder a second vault; one that is already keeps what it has. @throws what the disk says */
export async function prepareBackup(folder: string, log: Log): Promise<void> {
  if (!(await isFolder(folder))) await makeFolder(folder);
  const label = labelOf(folder, log);
  await label.write(await label.read());
}

/** Whose second vault a folder is and how far it goes; null when it is none, or is not there. */
export async function readBackup(
  folder: string,
  log: Log,
): Promise<{ readonly storeId: string | null; readonly lastSeq: number } | null> {
  const newest = (await listSnapshots(path.join(folder, vaultNames.snapshots)))[0];
  if (newest === undefined) return null;
  return { storeId: (await labelOf(folder, log).read()).storeId, lastSeq: newest.seq };
}

export type BackupParts = {
  readonly root: string;
  readonly folder: string;
  readonly storeId: string;
  /** Snapshot of the vault, found sound just now. */
  readonly snapshot: SnapshotPlace;
  readonly now: number;
  readonly log: Log;
  readonly keys: ObjectKeys;
  readonly pace?: Pace;
  readonly disk?: Disk;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
};

export type BackupResult = {
  readonly seq: number;
  /** Files copied this time. */
  readonly copied: number;
  /** Files whose right bytes the vault does not have. */
  readonly missing: number;
  readonly snapshots: number;
};

/** Room that stays free on the second disk. */
const reserveBytes = 64 * 1024 * 1024;

/**
 * Brings the second vault up to a snapshot: files it lacks, by hash, then the snapshot itself, read back; only then do
 * older ones go. Broken off anywhere, what was there before is whole. It never overwrites: names are hashes and places
 * in the journal, and another shop's folder is refused.
 * @throws AppError `writeFailed` with reason `missing` or `foreign`, `storageFull`, and what the disk says
 */
export async function runBackup(parts: BackupParts): Promise<BackupResult> {
  const { folder, storeId, snapshot, now, log, pace = noPace, disk } = parts;
  // A folder without its label is not the one that was chosen: a stick that is not plugged in leaves an empty one.
  if (!(await hasLabel(folder))) throw new AppError('writeFailed', { reason: 'missing' });
  const label = labelOf(folder, log);
  const known = await label.read();
  const snapshots = path.join(folder, vaultNames.snapshots);
  // A label that was lost tells nothing: then the snapshots do.
  const nameless = known.storeId === null && (await listSnapshots(snapshots)).length > 0;
  const ours = nameless
    ? (await findSound(snapshots, storeId, 1, pace)).length > 0
    : known.storeId === storeId;
  if (!ours && (nameless || known.storeId !== null)) throw new AppError('writeFailed', { reason: 'foreign' });
  if (known.storeId === null) await label.write({ ...known, storeId });
  const { copied, missing } = await copyObjects(parts);
  await makeFolder(snapshots);
  const target = { ...snapshot, file: path.join(snapshots, snapshot.name) };
  const content = await verifySnapshot(target, pace);
  if (content === null) {
    const expected = await hashOf(readChunks(snapshot.file));
    const write = { expected, mode: 0o600, ...optional(parts) };
    await writeAtomically(target.file, readChunks(snapshot.file), write);
    if ((await verifySnapshot(target, pace)) === null) {
      await setSnapshotAside(target, now);
      throw new AppError('hashMismatch', { what: 'snapshot' });
    }
  }
  await rotateSnapshots(snapshots, backupRules, {
    storeId,
    now,
    pace,
    ...(disk === undefined ? {} : { disk }),
  });
  return { seq: snapshot.seq, copied, missing, snapshots: (await listSnapshots(snapshots)).length };
}

async function hasLabel(folder: string): Promise<boolean> {
  try {
    return (await stat(path.join(folder, backupLabel))).isFile();
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return false;
    throw error;
  }
}

function optional({ disk, signal }: BackupParts): Partial<Pick<WriteOptions, 'disk' | 'signal'>> {
  return { ...(disk === undefined ? {} : { disk }), ...(signal === undefined ? {} : { signal }) };
}

async function copyObjects(
  parts: BackupParts,
): Promise<{ readonly copied: number; readonly missing: number }> {
  const { root, folder, snapshot, keys, now, pace = noPace, signal, onProgress = () => undefined } = parts;
  const [from, to] = [root, folder].map((one) =>
    openObjectStore(path.join(one, vaultNames.objects), keys),
  ) as [ObjectStore, ObjectStore];
  // What was copied before the lock came, or while it was another, follows it.
  await convertObjects(to, { at: now, pace, ...(signal === undefined ? {} : { signal }) });
  const wanted: ObjectRow[] = [];
  let total = 0;
  for await (const rows of readSnapshot(snapshot, pace)) {
    for (const { table, row } of rows) {
      if (table !== objectTable || row === null) continue;
      const object = row as ObjectRow;
      if (object.lost === true || (await to.size(object.sha256)) === object.size) continue;
      wanted.push(object);
      total += object.size;
    }
  }
  const free = await freeBytes(folder);
  if (free !== null && total + reserveBytes > free) throw new AppError('storageFull');
  let [copied, missing, done] = [0, 0, 0];
  for (const { sha256, size } of wanted) {
    await pace();
    const { path: target, seal } = await to.target(sha256);
    const expected = { sha256, size };
    const write = { expected, mode: 0o600, seal, ...optional(parts) };
    try {
      if ((await from.size(sha256)) === null) missing += 1;
      else {
        await writeAtomically(target, from.read(sha256), write);
        copied += 1;
      }
    } catch (error) {
      // Altered in the vault itself: there the next check finds and mends it.
      // `cancelled`: it broke off while being read.
      const source = error instanceof AppError && ['hashMismatch', 'cancelled'].includes(error.code);
      if (!source || signal?.aborted === true) throw error;
      // Says so, where the app was locked meanwhile: then nothing is known of the file.
      keys.current();
      missing += 1;
    }
    done += size;
    onProgress(done, total);
  }
  return { copied, missing };
}

/** A file's bytes; it is opened only when the first of them are asked for, and closed in any case. */
async function* readChunks(file: string): AsyncGenerator<Buffer> {
  yield* createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
}
