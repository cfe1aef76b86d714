import type { AppErrorData } from '../errors';
import type { ReturnSlip } from '../domain/return-slip';
import type { TraceReport, VaultCleaning } from '../vault/cleaning';
import type { KeptBytes, KeptChanges, KeptFile } from '../vault/kept';
import type { AlarmKind } from '../domain/reminder';
import type {
  ArchiveBegin,
  ArchiveFacts,
  ArchiveFinish,
  ArchiveObjects,
  ArchivePick,
  ArchiveProgress,
  ArchiveReport,
  ArchiveTicket,
  SafetyArchive,
} from '../vault/archive-exchange';
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
} from '../vault/exchange';
import type {
  exportRequestSchema,
  lockSecretSchema,
  logEntrySchema,
  packSheetSchema,
  paperSheetSchema,
  reminderSettingsSchema,
  saveRequestSchema,
  scheduleEntrySchema,
} from './schemas';
import type { MessageKeys, MessageKeysChoice, MessageWindowState } from './message-window';
import type { SettleWatched, WatchedFile, WatchStatus } from './watch';
import type { z } from 'zod';

/**
 * THE contract between the window and the main process. Every request and event stands here once; the handler
 * table in electron/ipc/handlers.ts must be exhaustive and the preload must satisfy {@link DesktopApi}, so a
 * missing or wrong handler does not compile. Bulk bytes never travel here: they stream to and from one-time URLs.
 */

/** Which program runs the main process, and where data lives. */
export type AppInfo = {
  readonly version: string;
  readonly host: 'electron' | 'stand-in';
  /** Free bytes on the disk that holds the data, null when it cannot be told. */
  readonly freeBytes: number | null;
};

/** One alarm as main keeps it on disk. `dueAt` is epoch ms. */
export type ScheduleEntry = z.infer<typeof scheduleEntrySchema>;

/** An alarm that has rung, or was found overdue at start (`missed`). Times are epoch ms. */
export type FiredReminder = {
  readonly occurrence: string;
  readonly reminderId: string;
  /** Null for a patrol round. */
  readonly caseId: string | null;
  readonly dueAt: number;
  readonly firedAt: number;
  readonly missed: boolean;
};

/** What the seller chose about ringing. Main keeps it, because it counts before and without a window. */
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

/** The settings, and what of them this computer can do. */
export type ReminderStatus = {
  readonly settings: ReminderSettings;
  /** Epoch ms; null when alarms ring. */
  readonly pausedUntil: number | null;
  /** Without a tray closing the window quits: a hidden window nobody can bring back would be a trap. */
  readonly hasTray: boolean;
  readonly canAutostart: boolean;
};

/** A one-time address to stream one file's bytes to (HTTP PUT), relative to the page's origin. */
export type UploadTarget = { readonly url: string };

export type SaveRequest = z.infer<typeof saveRequestSchema>;
export type SaveTarget = UploadTarget & { readonly fileName: string };

export type ExportRequest = z.infer<typeof exportRequestSchema>;
export type ExportTicket = { readonly exportId: string; readonly uploads: readonly UploadTarget[] };
export type ExportReport = { readonly folderName: string; readonly written: number };

/** The app lock as the window may know it. */
export type LockStatus = {
  /** A passphrase is set. */
  readonly on: boolean;
  readonly locked: boolean;
  /** The lock's own file cannot be read: the app stays shut. */
  readonly damaged: boolean;
  /** Minutes without a touch until it locks by itself; 0 for never. */
  readonly idleMinutes: number;
  /** Seconds until the next try, 0 when it may be made now. */
  readonly waitSeconds: number;
  /** Whether the rows are sealed, or on the way there or back. */
  readonly rows: 'plain' | 'sealing' | 'sealed' | 'opening';
};
/** What opens the lock: the passphrase, or the code that was printed. */
export type LockSecret = z.infer<typeof lockSecretSchema>;
/** Keys for the window's rows, base64, given only while the app is open. `name` says which data key they are of. */
export type RowKeys = {
  readonly name: string;
  readonly state: Exclude<LockStatus['rows'], 'plain'>;
  readonly rows: string;
  readonly index: string;
};

export type LogEntry = z.infer<typeof logEntrySchema>;

/** The pages of an evidence pack's PDF, as texts and addresses of pictures. */
export type PackSheet = z.infer<typeof packSheetSchema>;

/** A sheet of plain A4 paper: what a record or list says, drawn by the hidden page. */
export type PaperSheet = z.infer<typeof paperSheetSchema>;

/** What printing ended with; `cancelled` is the seller's choice, not an error. */
export type PrintOutcome = { readonly outcome: 'done' | 'cancelled'; readonly fileName?: string };

