import path from 'node:path';
import { app, session } from 'electron';
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

/** Looks at the database from outside, and gets the vault ready. Has to end before the first window opens. */
export async function setupVault(parts: Parts): Promise<VaultService> {
  const { dataFolder, preferences, transfers, downloads, chooseFolder, seal, log } = parts;
  const guard = createStoreGuard({
    dataFolder,
    storageFolder: session.defaultSession.getStoragePath(),
    clock: systemClock,
    log,
  });
  await guard.beforeWindow();
  return createVaultService({
    dataFolder,
    folder: preferences.get().vaultFolder ?? (await defaultFolder()),
    guard,
    transfers,
    downloads,
    chooseFolder: () => chooseFolder('vault'),
    rememberFolder: (vaultFolder) => {
      preferences.update({ vaultFolder });
    },
    seal,
    clock: systemClock,
    log,
  });
}

/**
 * Documents/Liudi/Vault. A bare system may not have made the Documents folder yet: it is made where its home stands,
 * and nowhere else.
 */
async function defaultFolder(): Promise<string> {
  const documents = app.getPath('documents');
  if (!(await isFolder(documents)) && (await isFolder(path.dirname(documents)))) await makeFolder(documents);
  return path.join(documents, 'Liudi', 'Vault');
}
