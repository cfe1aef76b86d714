import path from 'node:path';
import { type ArchiveManifest, objectName } from '#shared/vault/archive';
import type { ArchiveFacts, ArchivePick } from '#shared/vault/archive-exchange';
import { AppError } from '#shared/errors';
import { writeAtomically } from '../files/atomic-write';
import { decryptFile } from './age';
import { kindOf, openByLock } from './archive-cipher';
import type { ArchiveParts } from './archive-service';
import { checkArchive } from './check-archive';
import { listSafety } from './safety-folder';
import { type OpenZip, openZip, readPart } from './zip-read';

/** Reading archives: nothing of one reaches the window before all of it was checked. */
export type ArchiveReader = {
  /** @returns null when the seller closed the dialog, or there is no copy */
  readonly choose: (which: 'pick' | 'safety') => Promise<ArchivePick | null>;
  /** @throws AppError `archivePassphrase`, `archiveForeign`, `archiveNewer`, `archiveDamaged`, `archiveUnsafe` */
  readonly check: (jobId: string, passphrase: string | null) => Promise<ArchiveFacts>;
  /** A one-time address of an original; null when the archive has none of this hash. */
  readonly readObject: (jobId: string, sha256: string) => { readonly url: string } | null;
  readonly close: (jobId: string) => Promise<void>;
};

type Session = {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  readonly stop: AbortController;
  zip: OpenZip | null;
  manifest: ArchiveManifest | null;
};

const downloadLifetimeMs = 10 * 60 * 1000;
const spareBytes = 100 * 1024 * 1024;

export function createArchiveReader(parts: ArchiveParts): ArchiveReader {
  const { downloads, work, safetyFolder, freeBytes, send } = parts;
  const sessions = new Map<string, Session>();

  function sessionOf(id: string): Session {
    const session = sessions.get(id);
    if (session === undefined) throw new AppError('notFound', { what: 'archive' });
    return session;
  }

  async function plainFile(session: Session, passphrase: string | null): Promise<string> {
    const found = await kindOf(session.file);
    const { size } = found;
    if (found.kind === 'plain') return session.file;
    if (found.kind === 'age' && passphrase === null)
      throw new AppError('archivePassphrase', { what: 'missing' });
    const free = await freeBytes(session.folder);
    const needed = size + spareBytes;
    if (free !== null && free < needed) throw new AppError('storageFull', { needed, free });
    const target = path.join(session.folder, 'plain.zip');
    const plain =
      found.kind === 'age'
        ? await decryptFile(session.file, passphrase ?? '')
        : await openByLock(session.file, found, parts.lock, passphrase);
    const chunks = watched(plain, (done) => {
      send('archiveProgress', { jobId: session.id, phase: 'decrypting', done, total: size });
    });
    try {
      await writeAtomically(target, chunks, { mode: 0o600, signal: session.stop.signal });
    } catch (error) {
      throw error instanceof AppError && error.cause instanceof AppError ? error.cause : error;
    }
    return target;
  }

  return {
    choose: async (which) => {
      const file =
        which === 'pick' ? await parts.chooseArchive() : ((await listSafety(safetyFolder))[0]?.path ?? null);
      if (file === null) return null;
      const found = await kindOf(file);
      const ownKey = parts.lock.current()?.key.name;
      const byLock = found.kind === 'lock' && found.data.keyName !== ownKey;
      const { id, folder } = await work.make();
      sessions.set(id, { id, file, folder, stop: new AbortController(), zip: null, manifest: null });
      return {
        jobId: id,
        fileName: path.basename(file),
        size: found.size,
        encrypted: found.kind === 'age' || byLock,
        byLock,
      };
    },
    check: async (jobId, passphrase) => {
      const session = sessionOf(jobId);
      await session.zip?.close();
      session.zip = null;
      const zip = await openZip(await plainFile(session, passphrase));
      session.zip = zip;
      const rowsFile = path.join(session.folder, 'rows.jsonl');
      let last = -1;
      const manifest = await checkArchive(zip, {
        signal: session.stop.signal,
        rowsTo: rowsFile,
        onBytes: (done, total) => {
          const step = total === 0 ? 100 : Math.floor((done / total) * 100);
          if (step === last) return;
          last = step;
          send('archiveProgress', { jobId, phase: 'checking', done, total });
        },
      });
      session.manifest = manifest;
      const { createdAt, storeId, schema, counts, objects, missing } = manifest;
      return {
        createdAt,
        storeId,
        schema,
        counts,
        files: objects.length,
        fileBytes: objects.reduce((sum, { size }) => sum + size, 0),
        missing,
        rowsUrl: downloads.open({ file: rowsFile }, downloadLifetimeMs).url,
      };
    },
    readObject: (jobId, sha256) => {
      const { zip, manifest } = sessionOf(jobId);
      const entry = zip?.parts.get(objectName(sha256));
      if (manifest === null || entry === undefined) return null;
      return downloads.open({ stream: () => readPart(entry) }, downloadLifetimeMs);
    },
    close: async (jobId) => {
      const session = sessions.get(jobId);
      if (session === undefined) return;
      sessions.delete(jobId);
      session.stop.abort();
      await session.zip?.close().catch(() => undefined);
      await work.remove(session.folder);
    },
  };
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  tell: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  let told = 0;
  for await (const chunk of chunks) {
    done += chunk.byteLength;
    if (done - told > 4 * 1024 * 1024) tell((told = done));
    yield chunk;
  }
}
