import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { createHandlers } from '../ipc/handlers';
import { registerRequests } from '../ipc/register';
import { eventSender } from '../ipc/send-event';
import { setupArchives } from './archive/setup-archives';
import { readAppInfo } from './app-info';
import { registerScheme, serveApp } from './app-scheme';
import { systemClock } from './clock';
import { giveUp, type Report, reviveWindow, setupCrashReports } from './crash-report';
import { setupDataFolder } from './data-folder';
import { nativeDialogs } from './files/dialogs';
import { realDisk } from './files/disk';
import { createExports } from './files/export-tree';
import { freeBytes } from './files/free-space';
import { createTransfers } from './files/transfers';
import { createDownloads } from './files/downloads';
import { createWatchFolder } from './files/watch-folder';
import { openLedger } from './files/watch-ledger';
import { frozenNames } from './frozen-names';
import { createJournalSeal } from './lock/journal-seal';
import { setupLock } from './lock/setup-lock';
import { type Log, setupLog } from './log';
import { setupMenu, skipDefaultMenu } from './menu';
import { chooseLanguage } from './native-text';
import { type Language, openPreferences } from './preferences';
import { createPrintJobs } from './printing/print-jobs';
import { createPrinting } from './printing/print-slip';
import { setupMessageWindow } from './message-window/setup-message-window';
import { setupQuit } from './quit';
import { setupClose } from './setup-close';
import { setupReminders } from './reminders/setup-reminders';
import { hardenProcess, setupSecurity } from './security';
import { holdSingleInstance } from './single-instance';
import { removeUnfinished } from './files/unfinished';
import { setupVault } from './vault/setup-vault';
import { currentWindow, focusMainWindow, openMainWindow } from './window';

const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));
const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));
const printLimitMs = 20_000;

const dataFolder = setupDataFolder();
if (holdSingleInstance(dataFolder, focusMainWindow)) {
  const log = setupLog(dataFolder, systemClock, !app.isPackaged);
  const report = setupCrashReports(dataFolder, log);
  hardenProcess();
  registerScheme();
  skipDefaultMenu();
  app.setAppUserModelId(frozenNames.appId);
  app
    .whenReady()
    .then(() => open(log, report))
    .catch((error: unknown) => giveUp(error, report));
}

async function open(log: Log, report: Report): Promise<void> {
  await removeUnfinished(dataFolder, log);
  const preferences = await openPreferences(dataFolder, log);
  const language = () => chooseLanguage(preferences.get().language, app.getLocale());
  const send = eventSender(() => currentWindow()?.webContents ?? null);

  setupSecurity(log);
  const transfers = createTransfers(systemClock);
  const downloads = createDownloads(systemClock);
  const dialogs = nativeDialogs({ window: currentWindow, preferences, language });
  const { chooseSavePath, chooseFolder } = dialogs;
  const exports = createExports({ transfers, disk: realDisk, chooseFolder, freeBytes });
  const lock = await setupLock({
    dataFolder,
    send,
    isBusy: transfers.isBusy,
    revoke: () => {
      transfers.revoke();
      downloads.revoke();
      void exports.cancelAll();
    },
    changed: () => {
      reminders.lockChanged();
      messages.lockChanged();
    },
  });
  const seal = createJournalSeal(lock);
  const vault = await setupVault({ dataFolder, preferences, transfers, downloads, chooseFolder, seal, log });
  const watchFolder = createWatchFolder({
    ledger: await openLedger(dataFolder, log),
    downloads,
    chooseFolder: () => chooseFolder('watch'),
    changed: (status) => {
      send('watchChanged', status);
    },
    clock: systemClock,
    log,
  });
  setupQuit(() => Promise.all([preferences.flushed(), transfers.stop(), vault.close(), watchFolder.close()]));
  await serveApp(rendererFolder, transfers, downloads);
  const reminders = await setupReminders({ dataFolder, preferences, language, send, lock, log });
  const archives = await setupArchives({ dataFolder, dialogs, vault, transfers, downloads, send, lock, log });
  const printJobs = createPrintJobs(printLimitMs);
  const devTools = !app.isPackaged;
  const { messages, shortcut } = setupMessageWindow({ preload, devTools, preferences, lock, language, log });
  const handlers = createHandlers({
    appInfo: () => readAppInfo(dataFolder),
    reminders,
    chooseSavePath,
    transfers,
    exports,
    printing: createPrinting({ jobs: printJobs, preload, choosePath: chooseSavePath, downloads }),
    printJobs,
    vault,
    archives,
    lock,
    language,
    watchFolder,
    setLanguage: (chosen: Language) => {
      preferences.update({ language: chosen });
      setupMenu(chosen, send);
      reminders.refresh();
    },
    messages,
    shortcut,
    openMainWindow: focusMainWindow,
    log,
  });
  registerRequests(handlers, log, lock.isLocked);

  const hidden = reminders.startsHidden;
  const window = openMainWindow({ preload, devTools, preferences, hidden, log });
  setupClose(window, { control: reminders.control, language });
  reviveWindow(window, report, language);
  setupMenu(language(), send);
  void watchFolder.start();
  shortcut.start();
}
