import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { LockSecret } from '#shared/ipc/contract';
import type {
  AppendRequest,
  AppendResult,
  DrillReport,
  RebuildOffer,
  RebuildReport,
  StoreAnswer,
  StoreFacts,
  VaultObjectRequest,
  VaultOffer,
  VaultStatus,
  VerifyReport,
} from '#shared/vault/exchange';
import type { TraceReport, VaultCleaning } from '#shared/vault/cleaning';
import { verifyReportSchema } from '#shared/vault/exchange';
import type { Clock } from '../clock';
import type { Downloads } from '../files/downloads';
import { freeBytes } from '../files/free-space';
import type { Transfers } from '../files/transfers';
import { jsonFile } from '../json-file';
import type { JournalSeal } from '../lock/journal-seal';
import { errorKind, type Log } from '../log';
import { backupLabel, prepareBackup, readBackup } from './backup';
import { offerObject, offerRebuild } from './rebuild-source';
import { findTraces } from './find-traces';
import { listOtherVaults, removeRescued } from './forget';
import { createKeptCopies, type KeptCopies } from './kept-copies';
import { keepReport, passOverCopies, rescuedFolder } from './store-copy';
import type { StoreGuard } from './store-guard';
import { createUpkeep, type Upkeep } from './upkeep';
import { describeBackup } from './upkeep-state';
import { openVault, type Vault } from './vault';
import { isOldInVault } from './object-age';
import type { ObjectStore } from './object-store';
import { troubleOf, vaultNames } from './vault-folder';
import { isSameDisk, isWithin, placeIn, reserveBeside, setVaultAside } from './vault-places';

/** Everything the window may ask of database watch and vault. */
export type VaultService = {
  readonly storeOpened: (facts: StoreFacts) => Promise<StoreAnswer>;
  readonly storeChanged: (facts: StoreFacts) => Promise<void>;
  /** To be called every second. */
  readonly watchStore: () => Promise<void>;
  readonly setStoreAside: () => Promise<void>;
  readonly offer: (request: VaultObjectRequest) => Promise<VaultOffer>;
  readonly append: (request: AppendRequest) => Promise<AppendResult>;
  readonly status: () => Promise<VaultStatus>;
  readonly verify: () => Promise<VerifyReport>;
  readonly chooseFolder: () => Promise<VaultStatus | null>;
  /** The seller picks a folder for the second vault; null when the dialog was closed. */
  readonly chooseBackup: () => Promise<VaultStatus | null>;
  /** No second vault any more; what lies in it stays. */
  readonly forgetBackup: () => Promise<VaultStatus>;
  readonly backUp: () => Promise<VaultStatus>;
  readonly drill: () => Promise<DrillReport>;
  readonly pauseUpkeep: (paused: boolean) => Promise<VaultStatus>;
  readonly upkeep: Upkeep;
  /** @param anyShop also from a vault that is another shop's than the one that was here */
  readonly beginRebuild: (anyShop: boolean) => Promise<RebuildOffer>;
  readonly readObject: (
    sha256: string,
    from: 'vault' | 'backup' | 'kept',
  ) => Promise<{ readonly url: string } | null>;
  readonly kept: KeptCopies;
  readonly finishRebuild: (facts: StoreFacts, report: RebuildReport) => Promise<void>;
  readonly startEmpty: () => Promise<void>;
  readonly objects: () => ObjectStore;
  /** Makes a sealed vault readable for this run. @throws AppError `wrongPassphrase`, `notFound` */
  readonly openLock: (secret: LockSecret) => Promise<void>;
  /** The lock went: its vault must not need the passphrase any more. */
  readonly copyAnew: () => Promise<void>;
  /** After a full copy: removes everything older from vault and rescue copies, for good. */
  readonly clean: () => Promise<VaultCleaning>;
  readonly findTraces: (words: readonly string[]) => Promise<TraceReport>;
  /** Resolves when the journal is closed and the database's files are noted. */
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly dataFolder: string;
  readonly folder: string;
  readonly guard: StoreGuard;
  readonly transfers: Transfers;
  readonly downloads: Downloads;
  readonly backupFolder: () => string | null;
  readonly chooseFolder: (purpose: 'vault' | 'backup') => Promise<string | null>;
  readonly rememberFolder: (folder: string) => void;
  readonly rememberBackup: (folder: string | null) => void;
  readonly seal: JournalSeal;
  readonly clock: Clock;
  readonly log: Log;
};

