import { Dexie, type EntityTable, type PromiseExtended, type Table } from 'dexie';
import { AppError } from '#shared/errors';
import { caseLinesMiddleware, dropCaseLines, keepCaseLines } from './case-lines';
import { cipherMiddleware } from './cipher/cipher-middleware';
import { frozenStores } from './frozen-stores';
import { outboxMiddleware } from './outbox/outbox-middleware';
import { undoMiddleware } from './undo/undo-middleware';
import type { DeskTask } from '#shared/domain/desk-task';
import type {
  BlobRecord,
  BuyerFolderRecord,
  CalendarYearRecord,
  CaseRecord,
  CounterRecord,
  DamageRecord,
  DeadlineRecord,
  DraftRecord,
  EvidenceRecord,
  LikenessRecord,
  PatrolRoundRecord,
  PauseRecord,
  RuleRecord,
  OutboxRecord,
  ScriptRecord,
  ScriptUseRecord,
  PlaybookRecord,
  SettingRecord,
  StagedRecord,
  StepRecord,
  ThumbRecord,
  UndoRecord,
  VaultStateRecord,
  WalkRecord,
  WrongShipmentRecord,
} from './records';
import type { Activity } from '#shared/domain/activity';
import type { BuyerProfile } from '#shared/domain/buyer';
import type { MemoJob } from '#shared/domain/memo-batch';
import type { Claim } from '#shared/domain/claim';
import type { Cost } from '#shared/domain/cost';
import type { Commitment } from '#shared/domain/commitment';
import { schemaNumber } from '#shared/schema-number';
import type { InboxItem } from '#shared/domain/inbox';
import type { Contact } from '#shared/domain/contact';
import type { Inspection } from '#shared/domain/inspection';
import type { Invoice } from '#shared/domain/invoice';
import type { OrderNote } from '#shared/domain/order-note';
import type { Order, ProductPicture } from '#shared/domain/order';
import type { Pack } from '#shared/domain/pack';
import type { Parcel } from '#shared/domain/parcel';
import type { Draw, Reward } from '#shared/domain/lucky-draw';
import type { Penalty } from '#shared/domain/penalty';
import type { Person } from '#shared/domain/person';
import type {
  QualityAction,
  QualityFeedback,
  ReportNote,
  ShopScore,
  SoldOrders,
} from '#shared/domain/report-records';
import type { ProductCard } from '#shared/domain/product-card';
import type { Review } from '#shared/domain/review';
import type { Talk } from '#shared/domain/talk';
import type { Reminder } from '#shared/domain/reminder';
import type { ReturnAddress, Shop } from '#shared/domain/shop';
import type { TimelineEvent } from '#shared/domain/timeline';
import type { Weighing } from '#shared/domain/weighing';
import type { TrashEntry } from '#shared/domain/trash';

/** Frozen for ever: another name would be another, empty database. */
export const databaseName = 'liudi';

export { schemaNumber };

export type Connection = {
  /** False only for a rebuild: what comes from the vault must not go back to it. */
  readonly mirrored?: boolean;
  /** False only where rows are sealed or opened: they are seen as they lie on the disk. */
  readonly ciphered?: boolean;
};

