import { database } from './database';

const key = 'lastArchive';

/** The newest archive the seller made. `at` is epoch ms, `size` bytes. */
export type LastArchive = { readonly at: number; readonly fileName: string; readonly size: number };

/** When the seller last carried the shop away, or null. */
export async function readLastArchive(): Promise<LastArchive | null> {
  return ((await database().settings.get(key))?.value as LastArchive | undefined) ?? null;
}

/** Remembers an archive that was just made and read back. */
export async function rememberArchive(last: LastArchive): Promise<void> {
  await database().settings.put({ key, value: last });
}
