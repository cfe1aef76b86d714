import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** What a file was when it was offered: another size or time is another file. */
type Facts = { readonly size: number; readonly modifiedAt: number };

/** Links and pipes put in a file's place are not followed and not waited for. Windows knows neither flag. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const pieceBytes = 1024 * 1024;

/**
 * The bytes of a file that others may write, move or replace meanwhile. Fails, before the last byte is given out as such,
 * when it is no longer the file of these facts: half of one and half of another never count as a whole.
 */
export function readStill(file: string, facts: Facts): ReadableStream<Uint8Array> {
  const bytes = Readable.from(pieces(file, facts), { objectMode: false, highWaterMark: pieceBytes });
  return Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
}

async function* pieces(file: string, facts: Facts): AsyncGenerator<Buffer> {
  const handle = await open(file, flags);
  try {
    await expectStill(handle, facts);
    const stream = handle.createReadStream({ highWaterMark: pieceBytes, autoClose: false });
    for await (const piece of stream) yield piece as Buffer;
    await expectStill(handle, facts);
  } finally {
    await handle.close();
  }
}

async function expectStill(handle: FileHandle, { size, modifiedAt }: Facts): Promise<void> {
  const now = await handle.stat();
  if (!now.isFile() || now.size !== size || modifiedTime(now) !== modifiedAt)
    throw new Error('changed while it was read');
}

/** When a file was last written, in whole milliseconds since 1970. */
export function modifiedTime({ mtimeMs }: { readonly mtimeMs: number }): number {
  return Math.round(mtimeMs);
}
