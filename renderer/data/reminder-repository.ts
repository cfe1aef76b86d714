import { occurrenceId, type Reminder } from '#shared/domain/reminder';
import { nextTurn } from '#shared/domain/snooze';
import { commitmentTables, renewAlarm } from './commitment-repository';
import { appendEvent } from './timeline-repository';
import { database } from './database';
import { makeId } from './make-id';
import type { Case } from '#shared/domain/case';
import type { CaseId, ReminderId } from '#shared/domain/ids';

/** Tables {@link syncFollowUp} writes. */
export function followUpTables() {
  return [database().reminders];
}

/**
 * Keeps the one follow-up alarm that mirrors a case's next action date. Call inside a transaction over
 * {@link followUpTables}.
 * @param again the seller put it off: it rings at that time even when it rang there already, before the clock was
 * set back
 */
export async function syncFollowUp(item: Case, now: number, again = false): Promise<void> {
  const { reminders } = database();
  const old = await followUpsOf(item.id);
  const dueAt = item.status === 'open' && item.deletedAt === null ? item.nextActionAt : null;
  // Also one that was seen already: an edit of the case must not make it ring a second time.
  const same = old.find((one) => one.dueAt === dueAt && (!again || one.state === 'pending'));
  await reminders.bulkDelete(old.filter((one) => one !== same).map((one) => one.id));
  if (dueAt === null) return;
  if (same !== undefined) {
    if (same.text !== item.nextAction) await reminders.update(same.id, { text: item.nextAction });
    return;
  }
  await reminders.add({
    id: makeId<'reminder'>(now),
    caseId: item.id,
    kind: 'followUp',
    text: item.nextAction,
    dueAt,
    state: 'pending',
    ruleId: null,
    leadMs: 0,
    firedAt: null,
    createdAt: now,
    sample: item.sample,
    repeatDays: repeatOf(old),
  });
}

function followUpsOf(caseId: CaseId): Promise<Reminder[]> {
  return database()
    .reminders.where('caseId')
    .equals(caseId)
    .filter((one) => one.kind === 'followUp')
    .toArray();
}

function repeatOf(reminders: readonly Reminder[]): number | null {
  return reminders.find((one) => (one.repeatDays ?? null) !== null)?.repeatDays ?? null;
}

/** Alarms still to ring, soonest first. */
export function listPendingReminders(): Promise<Reminder[]> {
  return database().reminders.where('[state+dueAt]').between(['pending', 0], ['pending', Infinity]).toArray();
}

/** Alarms that rang and wait to be done or put off, soonest first. */
export function listFiredReminders(): Promise<Reminder[]> {
  return database().reminders.where('[state+dueAt]').between(['fired', 0], ['fired', Infinity]).toArray();
}

/** The reminders of one case. */
export function listRemindersOfCase(caseId: CaseId): Promise<Reminder[]> {
  return database().reminders.where('caseId').equals(caseId).toArray();
}

/**
 * Notes that main has rung these occurrences. Telling it twice changes nothing; an occurrence that was moved or
 * done meanwhile is left alone.
 */
export async function markFired(
  fired: readonly {
    readonly occurrence: string;
    readonly reminderId: string;
    readonly firedAt: number;
    readonly missed?: boolean;
  }[],
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [...commitmentTables(), db.cases, db.events], async () => {
    for (const one of fired) {
      const reminder = await db.reminders.get(one.reminderId as ReminderId);
      if (reminder === undefined || reminder.state !== 'pending') continue;
      if (occurrenceId(reminder) !== one.occurrence) continue;
      await db.reminders.update(reminder.id, {
        state: 'fired',
        firedAt: one.firedAt,
        missed: one.missed ?? false,
      });
      if (reminder.commitmentId !== undefined) await renewAlarm(reminder.commitmentId, reminder.id, now);
      await appendEvent(
        reminder.caseId,
        'reminderFired',
        { text: reminder.text, dueAt: reminder.dueAt },
        now,
      );
    }
  });
}

