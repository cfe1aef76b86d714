import { Dexie } from 'dexie';
import { normalizeBuyerId } from '#shared/domain/buyer-id';
import {
  formatCaseNo,
  type Case,
  type CaseInput,
  type CaseStatus,
  type CaseType,
  type WaitingOn,
} from '#shared/domain/case';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { dayStamp } from '#shared/domain/shanghai-time';
import { AppError } from '#shared/errors';
import { idsInQueue } from './case-queues';
import { caseLinesOf, type LineSort } from './case-lines';
import { nextCount } from './counter-repository';
import { database } from './database';
import { deadlineTables, syncDeadlines } from './deadline-repository';
import { renameEvidenceOfCase, renameTables } from './evidence-renaming';
import { actionsOf, gateTables, passGates } from './gate-repository';
import { makeId } from './make-id';
import { followUpTables, syncFollowUp } from './reminder-repository';
import { appendEvent } from './timeline-repository';
import type { CaseQueue } from '#shared/domain/case-queue';
import type { CaseId } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';
import type { CaseRecord } from './records';

function toCase({ nextSort: _nextSort, ...item }: CaseRecord): Case {
  return item;
}

function toRecord(item: Case): CaseRecord {
  return { ...item, nextSort: item.nextActionAt ?? 0 };
}

function cleanInput({ playbook, newOrderNo, ...input }: CaseInput): CaseInput {
  const fresh = normalizeOrderNo(newOrderNo ?? '');
  if (fresh !== '' && fresh === normalizeOrderNo(input.orderNo)) throw new AppError('orderNoSame');
  return {
    ...input,
    ...(fresh === '' ? {} : { newOrderNo: fresh }),
    ...(playbook === undefined || playbook === '' ? {} : { playbook }),
    buyerId: normalizeBuyerId(input.buyerId),
    orderNo: normalizeOrderNo(input.orderNo),
    product: input.product.trim(),
    description: input.description.trim(),
    nextAction: input.nextAction.trim(),
  };
}

/** Tables that saving a case writes. */
export function caseTables() {
  const db = database();
  const more = new Set([...renameTables(), ...deadlineTables(), ...followUpTables(), ...gateTables()]);
  return [...new Set([db.cases, db.events, ...more])];
}

/**
 * Opens a case (R110) under the day's next number, with its first timeline line, deadlines and reminder in one
 * durable transaction. What is said to have happened already passes the gates as if it were recorded now; only the
 * sample shop tells a story of its own. Throws `buyerIdEmpty`, `orderNoScientific`, `orderNoSame`, `gateClosed`.
 */
export async function createCase(
  input: CaseInput,
  now: number,
  sample = false,
  override?: string,
): Promise<Case> {
  const db = database();
  const clean = cleanInput(input);
  return db.transaction('rw', caseTables(), async () => {
    const day = dayStamp(now);
    const item: Case = {
      ...clean,
      id: makeId<'case'>(now),
      caseNo: formatCaseNo(day, await nextCount(`case-${day}`)),
      status: 'open',
      typedDue: {},
      answered: {},
      sample,
      createdAt: now,
      updatedAt: now,
      closedAt: null,
      deletedAt: null,
    };
    await db.cases.add(toRecord(item));
    const { caseNo, type, playbook } = item;
    const own = playbook === undefined ? {} : { playbook };
    await appendEvent(item.id, 'caseCreated', { caseNo, type, ...own }, now);
    if (!sample) await passEvents({ ...item, events: {} }, item.events, override, now);
    await syncDeadlines(item, now);
    await syncFollowUp(item, now);
    return item;
  });
}

const loggedFields = [
  'buyerId',
  'orderNo',
  'type',
  'liability',
  'goods',
  'waitingOn',
  'nextAction',
  'nextActionAt',
  'product',
  'amountFen',
  'description',
  'platform',
  'playbook',
  'newOrderNo',
  'channel',
  'complaintChannel',
] as const;

/** Events given with a change meet the same gates as those recorded one by one. */
async function passEvents(
  before: Case,
  events: Case['events'],
  override: string | undefined,
  now: number,
): Promise<void> {
  const fresh = Object.keys(events).filter((name) => before.events[name] === undefined);
  const actions = fresh.flatMap((name) => actionsOf(before, name, {}));
  if (actions.length > 0) await passGates(before, actions, override, now);
}

/** Changes a case; each field that really changed gets its timeline line with old and new value (R121). */
export async function updateCase(id: CaseId, change: Partial<CaseInput>, now: number): Promise<Case> {
  const db = database();
  return db.transaction('rw', caseTables(), async () => {
    const before = await mustGet(id);
    await passEvents(before, change.events ?? {}, undefined, now);
    const { playbook: _playbook, newOrderNo: _newOrderNo, ...rest } = before;
    const after: Case = {
      ...rest,
      ...cleanInput({ ...before, ...change }),
      // Whoever was waited for is not any more once it is somebody else's move.
      ...(change.waitingOn === undefined || change.waitingOn === before.waitingOn
        ? {}
        : { waitingPerson: null }),
      updatedAt: now,
    };
    await putCase(after, now);
    // Evidence is named by its buyer (R21): a corrected ID takes all names and the folder along.
    if (before.buyerId !== after.buyerId) await renameEvidenceOfCase(after, before.buyerId, now);
    // Another procedure begins at its start; what was done stays done (steps carry their names over).
    if (before.type !== after.type || before.playbook !== after.playbook)
      await db.walks.update(id, { stage: null, since: {} });
    for (const field of loggedFields) {
      if (before[field] === after[field]) continue;
      await appendEvent(
        id,
        'caseEdited',
        { field, from: before[field] ?? null, to: after[field] ?? null },
        now,
      );
    }
    return after;
  });
}

