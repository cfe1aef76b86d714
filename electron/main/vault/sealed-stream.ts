import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors';
import type { Sealer } from '../files/atomic-write';

/**
 * The format of a sealed file, which may never change: 8 bytes of name and version, 32 random bytes, then the plain
 * bytes in chunks of 64 KiB, each as AES-256-GCM with its tag (STREAM, Hoang and others 2015). The key is the file's
 * own (HKDF of the data key, the random bytes, and what the file is said to be); a chunk's nonce is its number and
 * whether it is the last. So no chunk can be cut off, moved, repeated, or taken from another file.
 */
const magic = Buffer.from('LIUDIS01', 'latin1');
const saltBytes = 32;
const headBytes = magic.length + saltBytes;
const chunkBytes = 64 * 1024;
const tagBytes = 16;
/** 2^32 chunks are 256 TB. */
const mostChunks = 2 ** 32;

/** Seals one file. @param what binds the file to its name: it opens only for the same */
export function sealStream(key: Buffer, what: string): Sealer {
  const salt = randomBytes(saltBytes);
  const seal = chunkSeal(fileKey(key, salt, what));
  let waiting: Buffer = Buffer.alloc(0);
  let begun = false;
  const head = (): Buffer => {
    if (begun) return Buffer.alloc(0);
    begun = true;
    return Buffer.concat([magic, salt]);
  };
  return {
    push: (piece) => {
      const out = [head()];
      const all = Buffer.concat([waiting, piece]);
      let at = 0;
      // The last chunk has to be known as the last: a full one waits until something follows.
      for (; all.length - at > chunkBytes; at += chunkBytes) {
        out.push(seal(all.subarray(at, at + chunkBytes), false));
      }
      waiting = Buffer.from(all.subarray(at));
      return Buffer.concat(out);
    },
    end: () => Buffer.concat([head(), seal(waiting, true)]),
  };
}

/**
 * The plain bytes of a sealed file. Each chunk is given out only when it was found genuine; that nothing is missing at
 * the end shows last.
 * @throws AppError `hashMismatch` where it is not what was written, or not with this key or for this name
 */
export async function* openSealed(
  source: AsyncIterable<Uint8Array>,
  key: Buffer,
  what: string,
): AsyncGenerator<Buffer> {
  let open: ReturnType<typeof chunkOpen> | null = null;
  let waiting: Buffer = Buffer.alloc(0);
  const sealedChunk = chunkBytes + tagBytes;
  for await (const piece of source) {
    waiting = Buffer.concat([waiting, piece]);
    if (open === null) {
      if (waiting.length < headBytes) continue;
      if (!waiting.subarray(0, magic.length).equals(magic)) throw damaged();
      open = chunkOpen(fileKey(key, waiting.subarray(magic.length, headBytes), what));
      waiting = waiting.subarray(headBytes);
    }
    const plain: Buffer[] = [];
    let at = 0;
    for (; waiting.length - at > sealedChunk; at += sealedChunk) {
      plain.push(open(waiting.subarray(at, at + sealedChunk), false));
    }
    waiting = Buffer.from(waiting.subarray(at));
    if (plain.length > 0) yield Buffer.concat(plain);
  }
  if (open === null) throw damaged();
  const last = open(waiting, true);
  if (last.length > 0) yield last;
}

/** Size in bytes of a sealed file with so many plain ones. */
export function sealedSize(plain: number): number {
  return headBytes + plain + tagBytes * Math.max(1, Math.ceil(plain / chunkBytes));
}

/** Size of the plain bytes in a sealed file of this size; null when no sealed file is of this size. */
export function plainSize(sealed: number): number | null {
  const body = sealed - headBytes;
  const chunks = Math.max(1, Math.ceil(body / (chunkBytes + tagBytes)));
  const plain = body - chunks * tagBytes;
  return plain >= 0 && sealedSize(plain) === sealed ? plain : null;
}

function fileKey(key: Buffer, salt: Uint8Array, what: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `liudi file ${what}`, 32));
}

function nonces(): (last: boolean) => Buffer {
  let count = 0;
  return (last) => {
    if (count >= mostChunks) throw new AppError('writeFailed', { reason: 'size' });
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(count, 7);
    nonce[11] = last ? 1 : 0;
    count += 1;
    return nonce;
  };
}

function chunkSeal(key: Buffer): (plain: Uint8Array, last: boolean) => Buffer {
  const next = nonces();
  return (plain, last) => {
    const cipher = createCipheriv('aes-256-gcm', key, next(last));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
}

function chunkOpen(key: Buffer): (sealed: Buffer, last: boolean) => Buffer {
  const next = nonces();
  return (sealed, last) => {
    if (sealed.length < tagBytes) throw damaged();
    const cipher = createDecipheriv('aes-256-gcm', key, next(last), { authTagLength: tagBytes });
    cipher.setAuthTag(sealed.subarray(-tagBytes));
    try {
      return Buffer.concat([cipher.update(sealed.subarray(0, -tagBytes)), cipher.final()]);
    } catch (error) {
      throw damaged(error);
    }
  };
}

function damaged(cause?: unknown): AppError {
  return new AppError('hashMismatch', { what: 'sealed' }, cause);
}
