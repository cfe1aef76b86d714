import { createHash } from 'node:crypto';
import path from 'node:path';
import {
  archiveFormat,
  type ArchiveManifest,
  archiveNames,
  archiveVersion,
  objectName,
} from '#shared/vault/archive';
import type { ArchiveFinish, ArchiveProgress } from '#shared/vault/archive-exchange';
import { AppError } from '#shared/errors';
import { type Chunks, writeAtomically, type WrittenFile } from '../files/atomic-write';
import type { ArchiveCipher } from './archive-cipher';
import { checkArchive, compareParts } from './check-archive';
import { openZip } from './zip-read';
import { packZip, type PartSource, type ZipPart } from './zip-write';

export type Tell = (phase: ArchiveProgress['phase'], done: number, total: number) => void;

type Options = {
  readonly target: string;
  /** Null for an archive that anybody can read. */
  readonly cipher: ArchiveCipher | null;
  /** Epoch ms. */
  readonly at: number;
  readonly signal: AbortSignal;
  readonly tell: Tell;
};

export type TextPart = { readonly name: string; readonly file: string } & WrittenFile;
/** Where a file's bytes lie, already compared with their hash. */
export type FindObject = (sha256: string) => PartSource;

/** The parts of a `.liudi` archive, the manifest last: it names what really is in it. */
export function archiveParts(
  request: Extract<ArchiveFinish, { kind: 'archive' }>,
  rows: TextPart,
  find: FindObject,
  at: number,
): readonly ZipPart[] {
  const { storeId, schema, counts, missing } = request;
  const objects = [...request.objects].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const manifest: ArchiveManifest = {
    format: archiveFormat,
    version: archiveVersion,
    createdAt: new Date(at).toISOString(),
    storeId,
    schema,
    counts,
    rows: { sha256: rows.sha256, size: rows.size },
    objects,
    missing,
  };
  const text = `${JSON.stringify(manifest)}\n`;
  return [
    { ...rows, from: { file: rows.file }, name: archiveNames.rows, deflate: true },
    ...objects.map(({ sha256, size }) => ({
      name: objectName(sha256),
      from: find(sha256),
      size,
      sha256,
      deflate: false,
    })),
    { name: archiveNames.manifest, from: { text }, size: Buffer.byteLength(text), deflate: true },
  ];
}

/**
 * Writes parts as one zip, encrypted when there is a cipher, and reads it all back before it takes its name: after
 * a crash or an error the old file is there, or none.
 * @param whole whether the zip is a `.liudi` archive, whose manifest is checked too
 */
export async function writeArchive(
  parts: readonly ZipPart[],
  whole: boolean,
  { target, cipher, at, signal, tell }: Options,
): Promise<WrittenFile> {
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const plain = { hash: createHash('sha256'), size: 0 };
  let failure: unknown = null;
  async function* packed(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of packZip(parts, {
        at,
        signal,
        onBytes: (done) => {
          tell('packing', done, total);
        },
      })) {
        plain.hash.update(chunk);
        plain.size += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  const verify = async (unfinished: string): Promise<void> => {
    if (cipher !== null) {
      await compareDecrypted(unfinished, cipher, plain, { signal, tell });
      return;
    }
    await readBack(unfinished, whole, parts, { signal, tell });
  };
  try {
    const chunks: Chunks = cipher === null ? packed() : await cipher.encrypt(packed());
    return await writeAtomically(target, chunks, { signal, check: verify, mode: 0o600 });
  } catch (error) {
    throw signal.aborted ? new AppError('cancelled') : (failure ?? error);
  }
}

type Watch = Pick<Options, 'signal' | 'tell'>;

async function readBack(
  file: string,
  whole: boolean,
  parts: readonly ZipPart[],
  { signal, tell }: Watch,
): Promise<void> {
  const zip = await openZip(file, whole);
  try {
    const onBytes = (done: number, total: number): void => {
      tell('verifying', done, total);
    };
    if (whole) await checkArchive(zip, { signal, rowsTo: null, onBytes });
    else await compareParts(zip, parts, { signal, onBytes });
  } finally {
    await zip.close();
  }
}

async function compareDecrypted(
  file: string,
  cipher: ArchiveCipher,
  plain: { readonly hash: ReturnType<typeof createHash>; readonly size: number },
  { signal, tell }: Watch,
): Promise<void> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of await cipher.decrypt(file)) {
    if (signal.aborted) throw new AppError('cancelled');
    hash.update(chunk);
    tell('verifying', (done += chunk.byteLength), plain.size);
  }
  if (hash.digest('hex') !== plain.hash.digest('hex')) {
    throw new AppError('archiveDamaged', { what: path.basename(file) });
  }
}