/** Opens a closed case again; its clocks run on. */
export function reopenCase(id: CaseId, now: number): Promise<void> {
  return setCaseStatus(id, 'open', now);
}

/**
 * Sets a case's status and asks nothing: for the sample shop. A seller's case is closed by `closeCase` alone, which looks
 * at what is open and at the gates.
 */
export async function setCaseStatus(id: CaseId, status: CaseStatus, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', caseTables(), async () => {
    const before = await mustGet(id);
    if (before.status === status) return;
    await putCase({ ...before, status, closedAt: status === 'closed' ? now : null, updatedAt: now }, now);
    await appendEvent(id, status === 'closed' ? 'caseClosed' : 'caseReopened', {}, now);
  });
}

/** Writes a remark into a case's history. It cannot be changed afterwards. */
export async function addComment(id: CaseId, text: string, now: number): Promise<void> {
  await database().transaction('rw', [database().events], async () =>
    appendEvent(id, 'comment', { text: text.trim() }, now),
  );
}

async function mustGet(id: CaseId): Promise<Case> {
  const record = await database().cases.get(id);
  if (record === undefined) throw new AppError('notFound', { what: 'case' });
  return toCase(record);
}

/** Keeps a case with its clocks and its alarm in line. Call inside a transaction over {@link caseTables}. */
export async function putCase(item: Case, now: number): Promise<void> {
  await database().cases.put(toRecord(item));
  await syncDeadlines(item, now);
  await syncFollowUp(item, now);
}

/** One case, or undefined. */
export async function getCase(id: CaseId): Promise<Case | undefined> {
  const record = await database().cases.get(id);
  return record === undefined ? undefined : toCase(record);
}

/** The cases with these ids, in the same order; unknown ids are left out. */
export async function getCases(ids: readonly CaseId[]): Promise<Case[]> {
  const records = await database().cases.bulkGet([...ids]);
  return records.flatMap((record) => (record === undefined ? [] : [toCase(record)]));
}

export type CaseFilter = {
  readonly status: CaseStatus;
  readonly waitingOn?: WaitingOn | undefined;
  readonly type?: CaseType | undefined;
  readonly platform?: Platform | undefined;
  readonly queue?: CaseQueue | undefined;
  /** Part of buyer ID, order number, case number, product or description; case does not matter. */
  readonly text?: string | undefined;
};
export type CaseSort = LineSort;

/**
 * Ids of the cases that pass a filter, sorted: `nextSort` soonest first (those without a date at the top, R7),
 * the others newest first. Reads keys only, and text in memory, so 100 000 cases stay quick. Not inside a transaction.
 */
export async function listCaseIds(filter: CaseFilter, sort: CaseSort): Promise<CaseId[]> {
  const { cases } = database();
  const range = cases
    .where(`[status+${sort}]`)
    .between([filter.status, -Infinity], [filter.status, Infinity]);
  const ordered = sort === 'nextSort' ? range : range.reverse();
  const text = filter.text?.trim().toLowerCase() ?? '';
  const ids = text === '' ? await ordered.primaryKeys() : await findByText(filter.status, text, sort);
  const sets = await Promise.all(
    (['waitingOn', 'type', 'platform'] as const).flatMap((field) => {
      const value = filter[field];
      return value === undefined ? [] : [cases.where(field).equals(value).primaryKeys()];
    }),
  );
  const queue = filter.queue === undefined ? [] : [await idsInQueue(filter.queue)];
  return [...sets.map((keys): ReadonlySet<CaseId> => new Set(keys)), ...queue].reduce(
    (kept, keys) => kept.filter((id) => keys.has(id)),
    ids,
  );
}

async function findByText(status: CaseStatus, text: string, sort: CaseSort): Promise<CaseId[]> {
  const { cases, name } = database();
  // A live reading has to know that it depends on every case; the lines are in memory, where nobody sees that.
  await cases.where(':id').above('').limit(1).toArray();
  return Dexie.Promise.resolve(caseLinesOf(name).find(status, text, sort));
}

/** Makes the first search as quick as all others. Some milliseconds for each thousand cases, a few at a time. */
export function warmSearch(): Promise<void> {
  return caseLinesOf(database().name).warm();
}

/** How many cases are open. */
export function countOpenCases(): Promise<number> {
  return database().cases.where('[status+nextSort]').between(['open', 0], ['open', Infinity]).count();
}

/** Every open case that has no next action date (R7: a fault to be mended), and those waiting on somebody. */
export async function listOpenCases(): Promise<Case[]> {
  const records = await database()
    .cases.where('[status+nextSort]')
    .between(['open', 0], ['open', Infinity])
    .toArray();
  return records.map(toCase);
}

/** The other cases of the same buyer on the same platform, newest first (R110). */
export async function listCasesOfBuyer(platform: Platform, buyerId: string): Promise<Case[]> {
  const records = await database().cases.where('[platform+buyerId]').equals([platform, buyerId]).toArray();
  return records.map(toCase).sort((a, b) => b.createdAt - a.createdAt);
}

/** Cases of an order number. */
export async function findCasesByOrder(orderNo: string): Promise<Case[]> {
  if (orderNo === '') return [];
  return (await database().cases.where('orderNo').equals(orderNo).toArray()).map(toCase);
}

/** A case by its number, or undefined. */
export async function findCaseByNo(caseNo: string): Promise<Case | undefined> {
  const record = await database().cases.where('caseNo').equals(caseNo).first();
  return record === undefined ? undefined : toCase(record);
}
