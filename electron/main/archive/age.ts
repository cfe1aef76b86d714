import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '#shared/errors';
import { passphraseIdentity, passphraseRecipient } from './age-passphrase';
import type { Chunks } from '../files/atomic-write';

const header = 'age-encryption.org/v1\n';

/** Whether a file's first bytes are those of a file of the public `age` tool. */
export function isAge(head: Uint8Array): boolean {
  return Buffer.from(head).toString('latin1', 0, header.length) === header;
}

/** `work`: scrypt's cost as a power of two. 18, the age tool's own, takes a guesser about a second a word. */
export type Passphrase = { readonly text: string; readonly work: number };

/** Encrypts a stream with a passphrase (scrypt recipient); `age -d` opens it. Memory stays flat. */
export async function encryptStream(
  chunks: Chunks,
  { text, work }: Passphrase,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(text, work));
  return readAll(await encrypter.encrypt(toStream(chunks)));
}

/**
 * The plain bytes of an encrypted file.
 * @throws AppError `archivePassphrase`, and while reading `archiveDamaged`
 */
export async function decryptFile(file: string, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase));
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(toStream(createReadStream(file, { highWaterMark: 1024 * 1024 })));
  } catch (error) {
    const wrong = error instanceof Error && error.message.includes('no identity matched');
    throw new AppError(wrong ? 'archivePassphrase' : 'archiveDamaged', { what: 'age' }, error);
  }
  return guarded(plain);
}

async function* guarded(plain: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* readAll(plain);
  } catch (error) {
    throw new AppError('archiveDamaged', { what: 'age' }, error);
  }
}

function toStream(chunks: Chunks): ReadableStream<Uint8Array> {
  const source = chunks instanceof Readable ? chunks : Readable.from(chunks, { objectMode: true });
  return Readable.toWeb(source) as ReadableStream<Uint8Array>;
}

async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
