import { type FileHandle, open } from 'node:fs/promises';
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from '@zip.js/zip.js';
import { archiveLimits, archiveNames, hashOfName } from '#shared/vault/archive';
import { AppError } from '#shared/errors';

/** A zip from outside, opened and looked through by name and head only. */
export type OpenZip = {
  readonly size: number;
  readonly parts: ReadonlyMap<string, FileEntry>;
  readonly close: () => Promise<void>;
};

class HandleReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    let done = 0;
    while (done < bytes.byteLength) {
      const { bytesRead } = await this.#handle.read(bytes, done, bytes.byteLength - done, index + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  }
}

/**
 * Opens a `.liudi` zip and refuses everything that is not exactly one: names outside, twice, ambiguous or overlapping
 * parts, links, folders, encrypted or strangely packed parts, too many of them.
 * @param ofArchive false for an export just written here, whose parts have other names
 * @throws AppError `archiveForeign`, `archiveUnsafe`, `archiveDamaged`
 */
export async function openZip(file: string, ofArchive = true): Promise<OpenZip> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    if (head.toString('latin1') !== 'PK\u0003\u0004') throw new AppError('archiveForeign');
    const zip = new ZipReader(new HandleReader(handle, size), {
      useWebWorkers: false,
      strictness: 'strict',
      filenameValidation: 'strict',
      checkSignature: true,
      checkOverlappingEntry: true,
    });
    const parts = new Map<string, FileEntry>();
    for await (const entry of zip.getEntriesGenerator()) {
      const problem = ofArchive ? findProblem(entry, parts, size) : null;
      if (problem !== null || entry.directory) {
        throw new AppError('archiveUnsafe', { what: problem ?? 'folder' });
      }
      parts.set(entry.filename, entry);
    }
    return { size, parts, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw asArchiveError(error);
  }
}

function findProblem(entry: Entry, parts: ReadonlyMap<string, unknown>, size: number): string | null {
  const { filename, compressedSize, uncompressedSize } = entry;
  const isObject = hashOfName(filename) !== null;
  const isText = filename === archiveNames.manifest || filename === archiveNames.rows;
  if (!isObject && !isText) return 'name';
  if (parts.has(filename)) return 'twice';
  if (parts.size >= archiveLimits.parts) return 'count';
  if (entry.encrypted) return 'encrypted';
  if (entry.symlink) return 'link';
  if (entry.compressionMethod !== 0 && !(isText && entry.compressionMethod === 8)) return 'packing';
  if (compressedSize > size) return 'size';
  if (isObject && compressedSize !== uncompressedSize) return 'size';
  const most =
    filename === archiveNames.manifest
      ? archiveLimits.manifestBytes
      : isText
        ? archiveLimits.rowsBytes
        : Number.MAX_SAFE_INTEGER;
  if (uncompressedSize > most) return 'size';
  const puffed = uncompressedSize > archiveLimits.freeBytes + compressedSize * archiveLimits.ratio;
  return puffed ? 'ratio' : null;
}

/** Streams one part; ends with an error when it is longer than the zip says or its check sum is wrong. */
export function readPart(entry: FileEntry): ReadableStream<Uint8Array> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  entry.getData(pipe.writable, { useWebWorkers: false }).catch((error: unknown) => {
    pipe.writable.abort(asArchiveError(error)).catch(() => undefined);
  });
  return pipe.readable;
}

const unsafe: readonly string[] = [ERR_UNSAFE_FILENAME, ERR_AMBIGUOUS_ARCHIVE, ERR_OVERLAPPING_ENTRY];

/** Whatever a zip library says of an archive, in the seller's terms. */
export function asArchiveError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (unsafe.some((known) => text.includes(known)))
    return new AppError('archiveUnsafe', { what: 'zip' }, error);
  return new AppError('archiveDamaged', { what: 'zip' }, error);
}
