// Brings the declaration of `globalThis.desktop` along.
import '../../renderer/platform/desktop';
import type { DesktopApi, EventName, Events, Reply, RequestName, Requests } from '#shared/ipc/contract';

import type { VaultStatus } from '#shared/vault/exchange';

type Answers = { [Name in RequestName]?: (...args: Requests[Name]['args']) => Requests[Name]['result'] };

const noLock = {
  on: false,
  locked: false,
  damaged: false,
  idleMinutes: 0,
  waitSeconds: 0,
  rows: 'plain',
} as const;
/** A vault that has everything and knows no trouble. */
export const quietVault: VaultStatus = {
  folder: '/vault',
  trouble: null,
  lastSeq: 0,
  freeBytes: null,
  verified: null,
  backup: {
    folder: null,
    trouble: null,
    at: null,
    seq: 0,
    snapshots: 0,
    missing: 0,
    freeBytes: null,
    sameDisk: false,
    stale: false,
  },
  drill: null,
  upkeep: { job: null, done: 0, total: 0, paused: false },
};
const noWatch = {
  folder: null,
  on: false,
  state: 'off',
  before: 0,
  taken: 0,
  last: null,
  waiting: 0,
  held: 0,
} as const;

const defaults = {
  getAppInfo: () => ({ version: '0.0.0', host: 'stand-in', freeBytes: null }),
  setSchedule: () => null,
  listFired: () => [],
  acknowledgeFired: () => null,
  chooseSaveTarget: () => null,
  beginExport: () => null,
  finishExport: () => ({ folderName: '', written: 0 }),
  cancelExport: () => null,
  printSlip: () => ({ outcome: 'cancelled' }),
  saveSlipPdf: () => ({ outcome: 'cancelled' }),
  makePackPdf: () => ({ url: '/download/pdf' }),
  getPackSheet: () => {
    throw new Error('no pack in this test');
  },
  printPaper: () => ({ outcome: 'cancelled' }),
  savePaperPdf: () => ({ outcome: 'cancelled' }),
  getPaperSheet: () => {
    throw new Error('no sheet in this test');
  },
  getPrintJob: () => {
    throw new Error('no print job in this test');
  },
  printJobReady: () => null,
  setLanguage: () => null,
  log: () => null,
  storeOpened: () => ({ mode: 'normal' }),
  storeChanged: () => null,
  setStoreAside: () => null,
  vaultOffer: () => ({ lastSeq: 0, needsBaseline: false, uploads: [] }),
  vaultAppend: ({ entries }) => ({ lastSeq: entries.at(-1)?.seq ?? 0 }),
  getVaultStatus: () => quietVault,
  verifyVault: () => ({
    at: 0,
    lines: 0,
    objects: 0,
    bytes: 0,
    badLines: [],
    badSnapshots: [],
    badObjects: [],
    missingObjects: [],
  }),
  chooseVaultFolder: () => null,
  chooseBackupFolder: () => null,
  forgetBackupFolder: () => quietVault,
  backUpNow: () => quietVault,
  drillVault: () => ({
    at: 0,
    seq: 0,
    rows: 0,
    files: 0,
    allFiles: 0,
    bytes: 0,
    withBackup: false,
    problems: [],
  }),
  pauseUpkeep: () => quietVault,
  beginRebuild: () => {
    throw new Error('no vault in this test');
  },
  readVaultObject: () => null,
  readKeptChanges: () => ({ readable: false, count: 0, url: '' }),
  listKept: () => [],
  readKept: () => null,
  finishKept: () => null,
  finishRebuild: () => null,
  startEmpty: () => null,
  beginArchive: () => null,
  offerArchiveObjects: () => ({ uploads: [] }),
  addArchiveText: () => ({ url: '/upload/none' }),
  finishArchive: () => ({ fileName: 'shop.liudi', size: 1, files: 0, missing: 0, encrypted: false }),
  chooseArchive: () => null,
  checkArchive: () => {
    throw new Error('no archive in this test');
  },
  readArchiveObject: () => null,
  endArchive: () => null,
  getSafetyArchive: () => null,
  getLock: () => ({ ...noLock, language: 'zh-CN' }),
  setUpLock: () => 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01',
  unlock: () => noLock,
  lockNow: () => null,
  setLockIdle: () => null,
  changeLock: () => 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01',
  turnOffLock: () => null,
  getRowKeys: () => null,
  rowsSettled: () => null,
  openVaultLock: () => null,
  getWatch: () => noWatch,
  chooseWatchFolder: () => noWatch,
  turnWatch: () => noWatch,
  takeWatchedBefore: () => noWatch,
  nextWatched: () => null,
  settleWatched: () => null,
  cleanVault: () => ({ files: 0, objects: 0, bytes: 0, rescued: 0, otherVaults: 0, backup: false }),
  findTraces: () => ({ found: {}, files: 0, bytes: 0 }),
  getMessageKeys: () => ({ on: true, keys: 'Ctrl+Shift+Space', works: true, refused: null }),
  setMessageKeys: (choice) => ({ ...choice, works: choice.on, refused: null }),
  readMessageWindow: () => ({
    shown: true,
    turn: 1,
    locked: false,
    ready: true,
    caseId: null,
    language: 'zh-CN',
  }),
  closeMessageWindow: () => null,
  copyMessage: () => null,
  openMainWindow: () => null,
} satisfies Answers;

export type FakeDesktop = {
  /** Every request with its arguments, in order. */
  readonly calls: { readonly name: RequestName; readonly args: readonly unknown[] }[];
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
};

/** The main process as the outside world of a component: records requests, answers as told, sends events. */
export function installFakeDesktop(answers: Answers = {}): FakeDesktop {
  const calls: FakeDesktop['calls'] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const table = { ...defaults, ...answers } as Record<string, (...args: unknown[]) => unknown>;
  const api = new Proxy(
    {},
    {
      get: (_target, key) => {
        const name = String(key);
        if (name.startsWith('on')) {
          return (listener: (payload: unknown) => void) => {
            const event = name.charAt(2).toLowerCase() + name.slice(3);
            const set = listeners.get(event) ?? new Set();
            listeners.set(event, set.add(listener));
            return () => set.delete(listener);
          };
        }
        return (...args: unknown[]): Promise<Reply<unknown>> => {
          calls.push({ name: name as RequestName, args });
          return Promise.resolve({ ok: true, value: table[name]?.(...args) });
        };
      },
    },
  );
  globalThis.desktop = api as DesktopApi;
  return {
    calls,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload);
    },
  };
}
