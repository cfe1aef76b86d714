import { followEvents, ringTimes, type Commitment, type CommitmentInput } from '#shared/domain/commitment';
import { AppError } from '#shared/errors';
import { actionsOfPromise } from '#shared/knowledge/gates/promise-actions';
import { database } from './database';
import { gateTables, passGates } from './gate-repository';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { CaseId, CommitmentId, EvidenceId } from '#shared/domain/ids';
import type { Platform } from '#shared/domain/platform';

/** Tables {@link syncCommitments} writes; a caller's transaction has to cover them. */
export function commitmentTables() {
  const { commitments, reminders } = database();
  return [commitments, reminders];
}

/**
 * Brings the promises of a case in line with it: buyer, trigger and due time, and their alarms. Promises outlive the
 * closing of their case; in a deleted one they keep still. Call inside a transaction over {@link commitmentTables}.
 */
export async function syncCommitments(item: Case, now: number): Promise<void> {
  const { commitments } = database();
  for (const old of await commitments.where('caseId').equals(item.id).toArray()) {
    const { platform, buyerId, orderNo } = item;
    const one = { ...followEvents(old, item.events), platform, buyerId, orderNo };
    if (JSON.stringify(one) !== JSON.stringify(old)) await commitments.put(one);
    await syncAlarms(one, item.deletedAt === null, now);
  }
}

async function syncAlarms(one: Commitment, rings: boolean, now: number): Promise<void> {
  const { reminders } = database();
  const old = (await reminders.where('caseId').equals(one.caseId).toArray()).filter(
    ({ commitmentId }) => commitmentId === one.id,
  );
  const wanted = rings ? ringTimes(one, now) : [];
  // One that is due but was held back (quiet hours, sleep) has not rung yet: it must not be lost by an edit.
  const held = (dueAt: number): boolean => rings && one.state === 'open' && dueAt <= now && one.dueAt !== 0;
  const stale = old.filter(
    ({ state, dueAt }) =>
      (state === 'pending' && !wanted.includes(dueAt) && !held(dueAt)) ||
      (state === 'fired' && one.state !== 'open'),
  );
  await reminders.bulkDelete(stale.map(({ id }) => id));
  const known = new Set(old.map(({ dueAt }) => dueAt));
  await reminders.bulkAdd(
    wanted
      .filter((dueAt) => !known.has(dueAt))
      .map((dueAt) => ({
        id: makeId<'reminder'>(now),
        caseId: one.caseId,
        kind: 'commitment' as const,
        text: one.text,
        dueAt,
        state: 'pending' as const,
        ruleId: null,
        leadMs: Math.max(0, one.dueAt - dueAt),
        firedAt: null,
        createdAt: now,
        sample: one.sample,
        commitmentId: one.id,
      })),
  );
}

/** After a ring: the ring before it leaves the list, and the next one is set. Call inside a transaction. */
export async function renewAlarm(id: CommitmentId, firedId: string, now: number): Promise<void> {
  const { commitments, reminders, cases } = database();
  const one = await commitments.get(id);
  if (one === undefined) return;
  const older = await reminders
    .where('caseId')
    .equals(one.caseId)
    .filter((each) => each.commitmentId === id && each.state === 'fired' && each.id !== firedId)
    .primaryKeys();
  await reminders.bulkDelete(older);
  await syncAlarms(one, (await cases.get(one.caseId))?.deletedAt === null, now);
}

type Line = Parameters<typeof appendEvent>;

/** Changes one promise, its alarms and its case's history; all or nothing. */
async function change(
  id: CommitmentId,
  now: number,
  edit: (one: Commitment, item: Case) => Partial<Commitment>,
  line: (before: Commitment, after: Commitment) => readonly [kind: Line[1], more: Line[2]],
  first: (one: Commitment, item: Case) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const db = database();
  const tables = [...commitmentTables(), ...gateTables(), db.cases, db.events];
  await db.transaction('rw', [...new Set(tables)], async () => {
    const before = await db.commitments.get(id);
    const item = before === undefined ? undefined : await db.cases.get(before.caseId);
    if (before === undefined || item === undefined) throw new AppError('notFound', { what: 'commitment' });
    await first(before, item);
    const after = followEvents({ ...before, ...edit(before, item), updatedAt: now }, item.events);
    await db.commitments.put(after);
    await syncAlarms(after, item.deletedAt === null, now);
    const [kind, more] = line(before, after);
    const facts = { promise: after.kind, text: after.text, amountFen: after.amountFen };
    await appendEvent(after.caseId, kind, { ...facts, ...more }, now);
    if (after.keptIn !== null && after.keptIn !== after.caseId)
      await appendEvent(after.keptIn, kind, { ...facts, ...more }, now);
  });
}

/** Writes a promise down in a case (R10, R12, R13, R46, R180), with its alarms and a line in the history. */
export async function addCommitment(
  caseId: CaseId,
  input: CommitmentInput,
  now: number,
): Promise<CommitmentId> {
  const db = database();
  return db.transaction('rw', [...commitmentTables(), db.cases, db.events], async () => {
    const item = await db.cases.get(caseId);
    if (item === undefined) throw new AppError('notFound', { what: 'case' });
    const { platform, buyerId, orderNo, sample } = item;
    const id = makeId<'commitment'>(now);
    const one = followEvents(
      {
        ...input,
        text: input.text.trim(),
        account: input.account.trim(),
        id,
        caseId,
        platform,
        buyerId,
        orderNo,
        triggeredAt: null,
        dueAt: 0,
        state: 'open',
        settledAt: null,
        keptByEvent: false,
        proofId: null,
        keptIn: null,
        reason: '',
        sample,
        createdAt: now,
        updatedAt: now,
      },
      item.events,
    );
    await db.commitments.add(one);
    await syncAlarms(one, true, now);
    const { kind: promise, text, amountFen } = one;
    await appendEvent(caseId, 'commitmentMade', { promise, text, amountFen }, now);
    return id;
  });
}

