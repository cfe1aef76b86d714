import { database } from './database';
import { isKnownFile } from './inbox-repository';
import type { Sha256 } from '#shared/domain/ids';

/** Whether the database has these bytes. */
export async function isOriginalHere(sha256: Sha256): Promise<boolean> {
  return (await database().blobs.where('sha256').equals(sha256).count()) > 0;
}

/**
 * Bytes of a piece that is filed or waits, and had lost them, go back under their hash.
 * @returns false when no piece has these bytes
 */
export async function putBackOriginal(sha256: Sha256, blob: Blob): Promise<boolean> {
  if (!(await isKnownFile(sha256))) return false;
  await database().blobs.put({ sha256, blob });
  return true;
}