/** All tables. Blobs live apart from the rows that lists read; neither a Blob nor a long text is ever indexed. */
export class LiudiDatabase extends Dexie {
  declare readonly settings: EntityTable<SettingRecord, 'key'>;
  declare readonly shops: EntityTable<Shop, 'id'>;
  declare readonly addresses: EntityTable<ReturnAddress, 'id'>;
  declare readonly cases: EntityTable<CaseRecord, 'id'>;
  declare readonly events: EntityTable<TimelineEvent, 'id'>;
  declare readonly evidence: EntityTable<EvidenceRecord, 'id'>;
  declare readonly blobs: Table<BlobRecord, string>;
  declare readonly thumbs: Table<ThumbRecord, string>;
  declare readonly buyerFolders: EntityTable<BuyerFolderRecord, 'buyerId'>;
  declare readonly counters: EntityTable<CounterRecord, 'key'>;
  declare readonly wrongShipments: EntityTable<WrongShipmentRecord, 'id'>;
  declare readonly orderNotes: EntityTable<OrderNote, 'id'>;
  declare readonly deadlines: EntityTable<DeadlineRecord, 'id'>;
  declare readonly reminders: EntityTable<Reminder, 'id'>;
  declare readonly drafts: EntityTable<DraftRecord, 'key'>;
  declare readonly rules: EntityTable<RuleRecord, 'key'>;
  declare readonly calendarYears: EntityTable<CalendarYearRecord, 'year'>;
  declare readonly pauses: EntityTable<PauseRecord, 'id'>;
  declare readonly patrolRounds: EntityTable<PatrolRoundRecord, 'id'>;
  declare readonly buyers: EntityTable<BuyerProfile, 'key'>;
  declare readonly memoJobs: EntityTable<MemoJob, 'id'>;
  declare readonly scripts: EntityTable<ScriptRecord, 'id'>;
  declare readonly scriptUses: EntityTable<ScriptUseRecord, 'scriptId'>;
  declare readonly commitments: EntityTable<Commitment, 'id'>;
  declare readonly inbox: EntityTable<InboxItem, 'id'>;
  declare readonly likenesses: Table<LikenessRecord, string>;
  declare readonly weighings: EntityTable<Weighing, 'id'>;
  declare readonly parcels: EntityTable<Parcel, 'id'>;
  declare readonly costs: EntityTable<Cost, 'id'>;
  declare readonly claims: EntityTable<Claim, 'id'>;
  declare readonly damages: EntityTable<DamageRecord, 'id'>;
  declare readonly packs: EntityTable<Pack, 'id'>;
  declare readonly steps: EntityTable<StepRecord, 'id'>;
  declare readonly walks: EntityTable<WalkRecord, 'id'>;
  declare readonly playbooks: EntityTable<PlaybookRecord, 'key'>;
  declare readonly inspections: EntityTable<Inspection, 'id'>;
  declare readonly contacts: EntityTable<Contact, 'id'>;
  declare readonly people: EntityTable<Person, 'id'>;
  declare readonly soldOrders: EntityTable<SoldOrders, 'key'>;
  declare readonly reportNotes: EntityTable<ReportNote, 'key'>;
  declare readonly qualityActions: EntityTable<QualityAction, 'id'>;
  declare readonly qualityFeedbacks: EntityTable<QualityFeedback, 'id'>;
  declare readonly shopScores: EntityTable<ShopScore, 'id'>;
  declare readonly tasks: EntityTable<DeskTask, 'id'>;
  declare readonly invoices: EntityTable<Invoice, 'id'>;
  declare readonly activities: EntityTable<Activity, 'id'>;
  declare readonly products: EntityTable<ProductCard, 'id'>;
  declare readonly reviews: EntityTable<Review, 'id'>;
  declare readonly penalties: EntityTable<Penalty, 'id'>;
  declare readonly talks: EntityTable<Talk, 'id'>;
  declare readonly draws: EntityTable<Draw, 'id'>;
  declare readonly rewards: EntityTable<Reward, 'id'>;
  declare readonly orders: EntityTable<Order, 'key'>;
  declare readonly productPictures: EntityTable<ProductPicture, 'key'>;
  declare readonly outbox: Table<OutboxRecord, number>;
  declare readonly staging: Table<StagedRecord, number>;
  declare readonly vaultState: EntityTable<VaultStateRecord, 'key'>;
  declare readonly undo: Table<UndoRecord, number>;
  declare readonly trash: EntityTable<TrashEntry, 'id'>;

  #heldBack: Promise<unknown> | null = null;

  /** @param notes what this connection leaves out */
  constructor(name: string = databaseName, notes: Connection = {}) {
    // 'strict': Chromium only fsyncs a commit when asked to; a confirmed save has to survive a power cut.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const [version, stores] of Object.entries(frozenStores))
      this.version(Number(version)).stores(stores);
    // Only new tables again.
    this.version(5).stores({
      tasks: 'id, caseId',
      invoices: 'id, caseId',
      activities: 'id',
      products: 'id',
      reviews: 'id, caseId, at',
      penalties: 'id, caseId, at',
      talks: 'id, caseId',
      draws: 'id',
      rewards: 'id, at',
      orders: 'key, id, orderNo',
      productPictures: 'key',
    });
    if (notes.ciphered !== false) this.use(cipherMiddleware);
    this.use(caseLinesMiddleware);
    if (notes.mirrored !== false) this.use(outboxMiddleware);
    if (notes.mirrored !== false) this.use(undoMiddleware);
  }

