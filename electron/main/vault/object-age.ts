import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { listJournal } from './journal-file';
import { vaultNames } from './vault-folder';

/**
 * Whether a vault has had an original for longer than its newest change: then a line named it, and where no row does now
 * the shop let go of it. One that is younger was streamed here, and the line that names it never came.
 */
export async function isOldInVault(vault: string, sha256: string): Promise<boolean> {
  const newest = (await listJournal(path.join(vault, vaultNames.journal))).at(-1);
  const shelf = path.join(vault, vaultNames.objects, sha256.slice(0, 2));
  const stored = (await readdir(shelf).catch(() => [])).filter(
    (name) => name === sha256 || name.startsWith(`${sha256}.sealed-`),
  );
  if (newest === undefined || stored.length === 0) return false;
  const lineAt = (await stat(newest)).mtimeMs;
  const times = await Promise.all(stored.map(async (name) => (await stat(path.join(shelf, name))).mtimeMs));
  return Math.min(...times) <= lineAt;
}