/**
 * The promise was kept. One of money back or of goods meets the gates of its action first (1S): throws `gateClosed`.
 * @param proofId a piece of evidence that shows it; may come later through {@link proveCommitment}
 * @param override reason typed at a closed gate
 */
export function keepCommitment(
  id: CommitmentId,
  proofId: EvidenceId | null,
  now: number,
  override?: string,
): Promise<void> {
  return change(
    id,
    now,
    () => ({ state: 'kept', settledAt: now, keptByEvent: false, proofId, keptIn: null }),
    () => ['commitmentKept', {}],
    (one, item) => passGates(item, actionsOfPromise(one, item), override, now),
  );
}

/** Adds or changes the proof of a promise that was kept. */
export function proveCommitment(id: CommitmentId, proofId: EvidenceId | null, now: number): Promise<void> {
  return change(
    id,
    now,
    () => ({ proofId }),
    () => ['commitmentProved', {}],
  );
}

/** Uses a part of a credit (fen) in a case; the rest stays open (R13). */
export function spendCredit(id: CommitmentId, usedFen: number, keptIn: CaseId, now: number): Promise<void> {
  return change(
    id,
    now,
    ({ amountFen }) => {
      if (amountFen === null || usedFen <= 0 || usedFen > amountFen) throw new AppError('invalidInput');
      return usedFen === amountFen
        ? { state: 'kept', settledAt: now, keptByEvent: false, keptIn }
        : { amountFen: amountFen - usedFen, keptIn };
    },
    (_before, after) => ['creditUsed', { usedFen, leftFen: after.state === 'kept' ? 0 : after.amountFen }],
  );
}

/** The promise is off; the reason stays with it and in the history. Throws `invalidInput` without one. */
export function cancelCommitment(id: CommitmentId, reason: string, now: number): Promise<void> {
  const why = reason.trim();
  if (why === '') return Promise.reject(new AppError('invalidInput'));
  return change(
    id,
    now,
    () => ({ state: 'cancelled', settledAt: now, reason: why }),
    () => ['commitmentCancelled', { reason: why }],
  );
}

/** Kept or cancelled by mistake: it is open again. */
export function reopenCommitment(id: CommitmentId, now: number): Promise<void> {
  return change(
    id,
    now,
    () => ({ state: 'open', settledAt: null, keptByEvent: false, keptIn: null, reason: '' }),
    () => ['commitmentReopened', {}],
  );
}

/** Sets another time: when it is due, or when to look again whether its trigger has come. */
export function moveCommitment(id: CommitmentId, at: number, now: number): Promise<void> {
  return change(
    id,
    now,
    ({ triggeredAt: came }) => (came === null ? { at } : { trigger: 'date', at, triggeredAt: null }),
    (before) => ['commitmentMoved', { dueAt: before.dueAt === 0 ? null : before.dueAt, until: at }],
  );
}

/** Every promise made in a case, open ones first, oldest first. */
export async function listCommitmentsOfCase(caseId: CaseId): Promise<Commitment[]> {
  const all = await database().commitments.where('caseId').equals(caseId).sortBy('createdAt');
  return [...all.filter(({ state }) => state === 'open'), ...all.filter(({ state }) => state !== 'open')];
}

/** The promises of a case that are still to be kept. */
export async function listOpenOfCase(caseId: CaseId): Promise<Commitment[]> {
  return (await listCommitmentsOfCase(caseId)).filter(({ state }) => state === 'open');
}

/** Every open promise, soonest first; those without a time stand in front. Those of deleted cases are left out. */
export async function listOpenCommitments(): Promise<Commitment[]> {
  const { commitments, cases } = database();
  const open = await commitments.where('[state+dueAt]').between(['open', 0], ['open', Infinity]).toArray();
  const items = await cases.bulkGet([...new Set(open.map(({ caseId }) => caseId))]);
  const live = new Set(
    items.flatMap((item) => (item === undefined || item.deletedAt !== null ? [] : [item.id])),
  );
  return open.filter(({ caseId }) => live.has(caseId));
}

/** Open promises that have a time, each with its case, closed ones among them: the rows of Today. */
export async function listDuePromises(): Promise<{ readonly one: Commitment; readonly item: Case }[]> {
  const dated = (await listOpenCommitments()).filter(({ dueAt }) => dueAt !== 0);
  const items = await database().cases.bulkGet(dated.map(({ caseId }) => caseId));
  return dated.flatMap((one, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ one, item }];
  });
}

/** The promises that reminders ring for, by id. */
export async function readPromises(
  reminders: readonly { readonly commitmentId?: CommitmentId }[],
): Promise<ReadonlyMap<string, Commitment>> {
  const ids = [...new Set(reminders.flatMap(({ commitmentId }) => commitmentId ?? []))];
  const found = await database().commitments.bulkGet(ids);
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one]])));
}

/** What a buyer may still use in any order (R13), oldest first. */
export async function listCredit(platform: Platform, buyerId: string): Promise<Commitment[]> {
  if (buyerId === '') return [];
  const all = await database()
    .commitments.where('[platform+buyerId]')
    .equals([platform, buyerId])
    .filter(({ state, trigger }) => state === 'open' && trigger === 'nextOrder')
    .sortBy('createdAt');
  return all;
}
