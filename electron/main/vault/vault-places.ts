import { readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import { hasCode } from '../files/disk';

/** A folder with the label is used as it is, and an empty one gets it; in any other it gets a folder of its own. */
export async function placeIn(chosen: string, label: string, own: string): Promise<string> {
  const names = await readdir(chosen);
  return names.length === 0 || names.includes(label) ? chosen : path.join(chosen, own);
}

/** Whether a folder is another one or lies inside it. */
export function isWithin(folder: string, outer: string): boolean {
  const way = path.relative(outer, folder);
  return !way.startsWith('..') && !path.isAbsolute(way);
}

/** Whether both lie on one disk; false when it cannot be told. */
export async function isSameDisk(one: string, other: string): Promise<boolean> {
  try {
    return (await stat(one)).dev === (await stat(other)).dev;
  } catch {
    return false;
  }
}

/** What copies of originals leave to the database where both lie on one disk, in bytes. */
const reserveBytes = 16 * 1024 * 1024;

/** How many bytes a vault's originals must leave free: none on a disk of its own. */
export async function reserveBeside(vault: string, dataFolder: string): Promise<number> {
  return (await isSameDisk(vault, dataFolder)) ? reserveBytes : 0;
}

/** Gives a vault another name; nothing is deleted. @param at epoch ms */
export async function setVaultAside(folder: string, at: number): Promise<void> {
  try {
    await rename(folder, `${folder}-${at}`);
  } catch (error) {
    if (!hasCode(error, ['ENOENT'])) throw new AppError('writeFailed', {}, error);
  }
}
