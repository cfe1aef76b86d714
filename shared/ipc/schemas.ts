import { z } from 'zod';
import { alarmKinds } from '../domain/reminder';
import { slipPapers } from '../domain/return-slip';
import {
  appendRequestSchema,
  rebuildReportSchema,
  storeFactsSchema,
  vaultObjectRequestSchema,
} from '../vault/exchange';
import {
  archiveBeginSchema,
  archiveFinishSchema,
  archiveObjectsSchema,
  archiveTextNameSchema,
} from '../vault/archive-exchange';
import { messageKeysRequestSchema, messageTextSchema } from './message-window';
import { settleWatchedSchema } from './watch';
import type { RequestName } from './contract';

const shortText = z.string().max(300);
const longText = z.string().max(4000);
const instant = z.number().int().min(0).max(8_640_000_000_000_000);
const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

export const scheduleEntrySchema = z.strictObject({
  /** `reminderId@dueAt`: moving a reminder makes a new occurrence. */
  occurrence: shortText,
  reminderId: z.union([ulid, z.enum(['patrol:pending', 'patrol:reviews'])]),
  /** Null for a patrol round, which belongs to no case. */
  caseId: ulid.nullable(),
  dueAt: instant,
  title: shortText,
  body: longText,
  /** Missing in schedules stored by the first version. */
  kind: z.enum(alarmKinds).default('followUp'),
  /**
   * When the deadline it rings for is over: for the countdown, and for whether it may wait for the morning. Of a
   * patrol round: when the next one takes its place, after which nobody is told of it any more.
   */
  endsAt: instant.nullable().default(null),
});

const minuteOfDay = z.number().int().min(0).max(1439);

export const quietHoursSchema = z.strictObject({ on: z.boolean(), from: minuteOfDay, to: minuteOfDay });
/** Settings stored by an older version know two kinds only. */
export const soundsSchema = z.strictObject({
  followUp: z.boolean(),
  deadline: z.boolean(),
  commitment: z.boolean().default(true),
  patrol: z.boolean().default(true),
});
export const closeToSchema = z.enum(['ask', 'tray', 'quit']);

export const reminderSettingsSchema = z.strictObject({
  quiet: quietHoursSchema,
  sounds: soundsSchema,
  closeTo: closeToSchema,
  autostart: z.boolean(),
});

/** A bare file name: main decides the folder through its own dialog, and cleans the name again. */
const fileName = z.string().min(1).max(255);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const saveRequestSchema = z.strictObject({
  suggestedName: fileName,
  kind: z.enum(['original', 'csv', 'xlsx', 'image', 'json', 'ics', 'pdf', 'zip', 'text']),
});

export const exportRequestSchema = z.strictObject({
  /** Name of the folder main makes inside the one the seller picks. */
  rootName: fileName,
  files: z
    .array(
      z.strictObject({
        /** Empty for the new folder itself. */
        folder: z.string().max(255),
        name: fileName,
        size: z.number().int().min(0),
        sha256,
      }),
    )
    .max(200_000),
  manifest: z.string().max(64_000_000),
});

export const logEntrySchema = z.strictObject({
  level: z.enum(['info', 'warn', 'error']),
  /** Where it happened and what, without personal data. */
  message: z.string().max(2000),
});

export const slipSchema = z.strictObject({
  paper: z.enum(slipPapers),
  language: z.enum(['zh-CN', 'en']),
  caseNo: shortText,
  buyerId: shortText,
  orderNo: shortText,
  product: shortText,
  handling: shortText,
  recipient: shortText,
  phone: shortText,
  address: z.string().max(600),
  carriers: shortText,
  lastDay: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  extra: z.string().max(600),
});

/** Long enough for a sentence; more would only keep scrypt busy. */
const secretText = z.string().min(1).max(200);
/** A new passphrase. */
const passphrase = z.string().min(8).max(200);
/** Minutes without a touch until the app locks by itself; 0 for never. */
export const idleChoices = [0, 1, 3, 5, 10, 15, 30, 60] as const;
const idleMinutes = z.union(idleChoices.map((minutes) => z.literal(minutes)));

export const lockSecretSchema = z.strictObject({
  kind: z.enum(['passphrase', 'recovery']),
  text: secretText,
});

const blobUrl = z.string().regex(/^blob:[^\s"'<>]{1,300}$/);

/** Everything on the pages of an evidence pack's PDF, already masked and in the pack's language. */
export const packSheetSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  title: shortText,
  facts: z.array(z.tuple([shortText, longText])).max(60),
  sections: z.array(z.strictObject({ title: shortText, lines: z.array(longText).max(2000) })).max(12),
  contactTitle: shortText,
  /** `source`: a picture the window holds in memory; null where none can be shown. */
  pictures: z
    .array(
      z.strictObject({
        source: blobUrl.nullable(),
        name: shortText,
        caption: longText,
        sha256,
      }),
    )
    .max(500),
  foot: longText,
});