/** Requests: name → arguments and result. */
export type Requests = {
  getAppInfo: { args: []; result: AppInfo };
  setSchedule: { args: [entries: readonly ScheduleEntry[]]; result: null };
  listFired: { args: []; result: readonly FiredReminder[] };
  acknowledgeFired: { args: [occurrences: readonly string[]]; result: null };
  getReminderStatus: { args: []; result: ReminderStatus };
  setReminderSettings: { args: [settings: ReminderSettings]; result: ReminderStatus };
  /** True: no alarms for an hour. False: ring again. */
  pauseReminders: { args: [pause: boolean]; result: ReminderStatus };
  /** The case on screen; its own alarms keep still while the window has the focus. */
  setOpenCase: { args: [caseId: string | null]; result: null };
  /** How many rung reminders nobody has looked after: the number on tray and taskbar. */
  setBadge: { args: [badge: { readonly waiting: number }]; result: null };
  chooseSaveTarget: { args: [request: SaveRequest]; result: SaveTarget | null };
  beginExport: { args: [request: ExportRequest]; result: ExportTicket | null };
  finishExport: { args: [exportId: string]; result: ExportReport };
  cancelExport: { args: [exportId: string]; result: null };
  printSlip: { args: [slip: ReturnSlip]; result: PrintOutcome };
  saveSlipPdf: { args: [slip: ReturnSlip, suggestedName: string]; result: PrintOutcome };
  /** Prints an evidence pack's pages; a one-time address (HTTP GET) of the PDF. */
  makePackPdf: { args: [sheet: PackSheet]; result: UploadTarget };
  getPackSheet: { args: [jobId: string]; result: PackSheet };
  /** Prints a sheet on A4 with the system's dialog. */
  printPaper: { args: [sheet: PaperSheet]; result: PrintOutcome };
  /** Asks where, then saves the sheet as an A4 PDF. */
  savePaperPdf: { args: [sheet: PaperSheet, suggestedName: string]; result: PrintOutcome };
  getPaperSheet: { args: [jobId: string]; result: PaperSheet };
  getPrintJob: { args: [jobId: string]; result: ReturnSlip };
  printJobReady: { args: [jobId: string, problem: string | null]; result: null };
  setLanguage: { args: [language: 'zh-CN' | 'en']; result: null };
  log: { args: [entry: LogEntry]; result: null };
  /** Asked once, when the database is open and before anything is shown of it. */
  storeOpened: { args: [facts: StoreFacts]; result: StoreAnswer };
  /** Tells the sentinel how far the database has come. */
  storeChanged: { args: [facts: StoreFacts]; result: null };
  /** Keeps the database's files as they lie, before a database that could not be read is opened again. */
  setStoreAside: { args: []; result: null };
  /** Which of these files the vault lacks, each with an address to stream it to. */
  vaultOffer: { args: [request: VaultObjectRequest]; result: VaultOffer };
  vaultAppend: { args: [request: AppendRequest]; result: AppendResult };
  getVaultStatus: { args: []; result: VaultStatus };
  verifyVault: { args: []; result: VerifyReport };
  /** The seller picks another folder in main's dialog; null when closed. */
  chooseVaultFolder: { args: []; result: VaultStatus | null };
  /** The seller picks a folder for the second vault in main's dialog; null when closed. */
  chooseBackupFolder: { args: []; result: VaultStatus | null };
  /** No second vault any more; what lies in it stays. */
  forgetBackupFolder: { args: []; result: VaultStatus };
  /** Brings the second vault up to date now. */
  backUpNow: { args: []; result: VaultStatus };
  /** Rehearses a rebuild now, without changing anything. */
  drillVault: { args: []; result: DrillReport };
  /** True: background checks and backups wait until told to go on. */
  pauseUpkeep: { args: [paused: boolean]; result: VaultStatus };
  beginRebuild: { args: [anyShop: boolean]; result: RebuildOffer };
  /** A one-time address (HTTP GET) of a file, null when it is not there. `vault`: the second one stands in. */
  readVaultObject: { args: [sha256: string, from: 'vault' | 'backup' | 'kept']; result: UploadTarget | null };
  /** Confirmed changes above this number that are only in the copy kept of the lost database. */
  readKeptChanges: { args: [storeId: string, above: number]; result: KeptChanges };
  /** Files of kept copies nobody has looked through that may be originals. */
  listKept: { args: []; result: readonly KeptFile[] };
  /** A kept file's bytes; null when it is gone, or the shop let go of it before. */
  readKept: { args: [id: string]; result: KeptBytes | null };
  /** All that was listed is here or not wanted. */
  finishKept: { args: []; result: null };
  finishRebuild: { args: [facts: StoreFacts, report: RebuildReport]; result: null };
  /** The seller gives up what is missing: the old vault is set aside under another name, nothing is deleted. */
  startEmpty: { args: []; result: null };
  /** Begins an archive or export where the seller says in main's dialog; null when closed. */
  beginArchive: { args: [request: ArchiveBegin]; result: ArchiveTicket | null };
  /** Which of these originals main cannot take from the vault, each with an address to stream it to. */
  offerArchiveObjects: {
    args: [jobId: string, objects: ArchiveObjects];
    result: { readonly uploads: readonly { readonly sha256: string; readonly url: string }[] };
  };
  addArchiveText: { args: [jobId: string, name: string]; result: UploadTarget };
  /** Packs, reads everything back, and only then gives it its name. */
  finishArchive: { args: [jobId: string, request: ArchiveFinish]; result: ArchiveReport };
  /** The seller picks an archive in main's dialog, or the copy made before the last restore is taken. */
  chooseArchive: { args: [which: 'pick' | 'safety']; result: ArchivePick | null };
  checkArchive: { args: [jobId: string, passphrase: string | null]; result: ArchiveFacts };
  readArchiveObject: { args: [jobId: string, sha256: string]; result: UploadTarget | null };
  /** Ends the making or reading of an archive; nothing half-written stays. */
  endArchive: { args: [jobId: string]; result: null };
  getSafetyArchive: { args: []; result: SafetyArchive | null };
  /** Also while locked, with the language the lock screen speaks. */
  getLock: { args: []; result: LockStatus & { readonly language: 'zh-CN' | 'en' } };
  /** @returns the recovery code, this once */
  setUpLock: { args: [passphrase: string, idleMinutes: number]; result: string };
  unlock: { args: [secret: LockSecret]; result: LockStatus };
  lockNow: { args: []; result: null };
  setLockIdle: { args: [minutes: number]; result: null };
  /** A new passphrase. @returns the new recovery code, this once */
  changeLock: { args: [secret: LockSecret, passphrase: string]; result: string };
  turnOffLock: { args: [secret: LockSecret]; result: null };
  /** Null without a lock. */
  getRowKeys: { args: []; result: RowKeys | null };
  /** Every row is sealed, or opened, as the lock wanted it. */
  rowsSettled: { args: []; result: null };
  /** The vault was written with an app lock on: makes it readable for a rebuild. */
  openVaultLock: { args: [secret: LockSecret]; result: null };
  getWatch: { args: []; result: WatchStatus };
  /** The seller picks the folder in main's dialog; closing it changes nothing. */
  chooseWatchFolder: { args: []; result: WatchStatus };
  turnWatch: { args: [on: boolean]; result: WatchStatus };
  /** Files that lay in the folder before are taken too. */
  takeWatchedBefore: { args: []; result: WatchStatus };
  /** The next complete file of the watched folder, the same until it is settled; null when there is none. */
  nextWatched: { args: []; result: WatchedFile | null };
  settleWatched: { args: [answer: SettleWatched]; result: null };
  /** After a full copy was written: old journal lines, snapshots, unused files and rescue copies go for good. */
  cleanVault: { args: []; result: VaultCleaning };
  /** Looks through the files of profile and vault for these words. */
  findTraces: { args: [words: readonly string[]]; result: TraceReport };
  getMessageKeys: { args: []; result: MessageKeys };
  /** Takes other keys for the message window. Keys another program has are not taken; those before stay. */
  setMessageKeys: { args: [choice: MessageKeysChoice]; result: MessageKeys };
  /** Asked by the message window, also while locked. */
  readMessageWindow: { args: []; result: MessageWindowState };
  closeMessageWindow: { args: []; result: null };
  /** Puts a message on the clipboard as plain text and hides the window: the seller pastes it into the chat. */
  copyMessage: { args: [text: string]; result: null };
  /** From the message window to the main one. */
  openMainWindow: { args: []; result: null };
};
export type RequestName = keyof Requests;

