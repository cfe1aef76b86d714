import type { RequestName } from '#shared/ipc/contract';
import { frozenNames } from '../main/frozen-names';
import type { WindowRole } from '../main/window-roles';

/** Who asks. `frame` is null when it navigated away or was destroyed meanwhile. */
export type Sender = {
  readonly windowId: number;
  readonly role: WindowRole | null;
  readonly frame: { readonly origin: string; readonly isTop: boolean } | null;
};

/** Which window may ask for what; a request missing here does not compile. */
const allowedRole: Readonly<Record<RequestName, readonly WindowRole[]>> = {
  getAppInfo: ['main'],
  setSchedule: ['main'],
  listFired: ['main'],
  acknowledgeFired: ['main'],
  getReminderStatus: ['main'],
  setReminderSettings: ['main'],
  pauseReminders: ['main'],
  setOpenCase: ['main'],
  setBadge: ['main'],
  chooseSaveTarget: ['main'],
  beginExport: ['main'],
  finishExport: ['main'],
  cancelExport: ['main'],
  printSlip: ['main'],
  saveSlipPdf: ['main'],
  makePackPdf: ['main'],
  getPackSheet: ['print'],
  printPaper: ['main'],
  savePaperPdf: ['main'],
  getPaperSheet: ['print'],
  getPrintJob: ['print'],
  printJobReady: ['print'],
  setLanguage: ['main'],
  log: ['main', 'print', 'message'],
  storeOpened: ['main'],
  storeChanged: ['main'],
  setStoreAside: ['main'],
  vaultOffer: ['main'],
  vaultAppend: ['main'],
  getVaultStatus: ['main'],
  verifyVault: ['main'],
  chooseVaultFolder: ['main'],
  chooseBackupFolder: ['main'],
  forgetBackupFolder: ['main'],
  backUpNow: ['main'],
  drillVault: ['main'],
  pauseUpkeep: ['main'],
  beginRebuild: ['main'],
  readVaultObject: ['main'],
  readKeptChanges: ['main'],
  listKept: ['main'],
  readKept: ['main'],
  finishKept: ['main'],
  finishRebuild: ['main'],
  startEmpty: ['main'],
  beginArchive: ['main'],
  offerArchiveObjects: ['main'],
  addArchiveText: ['main'],
  finishArchive: ['main'],
  chooseArchive: ['main'],
  checkArchive: ['main'],
  readArchiveObject: ['main'],
  endArchive: ['main'],
  getSafetyArchive: ['main'],
  getLock: ['main'],
  setUpLock: ['main'],
  unlock: ['main'],
  lockNow: ['main'],
  setLockIdle: ['main'],
  changeLock: ['main'],
  turnOffLock: ['main'],
  getRowKeys: ['main', 'message'],
  rowsSettled: ['main'],
  openVaultLock: ['main'],
  getWatch: ['main'],
  chooseWatchFolder: ['main'],
  turnWatch: ['main'],
  takeWatchedBefore: ['main'],
  nextWatched: ['main'],
  settleWatched: ['main'],
  cleanVault: ['main'],
  findTraces: ['main'],
  getMessageKeys: ['main'],
  setMessageKeys: ['main'],
  readMessageWindow: ['message'],
  closeMessageWindow: ['message'],
  copyMessage: ['message'],
  openMainWindow: ['message'],
};

/** Only the top frame of one of our windows, on our origin, and only what that window is for (A1, item 17). */
export function maySend(sender: Sender, name: RequestName): boolean {
  return (
    sender.role !== null &&
    allowedRole[name].includes(sender.role) &&
    sender.frame !== null &&
    sender.frame.isTop &&
    sender.frame.origin === frozenNames.origin
  );
}
