import path from 'node:path';
import { app } from 'electron';
import { systemClock } from '../clock';
import type { Dialogs } from '../files/dialogs';
import type { Downloads } from '../files/downloads';
import { freeBytes } from '../files/free-space';
import type { Transfers } from '../files/transfers';
import type { AppLock } from '../lock/app-lock';
import type { Log } from '../log';
import { AppError } from '#shared/errors';
import type { VaultService } from '../vault/vault-service';
import type { ArchiveLock } from './archive-cipher';
import { type ArchiveParts, type ArchiveService, createArchiveService } from './archive-service';
import { workFolders } from './work-folder';

type Parts = Pick<ArchiveParts, 'send'> & {
  readonly dataFolder: string;
  readonly dialogs: Dialogs;
  readonly vault: VaultService;
  readonly transfers: Transfers;
  readonly downloads: Downloads;
  readonly lock: AppLock;
  readonly log: Log;
};

/** Gets the making and reading of archives ready, and clears what a crash left of them. */
export async function setupArchives(parts: Parts): Promise<ArchiveService> {
  const { dialogs, vault, transfers, downloads, send } = parts;
  const work = workFolders(parts.dataFolder, parts.log);
  await work.clear();
  return createArchiveService({
    transfers,
    downloads,
    clock: systemClock,
    scryptWork: 18,
    work,
    safetyFolder: path.join(app.getPath('documents'), 'Liudi', 'Safety'),
    vaultObjects: vault.objects,
    lock: archiveLock(parts.lock),
    chooseSavePath: dialogs.chooseSavePath,
    chooseFolder: () => dialogs.chooseFolder(),
    chooseArchive: dialogs.chooseArchive,
    freeBytes,
    send,
  });
}

function archiveLock(lock: AppLock): ArchiveLock {
  return {
    current: () => {
      if (lock.isLocked()) throw new AppError('locked');
      const [key, data] = [lock.keyFor('safety'), lock.data()];
      return key === null || data === null ? null : { key, data };
    },
  };
}