/** Events from main to the window: name → payload. */
export type Events = {
  reminderFired: FiredReminder;
  /** Something was shown that has a sound; the window plays it. */
  reminderSound: { readonly kind: AlarmKind };
  reminderStatus: ReminderStatus;
  /** `caseId` is null for a patrol round: then Today is shown with its round. */
  reminderClicked: { readonly caseId: string | null; readonly reminderId: string };
  /** The computer woke up or its clock jumped: countdowns must be read again. */
  clockChanged: { readonly now: number };
  watchChanged: WatchStatus;
  /** A menu entry was chosen; the name is one of the renderer's commands. */
  command: { readonly name: string };
  archiveProgress: ArchiveProgress;
  lockChanged: LockStatus;
  /** To the message window only. */
  messageWindow: MessageWindowState;
};
export type EventName = keyof Events;

/** An answer as it crosses: errors keep their code. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppErrorData };

/** `window.desktop`: verbs only, never channels. `on…` returns its unsubscribe. */
export type DesktopApi = {
  readonly [Name in RequestName]: (
    ...args: Requests[Name]['args']
  ) => Promise<Reply<Requests[Name]['result']>>;
} & {
  readonly [Name in EventName as `on${Capitalize<Name>}`]: (
    listener: (payload: Events[Name]) => void,
  ) => () => void;
};