/** Joins guard, vault and rebuild; nothing reaches the vault before the database was found sound. */
export function createVaultService(parts: Parts): VaultService {
  const { dataFolder, guard, transfers, downloads, seal, clock, log } = parts;
  const verifiedFile = jsonFile<VerifyReport | null>({
    path: path.join(dataFolder, 'vault-verified.json'),
    schema: verifyReportSchema.nullable(),
    empty: null,
    log,
  });
  const shared = { transfers, clock, log, verifiedFile, seal };
  const open = (folder: string): Vault =>
    openVault({ ...shared, folder, reserve: () => reserveBeside(folder, dataFolder) });
  let vault = open(parts.folder);

  function requireSound(): void {
    if (!guard.isSound()) throw new AppError('invalidInput', { what: 'store' });
  }

  const isOld = (sha256: string): Promise<boolean> => isOldInVault(vault.folder, sha256);
  const kept = createKeptCopies({ dataFolder, downloads, isOldInVault: isOld, clock, log });

  const upkeep = createUpkeep({
    dataFolder,
    vault: () => vault,
    backupFolder: parts.backupFolder,
    rememberBackup: parts.rememberBackup,
    seal,
    facts: guard.counted,
    isSound: guard.isSound,
    lastVerified: async () => (await vault.status()).verified?.at ?? null,
    clock,
    log,
  });

  async function status(): Promise<VaultStatus> {
    const folder = parts.backupFolder();
    const [own, free, sameDisk] = await Promise.all([
      vault.status(),
      folder === null ? null : freeBytes(folder),
      folder !== null && isSameDisk(vault.folder, folder),
    ]);
    return {
      ...own,
      backup: describeBackup(upkeep.state(), { folder, sameDisk, freeBytes: free }, clock.now()),
      drill: upkeep.state().drill,
      upkeep: upkeep.status(),
    };
  }

  /** Both vaults, to read from. */
  const sources = () => ({
    root: vault.folder,
    backup: parts.backupFolder(),
    downloads,
    unseal: seal.unseal,
    keys: seal.objects,
  });

  async function setBackup(folder: string | null): Promise<void> {
    if (folder !== null) await prepareBackup(folder, log);
    parts.rememberBackup(folder);
    await upkeep.backupChosen();
  }

  return {
    storeOpened: async (facts) => {
      const folder = parts.backupFolder();
      const backup = folder === null ? null : await readBackup(folder, log).catch(() => null);
      const second = backup === null || folder === null ? null : { ...backup, folder };
      const answer = await guard.opened(facts, vault, second);
      // The lock may have come or gone since: its originals follow without the seller waiting.
      if (answer.mode === 'normal') void upkeep.settle();
      return answer;
    },
    storeChanged: (facts) => guard.changed(facts),
    watchStore: async () => (vault.isInTrouble() ? guard.follow() : undefined),
    setStoreAside: guard.setAside,
    offer: async (request) => {
      requireSound();
      return vault.offer(request);
    },
    append: async (request) => {
      requireSound();
      return vault.append(request);
    },
    status,
    verify: () => upkeep.verify(),
    chooseFolder: async () => {
      const chosen = await parts.chooseFolder('vault');
      if (chosen === null) return null;
      // A second vault stays one: it is never written to as if it were the first.
      if ((await readdir(chosen)).includes(backupLabel)) {
        await setBackup(chosen);
        return status();
      }
      const folder = await placeIn(chosen, vaultNames.label, 'Liudi-Vault');
      await vault.close();
      vault = open(folder);
      parts.rememberFolder(folder);
      // What was checked was the other one.
      await verifiedFile.write(null).catch(() => undefined);
      return status();
    },
    chooseBackup: async () => {
      const chosen = await parts.chooseFolder('backup');
      if (chosen === null) return null;
      const folder = await placeIn(chosen, backupLabel, 'Liudi-Backup');
      if (isWithin(folder, vault.folder) || isWithin(vault.folder, folder)) {
        throw new AppError('invalidInput', { what: 'backupInVault' });
      }
      await setBackup(folder).catch((error: unknown) => {
        throw error instanceof AppError ? error : new AppError('writeFailed', { reason: troubleOf(error) });
      });
      return status();
    },
    forgetBackup: async () => {
      await setBackup(null);
      return status();
    },
    backUp: async () => {
      requireSound();
      const begun = clock.now();
      // What is in its way stands in the status, in words of its own; anything else is an error.
      await upkeep.backUp().catch((error: unknown) => {
        if ((upkeep.state().failed?.at ?? -1) < begun) throw error;
      });
      return status();
    },
    drill: () => upkeep.drill(),
    pauseUpkeep: (paused) => {
      upkeep.pause(paused);
      return status();
    },
    upkeep,
    beginRebuild: async (anyShop) => {
      const known = guard.known()?.storeId ?? null;
      const { offer, lacking } = await offerRebuild(sources(), { known, anyShop });
      if (lacking) vault.markDamaged();
      // Another shop takes the place of the one that was here: its files must not mix with it.
      if (anyShop) await passOverCopies(dataFolder, clock.now());
      return { ...offer, noted: guard.noted(offer.storeId) };
    },
    readObject: (sha256, from) =>
      from === 'kept' ? kept.original(sha256) : offerObject(sources(), sha256, from),
    kept,
    finishRebuild: async (facts, report) => {
      await keepReport(dataFolder, clock.now(), JSON.stringify(report, null, 1));
      await guard.accept(facts);
      // What only another computer's passphrase opens must not stay the only copy.
      if (seal.hasTaken()) await vault.copyAnew();
      log('info', `rebuilt: ${report.files} files, ${report.missingFiles.length} missing`);
    },
    startEmpty: async () => {
      // Without a vault the kept copy is all that is left of the shop.
      if ((await vault.summary().catch(() => null)) !== null) await passOverCopies(dataFolder, clock.now());
      await vault.close();
      await setVaultAside(vault.folder, clock.now());
      await guard.accept(null);
      vault = open(vault.folder);
      log('warn', 'the seller went on without a rebuild; the old vault was set aside');
    },
    objects: () => vault.objects,
    openLock: async (secret) => {
      const backup = parts.backupFolder();
      await seal.takeKeys(vault.folder, secret).catch(async (error: unknown) => {
        if (backup === null || !(error instanceof AppError) || error.code !== 'notFound') throw error;
        await seal.takeKeys(backup, secret);
      });
    },
    copyAnew: () => vault.copyAnew(),
    clean: async () => {
      requireSound();
      const removed = await vault.forget();
      const rescued = await removeRescued(path.join(dataFolder, rescuedFolder));
      await guard.dropAside();
      const others = await listOtherVaults(vault.folder);
      log('info', `vault cleaned: ${removed.files} files, ${removed.objects} objects, ${rescued} copies`);
      return { ...removed, rescued, otherVaults: others.length, backup: parts.backupFolder() !== null };
    },
    findTraces: async (words) => {
      // What the browser has let go of since goes under its second name too; it has to be missed twice.
      await guard.follow();
      await guard.follow();
      return findTraces(words, {
        dataFolder,
        vaultFolder: vault.folder,
        otherVaults: await listOtherVaults(vault.folder),
        backup: parts.backupFolder(),
        keys: seal.objects,
      });
    },
    close: async () => {
      await upkeep.stop();
      await vault.close().catch((error: unknown) => {
        log('warn', `vault not closed (${errorKind(error)})`);
      });
      await guard.shelve().catch((error: unknown) => {
        log('warn', `database files not noted (${errorKind(error)})`);
      });
    },
  };
}