/**
 * Follow-up done: the case's next action is cleared and the alarm rests. One that repeats comes back at its next
 * turn instead (R111).
 */
export async function completeFollowUp(caseId: CaseId, now: number): Promise<void> {
  await changeCase(caseId, now, 'reminderDone', async (record) => {
    const days = repeatOf(await followUpsOf(caseId));
    if (days === null) return { nextActionAt: null, nextAction: '' };
    return { nextActionAt: nextTurn(record.nextActionAt ?? now, days, now) };
  });
}

/** Puts a case's follow-up off to a later time (epoch ms). A note says what is still to be done then (R61). */
export async function snoozeFollowUp(caseId: CaseId, until: number, now: number, note = ''): Promise<void> {
  await changeCase(caseId, now, 'reminderSnoozed', () => ({ nextActionAt: until, ...noted(note) }));
}

/**
 * The case waits until the buyer replies, and at most until `safetyDate` (epoch ms): no open case may wait for ever
 * without anybody looking (R7).
 */
export async function waitForBuyer(
  caseId: CaseId,
  safetyDate: number,
  now: number,
  note = '',
): Promise<void> {
  await changeCase(caseId, now, 'reminderSnoozed', () => ({
    nextActionAt: safetyDate,
    waitingOn: 'buyer',
    ...noted(note),
  }));
}

/** A note that was typed becomes what to do next; none leaves it as it was. */
function noted(note: string): NextStep {
  return note.trim() === '' ? {} : { nextAction: note.trim() };
}

/** How long the seller has for an answer before the alarm asks for it. */
const answerWithinMs = 60 * 60 * 1000;

/** The buyer has replied: it is our move again, within the hour. */
export async function buyerReplied(caseId: CaseId, now: number): Promise<void> {
  await changeCase(caseId, now, null, () => ({ nextActionAt: now + answerWithinMs, waitingOn: 'us' }));
}

/** Every how many days a case's follow-up comes back; null when once. */
export async function readRepeat(caseId: CaseId): Promise<number | null> {
  return repeatOf(await followUpsOf(caseId));
}

/** Makes a case's follow-up come back every `days` days until the case is closed (R111); null ends that. */
export async function setRepeat(caseId: CaseId, days: number | null): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.reminders], async () => {
    for (const one of await followUpsOf(caseId)) await db.reminders.update(one.id, { repeatDays: days });
  });
}

type NextStep = Partial<Pick<Case, 'nextActionAt' | 'nextAction' | 'waitingOn'>>;

async function changeCase(
  caseId: CaseId,
  now: number,
  event: 'reminderDone' | 'reminderSnoozed' | null,
  change: (record: Case) => NextStep | Promise<NextStep>,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.reminders, db.events], async () => {
    const record = await db.cases.get(caseId);
    if (record === undefined) return;
    const step = await change(record);
    const passed = step.waitingOn !== undefined && step.waitingOn !== record.waitingOn;
    const merged = { ...record, ...step, ...(passed ? { waitingPerson: null } : {}), updatedAt: now };
    const changed = { ...merged, nextSort: merged.nextActionAt ?? 0 };
    await db.cases.put(changed);
    await syncFollowUp(changed, now, event === 'reminderSnoozed');
    if (event !== null) {
      const dates = { dueAt: record.nextActionAt, until: changed.nextActionAt };
      const text = event === 'reminderSnoozed' ? changed.nextAction : record.nextAction;
      await appendEvent(caseId, event, { text, ...dates }, now);
    }
    if (record.waitingOn !== changed.waitingOn) {
      const edit = { field: 'waitingOn', from: record.waitingOn, to: changed.waitingOn };
      await appendEvent(caseId, 'caseEdited', edit, now);
    }
  });
}

/** A rung deadline alarm was seen; it leaves the list, the deadline itself stays. */
export async function dismissReminder(id: ReminderId): Promise<void> {
  await database().reminders.update(id, { state: 'done' });
}
