import type { EventName, Events } from '#shared/ipc/contract';
import type { SafetyArchive } from '#shared/vault/archive-exchange';
import type { Clock } from '../clock';
import type { Dialogs } from '../files/dialogs';
import type { Downloads } from '../files/downloads';
import type { Transfers } from '../files/transfers';
import type { ObjectStore } from '../vault/object-store';
import type { ArchiveLock } from './archive-cipher';
import { type ArchiveReader, createArchiveReader } from './archive-reader';
import { type ArchiveWriter, createArchiveWriter } from './archive-writer';
import { listSafety } from './safety-folder';
import type { WorkFolders } from './work-folder';

export type ArchiveParts = {
  readonly transfers: Transfers;
  readonly downloads: Downloads;
  readonly clock: Clock;
  /** Cost of guessing a passphrase, see {@link Passphrase}. */
  readonly scryptWork: number;
  readonly work: WorkFolders;
  /** Where copies made before a restore lie. */
  readonly safetyFolder: string;
  /** The originals of the vault in use. */
  readonly vaultObjects: () => Pick<ObjectStore, 'hash' | 'read'>;
  readonly lock: ArchiveLock;
  readonly chooseSavePath: Dialogs['chooseSavePath'];
  readonly chooseFolder: () => Promise<string | null>;
  readonly chooseArchive: () => Promise<string | null>;
  /** Free bytes at a path, null when it cannot be told. */
  readonly freeBytes: (folder: string) => Promise<number | null>;
  readonly send: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
};

/** Everything the window may ask of archives. */
export type ArchiveService = Omit<ArchiveWriter, 'cancel'> &
  Omit<ArchiveReader, 'close'> & {
    /** Ends a job of either kind: nothing half-written stays. */
    readonly end: (jobId: string) => Promise<void>;
    readonly latestSafety: () => Promise<SafetyArchive | null>;
  };

/** Joins the making and the reading of archives. */
export function createArchiveService(parts: ArchiveParts): ArchiveService {
  const { cancel, ...writer } = createArchiveWriter(parts);
  const { close, ...reader } = createArchiveReader(parts);
  return {
    ...writer,
    ...reader,
    end: async (jobId) => {
      await cancel(jobId);
      await close(jobId);
    },
    latestSafety: async () => {
      const [newest] = await listSafety(parts.safetyFolder);
      return newest === undefined ? null : { fileName: newest.fileName, size: newest.size, at: newest.at };
    },
  };
}
