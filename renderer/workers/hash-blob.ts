import { createSHA256 } from 'hash-wasm';
import { readAnew, type ReadBytes } from './read-bytes';
import type { Sha256 } from '#shared/domain/ids';

/** Up to this size a file is read in one go and hashed by the browser itself, which is twice as fast. */
const wholeBytes = 64 * 1024 * 1024;
/** Larger files go through in pieces of this size, so a 2 GB video never lies in memory. */
const pieceBytes = 8 * 1024 * 1024;

/** The hash of a file, and its first bytes, so that nothing has to be read twice; they lie where `read` put them. */
export type HashedBlob = { readonly sha256: Sha256; readonly head: Uint8Array };

/** SHA-256 of a file's bytes as they are. Rejects when they cannot be read. */
export async function hashBlob(blob: Blob, read: ReadBytes = readAnew): Promise<HashedBlob> {
  // `subtle` is missing where the page is not a secure context.
  if (blob.size <= wholeBytes && globalThis.crypto?.subtle !== undefined) {
    const bytes = await read(blob);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { sha256: hex(digest), head: bytes };
  }
  const hasher = (await createSHA256()).init();
  let head: Uint8Array = new Uint8Array();
  for (let start = 0; start < blob.size; start += pieceBytes) {
    const part = blob.slice(start, start + pieceBytes);
    const piece = start === 0 ? await readAnew(part) : await read(part);
    if (start === 0) head = piece;
    hasher.update(piece);
  }
  return { sha256: hasher.digest('hex') as Sha256, head };
}

function hex(bytes: Uint8Array): Sha256 {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256;
}
