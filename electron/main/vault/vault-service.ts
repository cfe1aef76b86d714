import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { LockSecret } from '#shared/ipc/contract';
import type {
  AppendRequest,
  AppendResult,
  RebuildOffer,
  RebuildReport,
  StoreAnswer,
  StoreFacts,
  VaultObjectRequest,
  VaultOffer,
  VaultStatus,
  VerifyReport,
} from '#shared/vault/exchange';
import { verifyReportSchema } from '#shared/vault/exchange';
import { countRows, type ReplayedTables } from '#shared/vault/replay';
import type { Clock } from '../clock';
import { writeTextAtomically } from '../files/atomic-write';
import type { Downloads } from '../files/downloads';
import { hasCode } from '../files/disk';
import type { Transfers } from '../files/transfers';
import { jsonFile } from '../json-file';
import { isSealedRow, type JournalSeal } from '../lock/journal-seal';
import { errorKind, type Log } from '../log';
import { objectPath, objectSize } from './object-store';
import { readJournal } from './read-vault';
import { rescuedFolder } from './store-copy';
import type { StoreGuard } from './store-guard';
import { openVault, type Vault } from './vault';
import { vaultNames } from './vault-folder';

/** Everything the window may ask of database watch and vault. */
export type VaultService = {
  readonly storeOpened: (facts: StoreFacts) => Promise<StoreAnswer>;
  readonly storeChanged: (facts: StoreFacts) => Promise<void>;
  readonly offer: (request: VaultObjectRequest) => Promise<VaultOffer>;
  readonly append: (request: AppendRequest) => Promise<AppendResult>;
  readonly status: () => Promise<VaultStatus>;
  readonly verify: () => Promise<VerifyReport>;
  readonly chooseFolder: () => Promise<VaultStatus | null>;
  readonly beginRebuild: () => Promise<RebuildOffer>;
  readonly readObject: (sha256: string) => Promise<{ readonly url: string } | null>;
  readonly finishRebuild: (facts: StoreFacts, report: RebuildReport) => Promise<void>;
  readonly startEmpty: () => Promise<void>;
  /** Where the vault in use keeps its originals. */
  readonly objectsFolder: () => string;
  /** Makes a sealed vault readable for this run. @throws AppError `wrongPassphrase`, `notFound` */
  readonly openLock: (secret: LockSecret) => Promise<void>;
  /** The lock went: its vault must not need the passphrase any more. */
  readonly copyAnew: () => void;
  /** Resolves when the journal is closed and the database's files are noted. */
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly dataFolder: string;
  readonly folder: string;
  readonly guard: StoreGuard;
  readonly transfers: Transfers;
  readonly downloads: Downloads;
  readonly chooseFolder: () => Promise<string | null>;
  readonly rememberFolder: (folder: string) => void;
  readonly seal: JournalSeal;
  readonly clock: Clock;
  readonly log: Log;
};

const downloadLifetimeMs = 10 * 60 * 1000;

/** Joins guard, vault and rebuild; nothing reaches the vault before the database was found sound. */
export function createVaultService(parts: Parts): VaultService {
  const { dataFolder, guard, transfers, downloads, seal, clock, log } = parts;
  const verifiedFile = jsonFile<VerifyReport | null>({
    path: path.join(dataFolder, 'vault-verified.json'),
    schema: verifyReportSchema.nullable(),
    empty: null,
    log,
  });
  const open = (folder: string): Vault => openVault({ folder, transfers, clock, log, verifiedFile, seal });
  let vault = open(parts.folder);

  function requireSound(): void {
    if (!guard.isSound()) throw new AppError('invalidInput', { what: 'store' });
  }

  return {
    storeOpened: (facts) => guard.opened(facts, vault),
    storeChanged: (facts) => guard.changed(facts),
    offer: async (request) => {
      requireSound();
      return vault.offer(request);
    },
    append: async (request) => {
      requireSound();
      return vault.append(request);
    },
    status: () => vault.status(),
    verify: () => vault.verify(),
    chooseFolder: async () => {
      const chosen = await parts.chooseFolder();
      if (chosen === null) return null;
      const folder = await placeIn(chosen);
      await vault.close();
      vault = open(folder);
      parts.rememberFolder(folder);
      // What was checked was the other one.
      await verifiedFile.write(null).catch(() => undefined);
      return vault.status();
    },
    beginRebuild: async () => {
      const { replay, badLines, storeId } = await readJournal(vault.folder, seal.unseal);
      if (storeId === null && replay.lastSeq() === 0) throw new AppError('notFound', { what: 'vault' });
      const tables = replay.tables();
      if (isStillSealed(tables)) throw new AppError('vaultLocked');
      const { url } = downloads.open({ lines: rowLines(tables) }, downloadLifetimeMs);
      return {
        storeId: storeId ?? '',
        lastSeq: replay.lastSeq(),
        complete: replay.isComplete(),
        counts: countRows(tables),
        badLines,
        rowsUrl: url,
      };
    },
    readObject: async (sha256) => {
      const objects = path.join(vault.folder, vaultNames.objects);
      if ((await objectSize(objects, sha256)) === null) return null;
      return downloads.open({ file: objectPath(objects, sha256) }, downloadLifetimeMs);
    },
    finishRebuild: async (facts, report) => {
      const at = clock.now();
      const kept = path.join(dataFolder, rescuedFolder);
      await mkdir(kept, { recursive: true, mode: 0o700 });
      await writeTextAtomically(path.join(kept, `report-${at}.json`), JSON.stringify(report, null, 1));
      await guard.accept(facts);
      const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0);
      log(
        'info',
        `rebuilt: ${rows} rows, ${report.files} files, ${report.missingFiles.length} files missing`,
      );
    },
    startEmpty: async () => {
      await vault.close();
      await setVaultAside(vault.folder, clock.now());
      await guard.accept(null);
      vault = open(vault.folder);
      log('warn', 'the seller went on without a rebuild; the old vault was set aside');
    },
    objectsFolder: () => path.join(vault.folder, vaultNames.objects),
    openLock: (secret) => seal.takeKeys(vault.folder, secret),
    copyAnew: () => {
      vault.copyAnew();
    },
    close: async () => {
      await vault.close().catch((error: unknown) => {
        log('warn', `vault not closed (${errorKind(error)})`);
      });
      await guard.shelve().catch((error: unknown) => {
        log('warn', `database files not noted (${errorKind(error)})`);
      });
    },
  };
}

/** What an old lock sealed does not count once a full copy came after it. */
function isStillSealed(tables: ReplayedTables): boolean {
  return [...tables.values()].some((rows) => [...rows.values()].some(({ row }) => isSealedRow(row)));
}

/** The replayed rows as JSON lines, made one by one while they are read. */
function* rowLines(tables: ReplayedTables): Generator<string> {
  for (const [table, rows] of tables) {
    for (const { key, row } of rows.values()) yield JSON.stringify({ table, key, row: row ?? null });
  }
}

/** A vault is used as it is, and an empty folder becomes one; in any other folder the vault gets its own. */
async function placeIn(chosen: string): Promise<string> {
  const names = await readdir(chosen);
  const own = names.length === 0 || names.includes(vaultNames.label);
  return own ? chosen : path.join(chosen, 'Liudi-Vault');
}

async function setVaultAside(folder: string, at: number): Promise<void> {
  try {
    await rename(folder, `${folder}-${at}`);
  } catch (error) {
    if (!hasCode(error, ['ENOENT'])) throw new AppError('writeFailed', {}, error);
  }
}
