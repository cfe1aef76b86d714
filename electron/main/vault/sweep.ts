import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { unfinishedEnding } from '../files/atomic-write';

/** A file still being written is younger than this, in ms. */
const oldEnough = 60 * 60 * 1000;

/** Removes what crashes left half-written below a folder; nobody else writes there. @param now epoch ms */
export async function sweepUnfinished(folder: string, now: number): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) {
    if (!name.endsWith(unfinishedEnding)) continue;
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && now - found.mtimeMs > oldEnough) await unlink(file).catch(() => undefined);
  }
}
