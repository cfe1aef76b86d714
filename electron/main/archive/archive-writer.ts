import { rm } from 'node:fs/promises';
import path from 'node:path';
import { assertNever } from '#shared/assert-never';
import { archiveEnding, archiveNames } from '#shared/vault/archive';
import type {
  ArchiveBegin,
  ArchiveFinish,
  ArchiveObjects,
  ArchiveReport,
  ArchiveTicket,
} from '#shared/vault/archive-exchange';
import { AppError } from '#shared/errors';
import type { WrittenFile } from '../files/atomic-write';
import { safeFileName } from '../files/safe-name';
import { exportParts, makeExportFolder, writeFolder } from './export-parts';
import { ageCipher, type ArchiveCipher, lockCipher } from './archive-cipher';
import type { ArchiveParts } from './archive-service';
import { archiveParts, type FindObject, type Tell, type TextPart, writeArchive } from './pack-archive';
import type { PartSource } from './zip-write';
import { makeSafetyFolder, safetyName, thinSafety } from './safety-folder';

/** Making archives and exports: the window brings rows and what the vault lacks, main packs. */
export type ArchiveWriter = {
  /** @returns null when the seller closed the dialog */
  readonly begin: (request: ArchiveBegin) => Promise<ArchiveTicket | null>;
  /** Which of these main cannot take from the vault, each with an address to stream it to. */
  readonly offer: (
    jobId: string,
    objects: ArchiveObjects,
  ) => Promise<{ readonly uploads: readonly { readonly sha256: string; readonly url: string }[] }>;
  readonly addText: (jobId: string, name: string) => { readonly url: string };
  readonly finish: (jobId: string, request: ArchiveFinish) => Promise<ArchiveReport>;
  readonly cancel: (jobId: string) => Promise<void>;
};

type Job = {
  readonly id: string;
  readonly begun: ArchiveBegin;
  /** File to write, or folder to make a folder in. */
  readonly target: string;
  readonly folder: string;
  readonly texts: Map<string, { readonly file: string; written: WrittenFile | null }>;
  /** Where the bytes of each original lie. */
  readonly found: Map<string, PartSource>;
  readonly stop: AbortController;
};

const uploadLifetimeMs = 60 * 60 * 1000;
/** Left free for everything else on the disk. */
const spareBytes = 100 * 1024 * 1024;

