import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors';
import type { Chunks } from '../files/atomic-write';
import { openWith } from '../lock/app-lock';
import { keyOf } from '../lock/data-key';
import { type LockData, lockSchema, type NamedKey } from '../lock/lock-file';
import { openSealed, sealStream } from '../vault/sealed-stream';
import { decryptFile, encryptStream, isAge, type Passphrase } from './age';

/** How an archive is encrypted, and read back. */
export type ArchiveCipher = {
  readonly encrypt: (chunks: Chunks) => Promise<Chunks>;
  readonly decrypt: (file: string) => Promise<AsyncIterable<Uint8Array>>;
};

/** What the app lock lends to archives that no passphrase of their own protects. */
export type ArchiveLock = {
  /** Key and lock to seal with; null without a lock. @throws AppError `locked` while it is shut */
  readonly current: () => { readonly key: NamedKey; readonly data: LockData } | null;
};

export type ArchiveKind =
  | { readonly kind: 'plain' }
  | { readonly kind: 'age' }
  /** Sealed with the lock that stands, wrapped, in its own head: it opens on any computer. */
  | { readonly kind: 'lock'; readonly data: LockData; readonly headBytes: number };

const firstLine = 'liudi-sealed-archive 1\n';
const what = 'archive';
/** A head with its wrapped keys is far below this. */
const longestHead = 8192;

/** An archive that opens with a passphrase (public `age` format). */
export function ageCipher(passphrase: Passphrase): ArchiveCipher {
  return {
    encrypt: (chunks) => encryptStream(chunks, passphrase),
    decrypt: (file) => decryptFile(file, passphrase.text),
  };
}

/** An archive that opens with the app lock it was made under: its passphrase, its recovery code, or while it is open. */
export function lockCipher({ key, data }: NonNullable<ReturnType<ArchiveLock['current']>>): ArchiveCipher {
  const { older: _others, ...own } = data;
  const head = Buffer.from(`${firstLine}${JSON.stringify({ ...own, wrongTries: 0 })}\n`);
  return {
    encrypt: (chunks) => Promise.resolve(sealed(chunks, key.key, head)),
    decrypt: (file) => Promise.resolve(plainOf(file, key.key, head.length)),
  };
}

/** The plain bytes of an archive sealed by a lock. @throws AppError `archivePassphrase`, `archiveDamaged` */
export async function openByLock(
  file: string,
  { data, headBytes }: Extract<ArchiveKind, { kind: 'lock' }>,
  lock: ArchiveLock,
  secret: string | null,
): Promise<AsyncIterable<Uint8Array>> {
  const own = lock.current();
  if (own?.key.name === data.keyName) return plainOf(file, own.key.key, headBytes);
  if (secret === null) throw new AppError('archivePassphrase', { what: 'missing' });
  const found =
    (await openWith(data, { kind: 'passphrase', text: secret })) ??
    (await openWith(data, { kind: 'recovery', text: secret }));
  if (found === null) throw new AppError('archivePassphrase', { what: 'lock' });
  return plainOf(file, keyOf(found, 'safety'), headBytes);
}

/** What a file is, by its first bytes. Reads nothing else. */
export async function kindOf(file: string): Promise<ArchiveKind & { readonly size: number }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new AppError('fileUnreadable', {}, error);
  });
  try {
    const head = Buffer.alloc(longestHead);
    const { bytesRead } = await handle.read(head, 0, longestHead, 0);
    const { size } = await handle.stat();
    if (isAge(head)) return { kind: 'age', size };
    const text = head.toString('latin1', 0, bytesRead);
    const end = text.indexOf('\n', firstLine.length);
    if (!text.startsWith(firstLine) || end === -1) return { kind: 'plain', size };
    const data = lockSchema.safeParse(parse(text.slice(firstLine.length, end)));
    if (!data.success) throw new AppError('archiveDamaged', { what: 'head' });
    return { kind: 'lock', data: data.data, headBytes: end + 1, size };
  } finally {
    await handle.close();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function* sealed(chunks: Chunks, key: Buffer, head: Buffer): AsyncGenerator<Uint8Array> {
  yield head;
  const sealer = sealStream(key, what);
  for await (const chunk of chunks) yield sealer.push(chunk);
  yield sealer.end();
}

async function* plainOf(file: string, key: Buffer, start: number): AsyncGenerator<Uint8Array> {
  try {
    yield* openSealed(createReadStream(file, { start, highWaterMark: 1024 * 1024 }), key, what);
  } catch (error) {
    throw new AppError('archiveDamaged', { what: 'sealed' }, error);
  }
}
