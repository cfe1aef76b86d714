import { ask, download } from '../platform/desktop';
import { hashInWorker } from '../workers/check';
import type { Sha256 } from '#shared/domain/ids';

/** A file's bytes from the vault, or from the copy kept of a lost database; null when neither has the right ones. */
export async function fetchFromVault(sha256: Sha256, mime: string): Promise<Blob | null> {
  // Where the first vault's copy is damaged too, the second one has its own.
  for (const from of ['vault', 'backup', 'kept'] as const) {
    const target = await ask('readVaultObject', sha256, from);
    if (target === null) continue;
    const bytes = await readBytes(target.url);
    if (bytes !== null && (await isSame(bytes, sha256))) return bytes.slice(0, bytes.size, mime);
  }
  return null;
}

/** Null where reading breaks off: a sealed file that was altered shows it in the middle. */
async function readBytes(url: string): Promise<Blob | null> {
  try {
    return await new Response(await download(url)).blob();
  } catch {
    return null;
  }
}

/** Whether bytes are what their hash says; bytes that cannot be read are not. */
export async function isSame(blob: Blob, sha256: Sha256): Promise<boolean> {
  try {
    return (await hashInWorker(blob)) === sha256;
  } catch {
    return false;
  }
}
