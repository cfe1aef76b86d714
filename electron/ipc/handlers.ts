import type { AppInfo, RequestName, Requests } from '#shared/ipc/contract';
import type { ArchiveService } from '../main/archive/archive-service';
import type { Exports } from '../main/files/export-tree';
import { type ChooseSavePath, openSaveTarget } from '../main/files/save-target';
import type { WatchFolder } from '../main/files/watch-folder';
import type { Transfers } from '../main/files/transfers';
import type { AppLock } from '../main/lock/app-lock';
import type { Log } from '../main/log';
import type { MessageWindow } from '../main/message-window/message-window';
import type { Shortcut } from '../main/message-window/shortcut';
import type { Language } from '../main/preferences';
import type { PrintJobs } from '../main/printing/print-jobs';
import type { Printing } from '../main/printing/print-slip';
import type { Reminders } from '../main/reminders/setup-reminders';
import type { SetUpVault } from '../main/vault/setup-vault';

/** The window a request came from. */
export type Caller = { readonly windowId: number };

/** One handler per request; a missing or wrong one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    caller: Caller,
    ...args: Requests[Name]['args']
  ) => Requests[Name]['result'] | Promise<Requests[Name]['result']>;
};

/** What the handlers lead to. */
export type HandlerParts = {
  readonly appInfo: () => Promise<AppInfo>;
  readonly reminders: Reminders;
  readonly chooseSavePath: ChooseSavePath;
  readonly transfers: Transfers;
  readonly exports: Exports;
  readonly printing: Printing;
  readonly printJobs: PrintJobs;
  readonly vault: SetUpVault;
  readonly archives: ArchiveService;
  readonly lock: AppLock;
  /** Language of what main shows. */
  readonly language: () => Language;
  readonly watchFolder: WatchFolder;
  readonly setLanguage: (language: Language) => void;
  readonly messages: MessageWindow;
  readonly shortcut: Shortcut;
  readonly openMainWindow: () => void;
  readonly log: Log;
};

