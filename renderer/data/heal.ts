import { database } from './database';
import { fetchFromVault } from './rebuild';
import type { Sha256 } from '#shared/domain/ids';

/**
 * Brings an original back whose stored bytes are gone or no longer what came in. Only bytes with the right hash are
 * taken.
 * @returns the bytes as they came in, or null when the vault cannot help
 */
export async function healOriginal(sha256: Sha256, mime: string): Promise<Blob | null> {
  try {
    const blob = await fetchFromVault(sha256, mime);
    if (blob !== null) await database().blobs.put({ sha256, blob });
    return blob;
  } catch {
    return null;
  }
}