/** A sheet of plain A4 paper: facts, a table, remarks. Already masked and in the paper's language. */
export const paperSheetSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  title: shortText,
  facts: z.array(z.tuple([shortText, longText])).max(60),
  tables: z
    .array(
      z.strictObject({
        title: shortText,
        head: z.array(shortText).min(1).max(12),
        rows: z.array(z.array(longText).max(12)).max(2000),
      }),
    )
    .max(12),
  notes: z.array(longText).max(60),
  foot: longText,
});

const none = z.tuple([]);
const jobId = z.string().regex(/^[0-9a-f-]{36}$/);

/** One check of the arguments per request; a request without one does not compile. */
export const requestSchemas = {
  getAppInfo: none,
  setSchedule: z.tuple([z.array(scheduleEntrySchema).max(20_000)]),
  listFired: none,
  acknowledgeFired: z.tuple([z.array(shortText).max(20_000)]),
  getReminderStatus: none,
  setReminderSettings: z.tuple([reminderSettingsSchema]),
  pauseReminders: z.tuple([z.boolean()]),
  setOpenCase: z.tuple([ulid.nullable()]),
  setBadge: z.tuple([z.strictObject({ waiting: z.number().int().min(0).max(1_000_000) })]),
  chooseSaveTarget: z.tuple([saveRequestSchema]),
  beginExport: z.tuple([exportRequestSchema]),
  finishExport: z.tuple([jobId]),
  cancelExport: z.tuple([jobId]),
  printSlip: z.tuple([slipSchema]),
  saveSlipPdf: z.tuple([slipSchema, fileName]),
  makePackPdf: z.tuple([packSheetSchema]),
  printPaper: z.tuple([paperSheetSchema]),
  savePaperPdf: z.tuple([paperSheetSchema, fileName]),
  getPaperSheet: z.tuple([jobId]),
  getPrintJob: z.tuple([jobId]),
  getPackSheet: z.tuple([jobId]),
  printJobReady: z.tuple([jobId, z.string().max(500).nullable()]),
  setLanguage: z.tuple([z.enum(['zh-CN', 'en'])]),
  log: z.tuple([logEntrySchema]),
  storeOpened: z.tuple([storeFactsSchema]),
  storeChanged: z.tuple([storeFactsSchema]),
  setStoreAside: none,
  vaultOffer: z.tuple([vaultObjectRequestSchema]),
  vaultAppend: z.tuple([appendRequestSchema]),
  getVaultStatus: none,
  verifyVault: none,
  chooseVaultFolder: none,
  chooseBackupFolder: none,
  forgetBackupFolder: none,
  backUpNow: none,
  drillVault: none,
  pauseUpkeep: z.tuple([z.boolean()]),
  beginRebuild: z.tuple([z.boolean()]),
  readVaultObject: z.tuple([sha256, z.enum(['vault', 'backup', 'kept'])]),
  readKeptChanges: z.tuple([storeFactsSchema.shape.storeId, storeFactsSchema.shape.headSeq]),
  listKept: none,
  readKept: z.tuple([z.string().max(64)]),
  finishKept: none,
  finishRebuild: z.tuple([storeFactsSchema, rebuildReportSchema]),
  startEmpty: none,
  beginArchive: z.tuple([archiveBeginSchema]),
  offerArchiveObjects: z.tuple([jobId, archiveObjectsSchema]),
  addArchiveText: z.tuple([jobId, archiveTextNameSchema]),
  finishArchive: z.tuple([jobId, archiveFinishSchema]),
  chooseArchive: z.tuple([z.enum(['pick', 'safety'])]),
  checkArchive: z.tuple([jobId, z.string().max(1000).nullable()]),
  readArchiveObject: z.tuple([jobId, sha256]),
  endArchive: z.tuple([jobId]),
  getSafetyArchive: none,
  getLock: none,
  setUpLock: z.tuple([passphrase, idleMinutes]),
  unlock: z.tuple([lockSecretSchema]),
  lockNow: none,
  setLockIdle: z.tuple([idleMinutes]),
  changeLock: z.tuple([lockSecretSchema, passphrase]),
  turnOffLock: z.tuple([lockSecretSchema]),
  getRowKeys: none,
  rowsSettled: none,
  openVaultLock: z.tuple([lockSecretSchema]),
  getWatch: none,
  chooseWatchFolder: none,
  turnWatch: z.tuple([z.boolean()]),
  takeWatchedBefore: none,
  nextWatched: none,
  settleWatched: z.tuple([settleWatchedSchema]),
  cleanVault: none,
  findTraces: z.tuple([z.array(z.string().min(1).max(300)).max(1000)]),
  getMessageKeys: none,
  setMessageKeys: z.tuple([messageKeysRequestSchema]),
  readMessageWindow: none,
  closeMessageWindow: none,
  copyMessage: z.tuple([messageTextSchema]),
  openMainWindow: none,
} satisfies Record<RequestName, z.ZodType>;
