import { createHash } from 'node:crypto';
import {
  archiveLimits,
  type ArchiveManifest,
  archiveManifestSchema,
  archiveNames,
  archiveVersion,
  hasForbiddenKey,
  objectName,
  readArchiveLine,
} from '#shared/vault/archive';
import { AppError } from '#shared/errors';
import { writeAtomically } from '../files/atomic-write';
import { asArchiveError, type OpenZip, readPart } from './zip-read';
import type { ZipPart } from './zip-write';

type Options = {
  readonly signal: AbortSignal;
  readonly onBytes: (done: number, total: number) => void;
  /** Where to put the checked rows; null when nobody wants them. */
  readonly rowsTo: string | null;
};

/**
 * Reads every byte of an opened archive and compares it with its manifest.
 * @throws AppError `archiveForeign`, `archiveNewer`, `archiveDamaged`, `archiveUnsafe`, `cancelled`
 */
export async function checkArchive(zip: OpenZip, options: Options): Promise<ArchiveManifest> {
  const { signal, onBytes, rowsTo } = options;
  const manifest = await readManifest(zip);
  compareNames(zip, manifest);
  const total = manifest.objects.reduce((sum, { size }) => sum + size, manifest.rows.size);
  let done = 0;
  const counted = (bytes: number): void => {
    if (signal.aborted) throw new AppError('cancelled');
    onBytes((done += bytes), total);
  };
  const rows = lineCheck();
  const passed = hashed(zip, archiveNames.rows, counted, rows.take);
  const found = await (rowsTo === null ? drain(passed) : keepRows(passed, rowsTo, signal));
  requireSame(found, manifest.rows, archiveNames.rows);
  rows.end();
  if (JSON.stringify(sorted(rows.counts)) !== JSON.stringify(sorted(manifest.counts))) {
    throw new AppError('archiveDamaged', { what: 'counts' });
  }
  for (const expected of manifest.objects) {
    const name = objectName(expected.sha256);
    requireSame(await drain(hashed(zip, name, counted, () => undefined)), expected, name);
  }
  return manifest;
}

/** Reads every part of an export's zip and compares it with what was packed. */
export async function compareParts(
  zip: OpenZip,
  parts: readonly ZipPart[],
  { signal, onBytes }: Omit<Options, 'rowsTo'>,
): Promise<void> {
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const counted = (bytes: number): void => {
    if (signal.aborted) throw new AppError('cancelled');
    onBytes((done += bytes), total);
  };
  for (const { name, size, sha256 } of parts) {
    const found = await drain(hashed(zip, name, counted, () => undefined));
    requireSame(found, { size, sha256: sha256 ?? found.sha256 }, name);
  }
}

async function readManifest(zip: OpenZip): Promise<ArchiveManifest> {
  if (!zip.parts.has(archiveNames.manifest)) throw new AppError('archiveForeign');
  const pieces: Uint8Array[] = [];
  await drain(
    hashed(
      zip,
      archiveNames.manifest,
      () => undefined,
      (chunk) => pieces.push(chunk),
    ),
  );
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch (error) {
    throw new AppError('archiveDamaged', { what: archiveNames.manifest }, error);
  }
  if (hasForbiddenKey(value)) throw new AppError('archiveUnsafe', { what: 'key' });
  const version = (value as { readonly version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > archiveVersion) {
    throw new AppError('archiveNewer', { found: version, known: archiveVersion });
  }
  const read = archiveManifestSchema.safeParse(value);
  if (!read.success) throw new AppError('archiveDamaged', { what: archiveNames.manifest }, read.error);
  return read.data;
}

/** The parts are those of the manifest, each once: none missing, none beside it. */
function compareNames({ parts }: OpenZip, { objects }: ArchiveManifest): void {
  const named = new Set([
    archiveNames.manifest,
    archiveNames.rows,
    ...objects.map((one) => objectName(one.sha256)),
  ]);
  if (named.size !== objects.length + 2) throw new AppError('archiveUnsafe', { what: 'twice' });
  for (const name of named) if (!parts.has(name)) throw new AppError('archiveDamaged', { what: 'missing' });
  if (parts.size !== named.size) throw new AppError('archiveUnsafe', { what: 'name' });
}

type Facts = { readonly sha256: string; readonly size: number };
type Passed = { readonly chunks: AsyncIterable<Uint8Array>; readonly facts: () => Facts };

function hashed(
  zip: OpenZip,
  name: string,
  counted: (bytes: number) => void,
  take: (chunk: Uint8Array) => void,
): Passed {
  const hash = createHash('sha256');
  let size = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const entry = zip.parts.get(name);
    if (entry === undefined) throw new AppError('archiveDamaged', { what: 'missing' });
    const reader = readPart(entry).getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        size += value.byteLength;
        // What a part says of its own size is no promise.
        if (size > entry.uncompressedSize) throw new AppError('archiveUnsafe', { what: 'size' });
        hash.update(value);
        counted(value.byteLength);
        take(value);
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
  return { chunks: chunks(), facts: () => ({ sha256: hash.digest('hex'), size }) };
}

async function drain({ chunks, facts }: Passed): Promise<Facts> {
  try {
    const iterator = chunks[Symbol.asyncIterator]();
    while ((await iterator.next()).done !== true);
  } catch (error) {
    throw asArchiveError(error);
  }
  return facts();
}

async function keepRows({ chunks, facts }: Passed, target: string, signal: AbortSignal): Promise<Facts> {
  try {
    await writeAtomically(target, chunks, { mode: 0o600, signal });
  } catch (error) {
    // Writing calls every end of its source a cancelling; what ended it is the news.
    const ended = error instanceof AppError && error.code === 'cancelled' && error.cause !== undefined;
    throw ended ? asArchiveError(error.cause) : error;
  }
  return facts();
}

function requireSame(found: Facts, expected: Facts, name: string): void {
  if (found.sha256 !== expected.sha256 || found.size !== expected.size) {
    throw new AppError('archiveDamaged', { what: name });
  }
}

type LineCheck = {
  readonly take: (chunk: Uint8Array) => void;
  readonly end: () => void;
  readonly counts: Record<string, number>;
};

/** Looks at every line while it streams by; no line is ever longer in memory than the limit. */
function lineCheck(): LineCheck {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const counts = Object.create(null) as Record<string, number>;
  let rest = '';
  const read = (line: string): void => {
    const row = readArchiveLine(line);
    if (row === null) throw new AppError('archiveUnsafe', { what: 'row' });
    counts[row.table] = (counts[row.table] ?? 0) + 1;
  };
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw new AppError('archiveDamaged', { what: 'text' }, error);
    }
  };
  return {
    counts,
    take: (chunk) => {
      const lines = (rest + decode(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) read(line);
      if (rest.length > archiveLimits.lineCharacters) throw new AppError('archiveUnsafe', { what: 'line' });
    },
    end: () => {
      rest += decode();
      if (rest !== '') throw new AppError('archiveDamaged', { what: 'torn' });
    },
  };
}

function sorted(counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
