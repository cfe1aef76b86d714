import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { AppError } from '#shared/errors';
import { type Disk, hasCode, type OpenFile, realDisk } from './disk';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Turns the bytes of one file into what lies on the disk, piece by piece. */
export type Sealer = {
  readonly push: (chunk: Uint8Array) => Uint8Array;
  /** What is left after the last piece. */
  readonly end: () => Uint8Array;
};

export type WriteOptions = {
  /** What the bytes must be; a mismatch leaves the target as it was. Size in bytes, SHA-256 in hex. */
  readonly expected?: { readonly size: number; readonly sha256: string };
  readonly signal?: AbortSignal;
  /** Writes the file sealed. Sizes and hashes stay those of the plain bytes. */
  readonly seal?: (() => Sealer) | undefined;
  /** Rights of a new file; the app's own files are for its user only. */
  readonly mode?: number;
  /** Looks at the written file before it takes the target's place; throwing there leaves the target as it was. */
  readonly check?: (unfinished: string) => Promise<void>;
  readonly disk?: Disk;
};

/** What stands on the disk now, before any sealing. */
export type WrittenFile = { readonly size: number; readonly sha256: string };

/** Ending of files being written; found at start, they are left-overs of a crash. */
export const unfinishedEnding = '.liudi-part';

/**
 * Writes a file so that after a crash or power cut the target is the old one or the new one, never a part of it
 * (B, "Atomic files"): temporary file in the same folder, looped write, fsync, rename, fsync of the folder. The
 * next chunk is asked for only after the last one is written, so memory stays flat for any size.
 * @throws AppError `hashMismatch`, `storageFull`, `cancelled` (source broke off or signal), `writeFailed`
 */
export async function writeAtomically(
  target: string,
  chunks: Chunks,
  options: WriteOptions = {},
): Promise<WrittenFile> {
  const disk = options.disk ?? realDisk;
  const folder = path.dirname(target);
  const unfinished = path.join(folder, `${randomUUID()}${unfinishedEnding}`);
  try {
    const file = await disk.open(unfinished, 'wx', options.mode ?? 0o666);
    try {
      const written = await pour(file, chunks, options);
      await file.sync();
      await file.close();
      await options.check?.(unfinished);
      await renameWithRetry(disk, unfinished, target);
      await syncFolder(disk, folder);
      return written;
    } catch (error) {
      await file.close().catch(() => undefined);
      await disk.unlink(unfinished).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw asWriteError(error);
  }
}

/** {@link writeAtomically} for a text, readable by the app's user only. */
export async function writeTextAtomically(target: string, text: string, disk?: Disk): Promise<void> {
  const options = disk === undefined ? { mode: 0o600 } : { mode: 0o600, disk };
  await writeAtomically(target, [Buffer.from(text, 'utf8')], options);
}

async function pour(file: OpenFile, chunks: Chunks, options: WriteOptions): Promise<WrittenFile> {
  const { expected, signal } = options;
  const sealer = options.seal?.();
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of guardedSource(chunks, signal)) {
    size += chunk.byteLength;
    if (expected !== undefined && size > expected.size) throw mismatch(expected.size, size);
    hash.update(chunk);
    await writeWhole(file, sealer?.push(chunk) ?? chunk);
  }
  if (sealer !== undefined) await writeWhole(file, sealer.end());
  const sha256 = hash.digest('hex');
  if (expected !== undefined && (size !== expected.size || sha256 !== expected.sha256)) {
    throw mismatch(expected.size, size);
  }
  return { size, sha256 };
}

/**
 * The chunks, until the signal says stop, also while waiting for one. A source that breaks off (window closed,
 * upload aborted) is `cancelled`: it is no fault of the disk.
 */
async function* guardedSource(chunks: Chunks, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  try {
    while (true) {
      const step = await nextUnlessStopped(iterator, signal);
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/**
 * The next chunk, or `cancelled`. Each wait has a listener of its own: racing every chunk against one long-lived
 * promise would keep all chunks in memory until the end.
 */
function nextUnlessStopped(
  iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<IteratorResult<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new AppError('cancelled'));
    };
    if (signal?.aborted === true) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop, { once: true });
    Promise.resolve(iterator.next())
      .then(resolve, (error: unknown) => {
        reject(new AppError('cancelled', {}, error));
      })
      .finally(() => signal?.removeEventListener('abort', stop));
  });
}

/** One `write` may take less than it was given. */
async function writeWhole(file: OpenFile, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done);
    if (bytesWritten === 0) throw new AppError('writeFailed', { reason: 'nothing written' });
    done += bytesWritten;
  }
}

/** Windows refuses a rename while a virus scanner holds either file: wait up to about 3 s. */
async function renameWithRetry(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      const busy = disk.platform === 'win32' && hasCode(error, ['EPERM', 'EBUSY', 'EACCES']);
      if (!busy || attempt === 10) throw error;
      await disk.wait(attempt * 60);
    }
  }
}

/** Without this the new name itself can be lost in a power cut. Windows cannot open folders. */
async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (disk.platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE drives cannot do it; the file itself is already safe.
    if (!hasCode(error, ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF'])) throw error;
  } finally {
    await handle.close();
  }
}

function mismatch(expected: number, received: number): AppError {
  return new AppError('hashMismatch', { expected, received });
}

function asWriteError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (hasCode(error, ['ENOSPC', 'EDQUOT'])) return new AppError('storageFull', {}, error);
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return new AppError('writeFailed', { reason: code ?? 'unknown' }, error);
}
