import { fileTypeFromBuffer } from 'file-type/core';
import { judgeFile, type DetectedType, type RejectReason } from '#shared/domain/file-check';
import { hashBlob, type HashedBlob } from './hash-blob';
import { readPixelSize, type PixelSize } from './pixel-size';
import { readNotes, type Notes } from './read-taken';
import { readWebpOrientation } from './webp-orientation';
import { readAnew, type ReadBytes } from './read-bytes';
import type { EvidenceKind } from '#shared/domain/evidence';
import type { Sha256 } from '#shared/domain/ids';

/** What the bytes of a file say: taken in under this hash and type, or refused with a reason. */
export type CheckAnswer =
  | ({
      readonly ok: true;
      readonly sha256: Sha256;
      readonly mime: string;
      readonly ext: string;
      readonly kind: EvidenceKind;
      readonly width: number | null;
      readonly height: number | null;
      /** The same bytes under their real type, where a worker made it: making it waits for the browser's own process. */
      readonly typed?: Blob;
    } & Notes)
  | { readonly ok: false; readonly reason: RejectReason };

/** Enough to tell every type we take; more would only feed the parsers of archives. */
const typeBytes = 1024 * 1024;

/**
 * Hashes a file before anything else (R17, R22), then reads its real type and pixel size from the bytes and judges
 * it. Runs in a worker, and anywhere else: it needs nothing but the bytes.
 */
export function checkFile(file: Blob, name: string): Promise<CheckAnswer> {
  return checkWith(readAnew, file, name);
}

/** {@link checkFile} with bytes that are read as the caller says. */
export async function checkWith(read: ReadBytes, file: Blob, name: string): Promise<CheckAnswer> {
  if (file.size === 0) return { ok: false, reason: 'empty' };
  let hashed: HashedBlob;
  try {
    hashed = await hashBlob(file, read);
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  const { sha256, head } = hashed;
  const verdict = judgeFile(name, file.size, head, await detectType(head));
  if (!verdict.ok) return verdict;
  const { kind, mime, ext } = verdict;
  const size = mime.startsWith('image/') ? await readSize(file, head, mime) : null;
  const notes = await readNotes(head, mime);
  const { width = null, height = null } = size ?? {};
  return { ok: true, sha256, kind, mime, ext, width, height, ...notes };
}

async function readSize(file: Blob, head: Uint8Array, mime: string): Promise<PixelSize | null> {
  const size = readPixelSize(head, mime);
  if (size === null || mime !== 'image/webp') return size;
  // It says how it was held at its end, behind the picture.
  const orientation = await readWebpOrientation(file).catch(() => 1);
  return orientation >= 5 ? { width: size.height, height: size.width } : size;
}

async function detectType(head: Uint8Array): Promise<DetectedType> {
  try {
    return (await fileTypeFromBuffer(head.subarray(0, typeBytes))) ?? null;
  } catch {
    // A file made to trip the parser tells nothing.
    return null;
  }
}
