import path from 'node:path';
import { app, session } from 'electron';
import { schemaNumber } from '#shared/schema-number';
import { systemClock } from '../clock';
import type { Dialogs } from '../files/dialogs';
import type { Downloads } from '../files/downloads';
import type { Transfers } from '../files/transfers';
import type { JournalSeal } from '../lock/journal-seal';
import type { Log } from '../log';
import type { Preferences } from '../preferences';
import { createStoreGuard } from './store-guard';
import { isFolder, makeFolder } from './vault-folder';
import { createVaultService, type VaultService } from './vault-service';

type Parts = {
  readonly dataFolder: string;
  readonly preferences: Preferences;
  readonly transfers: Transfers;
  readonly downloads: Downloads;
  readonly chooseFolder: Dialogs['chooseFolder'];
  readonly seal: JournalSeal;
  readonly log: Log;
};

export type SetUpVault = VaultService & {
  /**
   * Comes between the unlocking and the window's first look into its database: newer code will change older data, and
   * what was before is kept first. @throws AppError `storageFull`, `writeFailed` when it can be kept nowhere
   */
  readonly beforeRows: () => Promise<void>;
};

/** Looks at the database from outside, and gets the vault ready. Has to end before the first window opens. */
export async function setupVault(parts: Parts): Promise<SetUpVault> {
  const { dataFolder, preferences, transfers, downloads, chooseFolder, seal, log } = parts;
  const guard = createStoreGuard({
    dataFolder,
    storageFolder: session.defaultSession.getStoragePath(),
    clock: systemClock,
    log,
  });
  await guard.beforeWindow();
  const service = createVaultService({
    dataFolder,
    folder: preferences.get().vaultFolder ?? (await defaultFolder()),
    guard,
    transfers,
    downloads,
    backupFolder: () => preferences.get().backupFolder,
    chooseFolder,
    rememberFolder: (vaultFolder) => {
      preferences.update({ vaultFolder });
    },
    rememberBackup: (backupFolder) => {
      preferences.update({ backupFolder });
    },
    seal,
    clock: systemClock,
    log,
  });
  const { upkeep } = service;
  await upkeep.load();
  let migrates = (guard.known()?.schema ?? schemaNumber) < schemaNumber;
  const timer = setInterval(() => void upkeep.tick(), tickMs);
  timer.unref();
  const watch = setInterval(() => void service.watchStore(), watchMs);
  watch.unref();
  return {
    ...service,
    beforeRows: async () => {
      if (!migrates) return;
      // Where the vault cannot keep the rows as they were, the database's own files are kept.
      if (!(await upkeep.beforeMigration())) await guard.keepCopy();
      migrates = false;
    },
    close: () => {
      clearInterval(timer);
      clearInterval(watch);
      return service.close();
    },
  };
}

/** How often files of evidence are looked for that the vault could not take, in ms. */
const watchMs = 1000;

/** How often it is asked whether something is due, in ms. */
const tickMs = 60_000;

/**
 * Documents/Liudi/Vault. A bare system may not have made the Documents folder yet: it is made where its home stands,
 * and nowhere else.
 */
async function defaultFolder(): Promise<string> {
  const documents = app.getPath('documents');
  if (!(await isFolder(documents)) && (await isFolder(path.dirname(documents)))) await makeFolder(documents);
  return path.join(documents, 'Liudi', 'Vault');
}
