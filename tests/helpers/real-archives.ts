import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveLock } from '../../electron/main/archive/archive-cipher';
import { createArchiveService, type ArchiveService } from '../../electron/main/archive/archive-service';
import { workFolders } from '../../electron/main/archive/work-folder';
import { createDownloads, type Downloads } from '../../electron/main/files/downloads';
import { createTransfers, type Transfers } from '../../electron/main/files/transfers';
import { plainStore } from './no-seal';
import type { ArchiveProgress } from '#shared/vault/archive-exchange';

export type RealArchives = {
  readonly service: ArchiveService;
  readonly transfers: Transfers;
  readonly downloads: Downloads;
  readonly safetyFolder: string;
  readonly workFolder: string;
  /** What the seller picks in main's dialogs. */
  readonly answers: { save: string | null; folder: string | null; open: string | null };
  readonly progress: ArchiveProgress[];
  /** The app lock, where there is one. */
  lock: ReturnType<ArchiveLock['current']>;
  free: number | null;
};

/** Main's real archives in a folder, without Electron: only the dialogs are answered by the test. */
export function realArchives(
  root: string,
  parts?: Pick<RealArchives, 'transfers' | 'downloads'>,
): RealArchives {
  let ticks = 0;
  const clock = { now: () => Date.parse('2026-11-21T03:00:00Z') + (ticks += 1000), elapsed: () => 0 };
  const transfers = parts?.transfers ?? createTransfers(clock);
  const downloads = parts?.downloads ?? createDownloads(clock);
  const safetyFolder = path.join(root, 'Safety');
  const data = path.join(root, 'data');
  mkdirSync(data, { recursive: true });
  const real: RealArchives = {
    transfers,
    downloads,
    safetyFolder,
    workFolder: path.join(data, 'archive-work'),
    answers: { save: path.join(root, 'shop.liudi'), folder: root, open: path.join(root, 'shop.liudi') },
    progress: [],
    lock: null,
    free: null,
    service: createArchiveService({
      transfers,
      downloads,
      clock,
      scryptWork: 8,
      work: workFolders(data, () => undefined),
      safetyFolder,
      lock: { current: () => real.lock },
      vaultObjects: () => plainStore(path.join(root, 'Liudi', 'Vault')),
      chooseSavePath: () => Promise.resolve(real.answers.save),
      chooseFolder: () => Promise.resolve(real.answers.folder),
      chooseArchive: () => Promise.resolve(real.answers.open),
      freeBytes: () => Promise.resolve(real.free),
      send: (name, payload) => {
        if (name === 'archiveProgress') real.progress.push(payload as ArchiveProgress);
      },
    }),
  };
  return real;
}
