import path from 'node:path';
import { appProtocol } from '../../electron/main/app-protocol';
import { createDownloads } from '../../electron/main/files/downloads';
import { createTransfers } from '../../electron/main/files/transfers';
import { createStoreGuard, type StoreGuard } from '../../electron/main/vault/store-guard';
import { createVaultService, type VaultService } from '../../electron/main/vault/vault-service';
import type { JournalSeal } from '../../electron/main/lock/journal-seal';
import { installFakeDesktop } from './fake-desktop';
import { noSeal } from './no-seal';
import type { DesktopApi, Reply } from '#shared/ipc/contract';
import { toAppError } from '#shared/errors';

export type RealVault = {
  readonly folder: string;
  readonly service: VaultService;
  readonly guard: StoreGuard;
  /** Called before each request and each upload; throwing there is a failure on the way. */
  before: (step: string) => void;
  /** The second vault's folder, as main remembers it. */
  backup: string | null;
  /** What the seller answers in the next folder dialog. */
  chosen: string | null;
};

const clock = { now: () => 1_700_000_000_000, elapsed: () => 0 };

/**
 * Main's real vault behind a window without Electron: requests and streams go straight over, nothing is imitated.
 * @param storageFolder where the browser would keep its database; null when it will not say
 */
export async function installRealVault(
  root: string,
  seal: JournalSeal = noSeal,
  storageFolder: string | null = null,
): Promise<RealVault> {
  const transfers = createTransfers(clock);
  const downloads = createDownloads(clock);
  const log = (): void => undefined;
  const guard = createStoreGuard({ dataFolder: root, storageFolder, clock, log });
  await guard.beforeWindow();
  const folder = path.join(root, 'Liudi', 'Vault');
  const real: Omit<RealVault, 'service'> = {
    folder,
    guard,
    before: () => undefined,
    backup: null,
    chosen: null,
  };
  const service = createVaultService({
    dataFolder: root,
    folder,
    guard,
    transfers,
    downloads,
    backupFolder: () => real.backup,
    chooseFolder: () => Promise.resolve(real.chosen),
    rememberFolder: () => undefined,
    seal,
    rememberBackup: (backup) => {
      real.backup = backup;
    },
    clock,
    log,
  });
  const verbs = {
    storeOpened: service.storeOpened,
    storeChanged: service.storeChanged,
    vaultOffer: service.offer,
    vaultAppend: service.append,
    getVaultStatus: service.status,
    verifyVault: service.verify,
    chooseBackupFolder: service.chooseBackup,
    backUpNow: service.backUp,
    drillVault: service.drill,
    beginRebuild: service.beginRebuild,
    readVaultObject: service.readObject,
    readKeptChanges: service.kept.changes,
    listKept: service.kept.list,
    readKept: service.kept.read,
    finishKept: service.kept.finish,
    finishRebuild: service.finishRebuild,
    startEmpty: service.startEmpty,
    openVaultLock: service.openLock,
    cleanVault: service.clean,
    findTraces: service.findTraces,
  } as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  installFakeDesktop();
  const others = globalThis.desktop as unknown as Record<string, (...args: unknown[]) => unknown>;
  globalThis.desktop = new Proxy(
    {},
    {
      get: (_target, key) => {
        const name = String(key);
        const verb = verbs[name];
        if (verb === undefined) return others[name];
        return async (...args: unknown[]): Promise<Reply<unknown>> => {
          try {
            real.before(name);
            return { ok: true, value: (await verb(...(structuredClone(args) as unknown[]))) ?? null };
          } catch (error) {
            return { ok: false, error: toAppError(error).data };
          }
        };
      },
    },
  ) as DesktopApi;
  const answer = appProtocol(new Map(), transfers, downloads);
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    real.before(init?.method ?? 'GET');
    const body = init?.body instanceof Blob ? await init.body.arrayBuffer() : null;
    return answer(new Request(`app://liudi${address}`, { method: init?.method ?? 'GET', body }));
  };
  return Object.assign(real, { service });
}
