import { occurrenceId, type Reminder } from '#shared/domain/reminder';
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
 */
export async function syncFollowUp(item: Case, now: number): Promise<void> {
  const { reminders } = database();
  const old = await reminders
    .where('caseId')
    .equals(item.id)
    .filter((one) => one.kind === 'followUp' && one.state !== 'done')
    .toArray();
  const dueAt = item.status === 'open' && item.deletedAt === null ? item.nextActionAt : null;
  const same = old.find((one) => one.dueAt === dueAt);
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
  });
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
  fired: readonly { readonly occurrence: string; readonly reminderId: string; readonly firedAt: number }[],
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.reminders, db.events], async () => {
    for (const one of fired) {
      const reminder = await db.reminders.get(one.reminderId as ReminderId);
      if (reminder === undefined || reminder.state !== 'pending') continue;
      if (occurrenceId(reminder) !== one.occurrence) continue;
      await db.reminders.update(reminder.id, { state: 'fired', firedAt: one.firedAt });
      await appendEvent(
        reminder.caseId,
        'reminderFired',
        { text: reminder.text, dueAt: reminder.dueAt },
        now,
      );
    }
  });
}

/** Follow-up done: the case's next action is cleared and the alarm rests. */
export async function completeFollowUp(caseId: CaseId, now: number): Promise<void> {
  await moveFollowUp(caseId, null, now);
}

/** Puts a case's follow-up off to a later time (epoch ms). */
export async function snoozeFollowUp(caseId: CaseId, until: number, now: number): Promise<void> {
  await moveFollowUp(caseId, until, now);
}

async function moveFollowUp(caseId: CaseId, until: number | null, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.cases, db.reminders, db.events], async () => {
    const record = await db.cases.get(caseId);
    if (record === undefined) return;
    const changed = {
      ...record,
      nextActionAt: until,
      nextSort: until ?? 0,
      nextAction: until === null ? '' : record.nextAction,
      updatedAt: now,
    };
    await db.cases.put(changed);
    await syncFollowUp(changed, now);
    const kind = until === null ? 'reminderDone' : 'reminderSnoozed';
    await appendEvent(caseId, kind, { text: record.nextAction, dueAt: record.nextActionAt, until }, now);
  });
}

/** A rung deadline alarm was seen; it leaves the list, the deadline itself stays. */
export async function dismissReminder(id: ReminderId): Promise<void> {
  await database().reminders.update(id, { state: 'done' });
}
