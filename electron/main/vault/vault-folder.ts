import { createHash } from 'node:crypto';
import { mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { HashText } from '#shared/vault/journal';
import type { VaultTrouble } from '#shared/vault/exchange';
import { hasCode } from '../files/disk';

/** Names inside the vault. They may never change: a vault written today must be read in ten years. */
export const vaultNames = {
  label: 'vault.json',
  journal: 'journal',
  objects: 'objects',
  snapshots: 'snapshots',
} as const;

export const sha256Text: HashText = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Makes sure the folder stands. Only its last two levels are ever made: where a disk is not plugged in, nothing must
 * be written in its place.
 * @throws AppError `writeFailed` with reason `missing`, and what the disk says
 */
export async function ensureFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (!(await isFolder(parent))) {
    if (!(await isFolder(path.dirname(parent)))) throw new AppError('writeFailed', { reason: 'missing' });
    await makeFolder(parent);
  }
  await makeFolder(folder);
}

/** Makes a folder below an existing one and fsyncs its name; standing already is fine. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (hasCode(error, ['EEXIST']) && (await isFolder(folder))) return;
    throw error;
  }
  await syncFolder(path.dirname(folder));
}

/** Without this a new name in a folder can be lost in a power cut. Windows cannot open folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!hasCode(error, ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF'])) throw error;
  } finally {
    await handle.close();
  }
}

export async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return false;
    throw error;
  }
}

/** What is wrong with the vault's disk, in the seller's terms. */
export function troubleOf(error: unknown): VaultTrouble {
  const reason = error instanceof AppError ? error.detail['reason'] : undefined;
  if (reason === 'missing' || reason === 'foreign') return reason;
  const cause = error instanceof AppError ? (error.cause ?? error) : error;
  if (error instanceof AppError && error.code === 'storageFull') return 'full';
  if (hasCode(cause, ['ENOSPC', 'EDQUOT'])) return 'full';
  if (hasCode(cause, ['EROFS', 'EACCES'])) return 'readOnly';
  if (hasCode(cause, ['EBUSY', 'EPERM', 'ETXTBSY', 'EMFILE'])) return 'locked';
  if (hasCode(cause, ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE', 'EIO', 'ENOTCONN', 'EHOSTDOWN']))
    return 'missing';
  return 'failed';
}
