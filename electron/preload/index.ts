import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, requestChannel } from '#shared/ipc/channels';
import type { DesktopApi, EventName, Events, Reply, RequestName, Requests } from '#shared/ipc/contract';

/** A verb: never rejects, because the window reads failures from the reply. */
function request<Name extends RequestName>(
  name: Name,
): (...args: Requests[Name]['args']) => Promise<Reply<Requests[Name]['result']>> {
  return async (...args) => {
    try {
      return (await ipcRenderer.invoke(requestChannel(name), ...args)) as Reply<Requests[Name]['result']>;
    } catch {
      return { ok: false, error: { code: 'unexpected', retry: false } };
    }
  };
}

/** A subscription: the IPC event object, which could reach the sender, is stripped. */
function event<Name extends EventName>(
  name: Name,
): (listener: (payload: Events[Name]) => void) => () => void {
  return (listener) => {
    const forward = (_event: unknown, payload: Events[Name]) => {
      listener(payload);
    };
    ipcRenderer.on(eventChannel(name), forward);
    return () => {
      ipcRenderer.off(eventChannel(name), forward);
    };
  };
}

const desktop = {
  getAppInfo: request('getAppInfo'),
  setSchedule: request('setSchedule'),
  listFired: request('listFired'),
  acknowledgeFired: request('acknowledgeFired'),
  getReminderStatus: request('getReminderStatus'),
  setReminderSettings: request('setReminderSettings'),
  pauseReminders: request('pauseReminders'),
  setOpenCase: request('setOpenCase'),
  setBadge: request('setBadge'),
  chooseSaveTarget: request('chooseSaveTarget'),
  beginExport: request('beginExport'),
  finishExport: request('finishExport'),
  cancelExport: request('cancelExport'),
  printSlip: request('printSlip'),
  saveSlipPdf: request('saveSlipPdf'),
  makePackPdf: request('makePackPdf'),
  getPackSheet: request('getPackSheet'),
  printPaper: request('printPaper'),
  savePaperPdf: request('savePaperPdf'),
  getPaperSheet: request('getPaperSheet'),
  getPrintJob: request('getPrintJob'),
  printJobReady: request('printJobReady'),
  setLanguage: request('setLanguage'),
  log: request('log'),
  storeOpened: request('storeOpened'),
  storeChanged: request('storeChanged'),
  setStoreAside: request('setStoreAside'),
  vaultOffer: request('vaultOffer'),
  vaultAppend: request('vaultAppend'),
  getVaultStatus: request('getVaultStatus'),
  verifyVault: request('verifyVault'),
  chooseVaultFolder: request('chooseVaultFolder'),
  chooseBackupFolder: request('chooseBackupFolder'),
  forgetBackupFolder: request('forgetBackupFolder'),
  backUpNow: request('backUpNow'),
  drillVault: request('drillVault'),
  pauseUpkeep: request('pauseUpkeep'),
  beginRebuild: request('beginRebuild'),
  readVaultObject: request('readVaultObject'),
  readKeptChanges: request('readKeptChanges'),
  listKept: request('listKept'),
  readKept: request('readKept'),
  finishKept: request('finishKept'),
  finishRebuild: request('finishRebuild'),
  startEmpty: request('startEmpty'),
  beginArchive: request('beginArchive'),
  offerArchiveObjects: request('offerArchiveObjects'),
  addArchiveText: request('addArchiveText'),
  finishArchive: request('finishArchive'),
  chooseArchive: request('chooseArchive'),
  checkArchive: request('checkArchive'),
  readArchiveObject: request('readArchiveObject'),
  endArchive: request('endArchive'),
  getSafetyArchive: request('getSafetyArchive'),
  getLock: request('getLock'),
  setUpLock: request('setUpLock'),
  unlock: request('unlock'),
  lockNow: request('lockNow'),
  setLockIdle: request('setLockIdle'),
  changeLock: request('changeLock'),
  turnOffLock: request('turnOffLock'),
  getRowKeys: request('getRowKeys'),
  rowsSettled: request('rowsSettled'),
  openVaultLock: request('openVaultLock'),
  getWatch: request('getWatch'),
  chooseWatchFolder: request('chooseWatchFolder'),
  turnWatch: request('turnWatch'),
  takeWatchedBefore: request('takeWatchedBefore'),
  nextWatched: request('nextWatched'),
  settleWatched: request('settleWatched'),
  cleanVault: request('cleanVault'),
  findTraces: request('findTraces'),
  getMessageKeys: request('getMessageKeys'),
  setMessageKeys: request('setMessageKeys'),
  readMessageWindow: request('readMessageWindow'),
  closeMessageWindow: request('closeMessageWindow'),
  copyMessage: request('copyMessage'),
  openMainWindow: request('openMainWindow'),
  onReminderFired: event('reminderFired'),
  onReminderClicked: event('reminderClicked'),
  onReminderSound: event('reminderSound'),
  onReminderStatus: event('reminderStatus'),
  onClockChanged: event('clockChanged'),
  onWatchChanged: event('watchChanged'),
  onCommand: event('command'),
  onArchiveProgress: event('archiveProgress'),
  onLockChanged: event('lockChanged'),
  onMessageWindow: event('messageWindow'),
} satisfies DesktopApi;

contextBridge.exposeInMainWorld('desktop', desktop);
