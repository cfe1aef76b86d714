import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import {
  byNewest,
  formatSnapshotName,
  readSnapshotName,
  type SnapshotFooter,
  snapshotFooterSchema,
  type SnapshotHeader,
  snapshotHeaderSchema,
  type SnapshotName,
  type SnapshotRow,
} from '#shared/vault/snapshot';
import { type ObjectRow, objectTable } from '#shared/vault/exchange';
import { writeAtomically, type WrittenFile } from '../files/atomic-write';
import { type Disk, hasCode } from '../files/disk';
import { readLineBatches } from './text-lines';

export type SnapshotPlace = SnapshotName & { readonly file: string };

/** Called between two batches: gives way to other work, and throws when reading has to stop. */
export type Pace = () => Promise<void>;
export const noPace: Pace = () => Promise.resolve();

/** The snapshots in a folder, newest first by name; nothing is opened. */
export async function listSnapshots(folder: string): Promise<readonly SnapshotPlace[]> {
  try {
    const names = await readdir(folder);
    return names
      .flatMap((name) => readSnapshotName(name) ?? [])
      .sort(byNewest)
      .map((one) => ({ ...one, file: path.join(folder, one.name) }));
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return [];
    throw error;
  }
}

/**
 * Writes a snapshot so that its name stands for the whole of it or does not stand at all.
 * @param rows how many the name says: known before the first is written
 * @throws what {@link writeAtomically} throws
 */
export async function writeSnapshot(
  folder: string,
  header: SnapshotHeader,
  rows: { readonly count: number; readonly read: () => AsyncIterable<SnapshotRow> },
  disk?: Disk,
): Promise<{ readonly place: SnapshotPlace; readonly written: WrittenFile }> {
  const { seq, takenAt, reason } = header;
  const name = formatSnapshotName({ seq, takenAt, reason, rows: rows.count });
  const file = path.join(folder, name);
  const zip = createGzip({ level: 3 });
  pipeline(Readable.from(textOf(header, rows.read())), zip, () => undefined);
  try {
    const written = await writeAtomically(file, zip, {
      mode: 0o600,
      ...(disk === undefined ? {} : { disk }),
    });
    return { place: { name, seq, takenAt, reason, rows: rows.count, file }, written };
  } finally {
    // Where nothing was written nobody has read the rows either: what they are read from has to be let go.
    zip.destroy();
  }
}

/** Bytes; a longer one was never written by this app. */
const longestLine = 128 * 1024 * 1024;

/** Characters that go through the zip in one piece. */
const pieceLength = 64 * 1024;

async function* textOf(header: SnapshotHeader, rows: AsyncIterable<SnapshotRow>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let [objects, objectBytes, piece] = [0, 0, `${JSON.stringify(header)}\n`];
  for await (const row of rows) {
    piece += `${JSON.stringify(row)}\n`;
    if (row.row !== null) {
      counts[row.table] = (counts[row.table] ?? 0) + 1;
      if (row.table === objectTable) {
        objects += 1;
        objectBytes += (row.row as ObjectRow).size;
      }
    }
    if (piece.length < pieceLength) continue;
    const bytes = Buffer.from(piece, 'utf8');
    hash.update(bytes);
    piece = '';
    yield bytes;
  }
  const last = Buffer.from(piece, 'utf8');
  hash.update(last);
  const footer: SnapshotFooter = { counts, objects, objectBytes, sha256: hash.digest('hex') };
  yield Buffer.concat([last, Buffer.from(`${JSON.stringify(footer)}\n`, 'utf8')]);
}

export type SnapshotContent = { readonly header: SnapshotHeader; readonly footer: SnapshotFooter };

/**
 * Reads a snapshot, row by row in batches, and checks it. What was given out counts only when the end is `sound`:
 * damage may show itself last.
 */
export async function* readSnapshot(
  place: SnapshotPlace,
  pace: Pace = noPace,
): AsyncGenerator<readonly SnapshotRow[], SnapshotContent | null> {
  const hash = createHash('sha256');
  let header: SnapshotHeader | null = null;
  let held: Buffer | null = null;
  try {
    const source = createReadStream(place.file, { highWaterMark: 256 * 1024 });
    const unzip = createGunzip({ chunkSize: 256 * 1024 });
    pipeline(source, unzip, () => undefined);
    for await (const { lines, restBytes } of readLineBatches(unzip)) {
      const rows: SnapshotRow[] = [];
      for (const line of lines) {
        // The last line is the footer; which one is last shows only when the next does not come.
        if (held !== null) {
          hash.update(held).update('\n');
          if (header === null) header = snapshotHeaderSchema.parse(JSON.parse(held.toString('utf8')));
          else rows.push(JSON.parse(held.toString('utf8')) as SnapshotRow);
        }
        held = line;
      }
      // A line is a view of its batch, which is about to be let go.
      if (held !== null) held = Buffer.from(held);
      if (rows.length > 0) yield rows;
      if (restBytes > longestLine) return null;
      await pace();
    }
    if (header === null || held === null || header.seq !== place.seq) return null;
    const footer = snapshotFooterSchema.parse(JSON.parse(held.toString('utf8')));
    const rows = Object.values(footer.counts).reduce((sum, count) => sum + count, 0);
    return rows === place.rows && footer.sha256 === hash.digest('hex') ? { header, footer } : null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** What a cut or altered file leads to; a disk that cannot be read is something else. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    error instanceof SyntaxError || error.name === 'ZodError' || code.startsWith('Z_') || code === 'ENOENT'
  );
}

/** Reads the whole of a snapshot. @returns null when it is not what was written */
export async function verifySnapshot(place: SnapshotPlace, pace?: Pace): Promise<SnapshotContent | null> {
  const read = readSnapshot(place, pace);
  for (;;) {
    const step = await read.next();
    if (step.done === true) return step.value;
  }
}

/** A snapshot that is not what was written stays, under a name that nothing takes for one. @param at epoch ms */
export async function setSnapshotAside({ file }: SnapshotPlace, at: number): Promise<void> {
  await rename(file, `${file}.damaged-${at}`).catch(() => undefined);
}