/** The table of all requests. Arguments were checked by electron/ipc/answer.ts. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { reminders, transfers, exports, printing, printJobs, vault, archives, lock, watchFolder, log } =
    parts;
  const { messages, shortcut } = parts;
  const { alarm, control } = reminders;
  return {
    getAppInfo: () => parts.appInfo(),
    setSchedule: (_caller, entries) => done(alarm.setSchedule(entries)),
    listFired: () => alarm.listFired(),
    acknowledgeFired: (_caller, occurrences) => done(alarm.acknowledge(occurrences)),
    getReminderStatus: () => control.status(),
    setReminderSettings: (_caller, settings) => control.change(settings),
    pauseReminders: (_caller, pause) => control.pause(pause),
    setOpenCase: (_caller, caseId) => {
      reminders.setOpenCase(caseId);
      messages.setOpenCase(caseId);
      return null;
    },
    setBadge: (_caller, { waiting }) => {
      reminders.setBadge(waiting);
      return null;
    },
    chooseSaveTarget: (_caller, request) => openSaveTarget(request, parts.chooseSavePath, transfers),
    beginExport: (_caller, request) => exports.begin(request),
    finishExport: (_caller, exportId) => exports.finish(exportId),
    cancelExport: (_caller, exportId) => done(exports.cancel(exportId)),
    printSlip: (_caller, slip) => printing.printSlip(slip),
    saveSlipPdf: (_caller, slip, suggestedName) => printing.saveSlipPdf(slip, suggestedName),
    makePackPdf: (_caller, sheet) => printing.makePackPdf(sheet),
    printPaper: (_caller, sheet) => printing.printPaper(sheet),
    savePaperPdf: (_caller, sheet, suggestedName) => printing.savePaperPdf(sheet, suggestedName),
    getPaperSheet: ({ windowId }, jobId) => printJobs.read(windowId, jobId, 'paper').sheet,
    getPrintJob: ({ windowId }, jobId) => printJobs.read(windowId, jobId, 'slip').slip,
    getPackSheet: ({ windowId }, jobId) => printJobs.read(windowId, jobId, 'pack').pack,
    printJobReady: ({ windowId }, jobId, problem) => {
      printJobs.settle(windowId, jobId, problem);
      return null;
    },
    setLanguage: (_caller, language) => {
      parts.setLanguage(language);
      return null;
    },
    log: (_caller, { level, message }) => {
      log(level, `window: ${message}`);
      return null;
    },
    storeOpened: async (_caller, facts) => {
      const answer = await vault.storeOpened(facts);
      messages.setReady(answer.mode !== 'rescue');
      return answer;
    },
    storeChanged: (_caller, facts) => done(vault.storeChanged(facts)),
    setStoreAside: () => done(vault.setStoreAside()),
    vaultOffer: (_caller, request) => vault.offer(request),
    vaultAppend: (_caller, request) => vault.append(request),
    getVaultStatus: () => vault.status(),
    verifyVault: () => vault.verify(),
    chooseVaultFolder: () => vault.chooseFolder(),
    chooseBackupFolder: () => vault.chooseBackup(),
    forgetBackupFolder: () => vault.forgetBackup(),
    backUpNow: () => vault.backUp(),
    drillVault: () => vault.drill(),
    pauseUpkeep: (_caller, paused) => vault.pauseUpkeep(paused),
    beginRebuild: (_caller, anyShop) => vault.beginRebuild(anyShop),
    readVaultObject: (_caller, sha256, from) => vault.readObject(sha256, from),
    readKeptChanges: (_caller, storeId, above) => vault.kept.changes(storeId, above),
    listKept: () => vault.kept.list(),
    readKept: (_caller, id) => vault.kept.read(id),
    finishKept: () => done(vault.kept.finish()),
    finishRebuild: (_caller, facts, report) => done(vault.finishRebuild(facts, report)),
    startEmpty: () => done(vault.startEmpty()),
    beginArchive: (_caller, request) => archives.begin(request),
    offerArchiveObjects: (_caller, jobId, objects) => archives.offer(jobId, objects),
    addArchiveText: (_caller, jobId, name) => archives.addText(jobId, name),
    finishArchive: (_caller, jobId, request) => archives.finish(jobId, request),
    chooseArchive: (_caller, which) => archives.choose(which),
    checkArchive: (_caller, jobId, passphrase) => archives.check(jobId, passphrase),
    readArchiveObject: (_caller, jobId, sha256) => archives.readObject(jobId, sha256),
    endArchive: (_caller, jobId) => done(archives.end(jobId)),
    getSafetyArchive: () => archives.latestSafety(),
    getLock: () => ({ ...lock.status(), language: parts.language() }),
    setUpLock: (_caller, passphrase, idleMinutes) => lock.setUp(passphrase, idleMinutes),
    unlock: async (_caller, secret) => {
      await lock.unlock(secret);
      return lock.status();
    },
    lockNow: () => {
      lock.lock();
      return null;
    },
    setLockIdle: (_caller, minutes) => done(lock.setIdleMinutes(minutes)),
    changeLock: (_caller, secret, passphrase) => lock.change(secret, passphrase),
    turnOffLock: (_caller, secret) => done(lock.turnOff(secret)),
    getRowKeys: async () => {
      const keys = lock.rowKeys();
      await vault.beforeRows();
      return keys;
    },
    rowsSettled: async () => {
      await lock.rowsSettled();
      if (!lock.isOn()) await vault.copyAnew();
      return null;
    },
    openVaultLock: (_caller, secret) => done(vault.openLock(secret)),
    getWatch: () => watchFolder.status(),
    chooseWatchFolder: () => watchFolder.choose(),
    turnWatch: (_caller, on) => watchFolder.turn(on),
    takeWatchedBefore: () => watchFolder.takeBefore(),
    nextWatched: () => watchFolder.next(),
    settleWatched: (_caller, answer) => {
      watchFolder.settle(answer);
      return null;
    },
    cleanVault: () => vault.clean(),
    findTraces: (_caller, words) => vault.findTraces(words),
    getMessageKeys: () => shortcut.status(),
    setMessageKeys: (_caller, choice) => shortcut.change(choice),
    readMessageWindow: () => messages.state(),
    closeMessageWindow: () => {
      messages.hide();
      return null;
    },
    copyMessage: (_caller, text) => done(messages.copy(text)),
    openMainWindow: () => {
      messages.hide();
      parts.openMainWindow();
      return null;
    },
  };
}

async function done(work: Promise<void>): Promise<null> {
  await work;
  return null;
}
