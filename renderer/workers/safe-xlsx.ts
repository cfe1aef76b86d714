import { AppError } from '#shared/errors';
import type { Entry, FileEntry } from '@zip.js/zip.js';

/**
 * How much a workbook may be. A zip of a few kilobytes can unpack to gigabytes, and one cell written to stand in the
 * last row of a sheet makes a reader fill in a million rows before it.
 */
export type XlsxLimits = {
  readonly parts: number;
  /** Bytes of one part, and of all of them, unpacked. */
  readonly partBytes: number;
  readonly allBytes: number;
  /** Up to this size nothing is said about how tightly a part is packed. */
  readonly freeBytes: number;
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
};

/** A workbook of messages. */
const xlsxLimits: XlsxLimits = {
  parts: 200,
  partBytes: 12_000_000,
  allBytes: 20_000_000,
  freeBytes: 1_000_000,
  ratio: 200,
  rows: 20_000,
  columns: 256,
};

/** A workbook of orders: some sellers export a year at once. */
export const orderLimits: XlsxLimits = {
  ...xlsxLimits,
  parts: 600,
  partBytes: 120_000_000,
  allBytes: 160_000_000,
  rows: 100_000,
  columns: 300,
};

/** Everything a reader of tables looks at; pictures, macros and whatever else is left unread. */
const read = /^(?:\[Content_Types\]\.xml|_rels\/[^/]+\.rels|xl\/.+\.(?:xml|rels))$/;
const sheet = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * A workbook from outside as one that is safe to read: every part is unpacked under a limit that counts real bytes,
 * looked at, and put into a new zip, so that the reader sees what was checked and nothing else. Throws AppError
 * `importUnsafe` when it is too large, unpacks to more than it says, or is no zip.
 */
export async function safeXlsx(file: File, limits: XlsxLimits = xlsxLimits): Promise<Blob> {
  try {
    return await repack(file, limits);
  } catch (error) {
    throw new AppError('importUnsafe', { name: file.name }, error);
  }
}

async function repack(file: Blob, limits: XlsxLimits): Promise<Blob> {
  const { BlobReader, BlobWriter, TextReader, ZipReader, ZipWriter } = await import('@zip.js/zip.js');
  const zip = new ZipReader(new BlobReader(file), {
    useWebWorkers: false,
    checkSignature: true,
    checkOverlappingEntry: true,
  });
  const clean = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
  const seen = new Set<string>();
  let all = 0;
  let count = 0;
  for await (const entry of zip.getEntriesGenerator()) {
    count += 1;
    if (count > limits.parts) throw new Error('too many parts');
    if (entry.directory || !read.test(entry.filename)) continue;
    requireModest(entry, seen, limits);
    seen.add(entry.filename);
    const text = await unpack(entry, limits.allBytes - all);
    all += entry.uncompressedSize;
    requirePlain(entry.filename, text, limits);
    await clean.add(entry.filename, new TextReader(text));
  }
  return clean.close();
}

/** What the zip says of a part, before a byte of it is unpacked. */
function requireModest(entry: Entry, seen: ReadonlySet<string>, limits: XlsxLimits): void {
  const { filename, compressedSize, uncompressedSize } = entry;
  if (seen.has(filename)) throw new Error('a part is there twice');
  if (entry.encrypted) throw new Error('encrypted');
  if (uncompressedSize > limits.partBytes) throw new Error('a part is too large');
  if (uncompressedSize > limits.freeBytes + compressedSize * limits.ratio)
    throw new Error('a part is packed too tightly');
}

/** Text of a part; stops at the first byte beyond what was declared or is allowed, whatever the zip says. */
async function unpack(entry: FileEntry, left: number): Promise<string> {
  const most = Math.min(entry.uncompressedSize, left);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  const counted = new WritableStream<Uint8Array>({
    write: (bytes) => {
      size += bytes.byteLength;
      if (size > most) throw new Error('more bytes than declared or allowed');
      text += decoder.decode(bytes, { stream: true });
    },
  });
  await entry.getData(counted, { useWebWorkers: false });
  return text + decoder.decode();
}

/** No entities to blow up, and no cell far outside. */
function requirePlain(name: string, text: string, limits: XlsxLimits): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Error('a part declares entities');
  if (!sheet.test(name)) return;
  if (/<[^<>]*\br\s*=\s*["'][^"'<>]*&/.test(text))
    throw new Error('a cell whose place is written in disguise');
  for (const [, column = '', row = ''] of text.matchAll(/\br\s*=\s*["']\s*([A-Za-z]*)(\d+)\s*["']/g)) {
    if (Number(row) > limits.rows || columnNumber(column) > limits.columns)
      throw new Error('a cell far outside');
  }
}

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