  /** Lets the next opening wait; calls that need the database wait with it. */
  holdBack(until: Promise<unknown>): void {
    this.#heldBack = until;
  }

  override open(): PromiseExtended<Dexie> {
    const wait = this.#heldBack;
    if (wait === null) return super.open();
    return Dexie.Promise.resolve(wait).then(() => {
      if (this.#heldBack === wait) this.#heldBack = null;
      // It may be held back once more by now.
      return this.open();
    });
  }
}

let current: LiudiDatabase | null = null;

type Opening = {
  /** Between two tries. */
  readonly pauseMs?: number;
  /** The browser took the store away, because it is damaged or the disk is full: what waits for it may wait for ever. */
  readonly onLost?: () => void;
};

/** The open database. Throws when asked before {@link openDatabase}: that is a mistake in our code. */
export function database(): LiudiDatabase {
  if (current === null) throw new Error('The database is not open yet');
  return current;
}

/**
 * Opens the database, three tries with a pause, and refuses data written by a newer version of the app
 * (`databaseNewer`). Never deletes or recreates anything: a store that does not open may still be rescued.
 */
export async function openDatabase(
  name: string = databaseName,
  { pauseMs = 800, onLost = () => undefined }: Opening = {},
): Promise<LiudiDatabase> {
  const db = new LiudiDatabase(name);
  db.on('close', onLost);
  db.on('versionchange', () => {
    // Another, newer copy of the app wants the database: stop writing at once.
    db.close({ disableAutoOpen: true });
  });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await db.open();
      break;
    } catch (error) {
      if (attempt === 3) throw new AppError('storageUnavailable', {}, error);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  const stored = await db.settings.get('schemaNumber');
  if (typeof stored?.value === 'number' && stored.value > schemaNumber) {
    db.close({ disableAutoOpen: true });
    throw new AppError('databaseNewer', { found: stored.value, known: schemaNumber });
  }
  if (stored?.value !== schemaNumber) await db.settings.put({ key: 'schemaNumber', value: schemaNumber });
  current = db;
  keepCaseLines(db);
  return db;
}

/** Lets go of the database, so that it is nobody's while the message window is hidden. */
export function closeDatabase(): void {
  if (current !== null) dropCaseLines(current.name);
  current?.close({ disableAutoOpen: true });
  current = null;
}

/** Chromium keeps a store in use for two seconds after its last connection has gone, damaged by a full disk or not. */
const storeGraceMs = 2500;

/**
 * Opens the database again after a full disk: from then on every call on the old connection fails, and a new one
 * made at once would get the same broken store. Calls made meanwhile wait. Call only when there is room again.
 * @returns false when Chromium took the store for broken and made it anew, empty (measured, on a disk without a byte
 *   left): then nothing that waits is let in, and the page has to begin anew, which leads to the rescue
 */
export async function reopenDatabase(graceMs: number = storeGraceMs): Promise<boolean> {
  const db = database();
  const same = new Promise((resolve) => setTimeout(resolve, graceMs)).then(() => isFilled(db.name));
  db.holdBack(same.then((filled) => (filled ? undefined : new Promise(() => undefined))));
  // Closed a second time, Dexie forgets the calls that wait since the first.
  if (db.isOpen()) db.close({ disableAutoOpen: false });
  if (!(await same)) return false;
  await db.open();
  return true;
}

/** Whether this is a database that was opened before: the first thing written into one is the schema number. */
async function isFilled(name: string): Promise<boolean> {
  const probe = new LiudiDatabase(name, { mirrored: false, ciphered: false });
  try {
    await probe.open();
    return (await probe.settings.count()) > 0;
  } finally {
    probe.close();
  }
}