/** One job at a time is plenty: two would only share the disk. */
export function createArchiveWriter(parts: ArchiveParts): ArchiveWriter {
  const { transfers, clock, work, safetyFolder, vaultObjects, freeBytes, send } = parts;
  const jobs = new Map<string, Job>();

  function jobOf(id: string): Job {
    const job = jobs.get(id);
    if (job === undefined) throw new AppError('notFound', { what: 'archive' });
    return job;
  }

  async function end(job: Job): Promise<void> {
    jobs.delete(job.id);
    job.stop.abort();
    await work.remove(job.folder);
  }

  async function chooseTarget({ purpose, suggestedName }: ArchiveBegin): Promise<string | null> {
    const name = safeFileName(suggestedName);
    switch (purpose) {
      case 'safety':
        await makeSafetyFolder(safetyFolder);
        return path.join(safetyFolder, safetyName(clock.now()));
      case 'folder':
        return parts.chooseFolder();
      case 'zip':
        return withEnding(await parts.chooseSavePath(name, 'zip'), '.zip');
      case 'archive':
        return withEnding(await parts.chooseSavePath(name, 'archive'), archiveEnding);
      default:
        return assertNever(purpose);
    }
  }

  async function requireRoom(job: Job, bytes: number): Promise<void> {
    const where = job.begun.purpose === 'folder' ? job.target : path.dirname(job.target);
    const free = await freeBytes(where);
    const needed = bytes + spareBytes;
    if (free !== null && free < needed) throw new AppError('storageFull', { needed, free });
  }

  /** The copy made before a restore goes where the seller did not look: with the lock on it is sealed like the rest. */
  function cipherOf({ purpose, passphrase }: ArchiveBegin): ArchiveCipher | null {
    if (passphrase !== null) return ageCipher({ text: passphrase, work: parts.scryptWork });
    const lock = purpose === 'safety' ? parts.lock.current() : null;
    return lock === null ? null : lockCipher(lock);
  }

  const tellOf = (job: Job): Tell => {
    let last = -1;
    return (phase, done, total) => {
      // A hundred steps are enough to watch.
      const step = total === 0 ? 100 : Math.floor((done / total) * 100);
      if (step === last) return;
      last = step;
      send('archiveProgress', { jobId: job.id, phase, done, total });
    };
  };

  async function write(job: Job, request: ArchiveFinish): Promise<WrittenFile & { readonly path: string }> {
    const { target, begun, stop } = job;
    const find: FindObject = (sha256) => {
      const from = job.found.get(sha256);
      if (from === undefined) throw new AppError('notFound', { what: 'object' });
      return from;
    };
    const texts = textsOf(job);
    const options = { cipher: cipherOf(begun), at: clock.now(), signal: stop.signal, tell: tellOf(job) };
    if (request.kind === 'archive') {
      const rows = texts.find(({ name }) => name === archiveNames.rows);
      if (rows === undefined) throw new AppError('writeFailed', { reason: 'rows' });
      const packed = archiveParts(request, rows, find, options.at);
      await requireRoom(job, sizeOf(packed));
      return { ...(await writeArchive(packed, true, { ...options, target })), path: target };
    }
    const packed = exportParts(request, texts, find);
    await requireRoom(job, sizeOf(packed));
    if (begun.purpose !== 'folder') {
      return { ...(await writeArchive(packed, false, { ...options, target })), path: target };
    }
    const root = await makeExportFolder(target, safeFileName(begun.suggestedName));
    try {
      return { size: await writeFolder(root, packed, options), sha256: '', path: root };
    } catch (error) {
      // All of it was made by this very job.
      await rm(root, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
  }

  return {
    begin: async (begun) => {
      const target = await chooseTarget(begun);
      if (target === null) return null;
      const { id, folder } = await work.make();
      jobs.set(id, {
        id,
        begun,
        target,
        folder,
        texts: new Map(),
        found: new Map(),
        stop: new AbortController(),
      });
      return { jobId: id, fileName: path.basename(target) };
    },
    offer: async (jobId, objects) => {
      const job = jobOf(jobId);
      const uploads: { sha256: string; url: string }[] = [];
      for (const expected of objects) {
        const { sha256, size } = expected;
        if (job.stop.signal.aborted) throw new AppError('cancelled');
        const store = vaultObjects();
        const inVault = await store.hash(sha256).catch(() => null);
        if (inVault?.sha256 === sha256 && inVault.size === size) {
          job.found.set(sha256, { open: () => store.read(sha256) });
          continue;
        }
        const target = path.join(job.folder, sha256);
        const { url } = transfers.open(
          {
            path: target,
            options: { expected, mode: 0o600, signal: job.stop.signal },
            settled: (error) => {
              if (error === null) job.found.set(sha256, { file: target });
            },
          },
          uploadLifetimeMs,
        );
        uploads.push({ sha256, url });
      }
      return { uploads };
    },
    addText: (jobId, name) => {
      const job = jobOf(jobId);
      const file = path.join(job.folder, `text-${job.texts.size}`);
      const entry: { file: string; written: WrittenFile | null } = { file, written: null };
      job.texts.set(name, entry);
      const { url } = transfers.open(
        {
          path: file,
          options: { mode: 0o600, signal: job.stop.signal },
          settled: (error, written) => {
            if (error === null) entry.written = written;
          },
        },
        uploadLifetimeMs,
      );
      return { url };
    },
    finish: async (jobId, request) => {
      const job = jobOf(jobId);
      try {
        const written = await write(job, request);
        if (job.begun.purpose === 'safety') await thinSafety(safetyFolder);
        return {
          fileName: path.basename(written.path),
          size: written.size,
          files: request.kind === 'archive' ? request.objects.length : request.files.length,
          missing: request.kind === 'archive' ? request.missing.length : 0,
          encrypted: job.begun.passphrase !== null,
        };
      } finally {
        await end(job);
      }
    },
    cancel: async (jobId) => {
      const job = jobs.get(jobId);
      if (job !== undefined) await end(job);
    },
  };
}

function textsOf(job: Job): readonly TextPart[] {
  return [...job.texts].map(([name, { file, written }]) => {
    if (written === null) throw new AppError('writeFailed', { reason: 'text' });
    return { name, file, ...written };
  });
}

function sizeOf(parts: readonly { readonly size: number }[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}

function withEnding(file: string | null, ending: string): string | null {
  return file === null || file.toLowerCase().endsWith(ending) ? file : `${file}${ending}`;
}
