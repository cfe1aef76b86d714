import { day, freshDatabase, hour, minute, noon, readAll } from './fresh-database';
import { describe, expect, test } from 'vitest';
import {
  createCase,
  getCase,
  listCaseIds,
  setCaseStatus,
  updateCase,
} from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import {
  completeFollowUp,
  dismissReminder,
  listFiredReminders,
  listPendingReminders,
  listRemindersOfCase,
  markFired,
  snoozeFollowUp,
} from '../../renderer/data/reminder-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { occurrenceId, type Reminder } from '#shared/domain/reminder';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const followUp = (at: number | null, text = '给买家打电话') =>
  createCase(makeCaseInput({ nextActionAt: at, nextAction: text }), noon);

function rung(reminder: Reminder | undefined) {
  if (reminder === undefined) throw new Error('no reminder');
  return [{ occurrence: occurrenceId(reminder), reminderId: reminder.id, firedAt: reminder.dueAt }];
}

describe('a follow-up', () => {
  test('R7 R111 a next action date sets one alarm with what to do', async () => {
    const item = await followUp(noon + hour);
    expect(await listPendingReminders()).toMatchObject([
      {
        caseId: item.id,
        kind: 'followUp',
        text: '给买家打电话',
        dueAt: noon + hour,
        state: 'pending',
        leadMs: 0,
      },
    ]);
  });

  test('R7 no date, no alarm', async () => {
    await followUp(null);
    expect(await listPendingReminders()).toEqual([]);
  });

  test('R111 moving the date moves the alarm: there is never a second one', async () => {
    const item = await followUp(noon + hour);
    await updateCase(item.id, { nextActionAt: noon + 3 * hour }, noon + 1);
    await updateCase(item.id, { nextAction: '改成发短信' }, noon + 2);
    expect(await listPendingReminders()).toMatchObject([{ dueAt: noon + 3 * hour, text: '改成发短信' }]);
    expect(await listRemindersOfCase(item.id)).toHaveLength(1);
    await updateCase(item.id, { nextActionAt: null }, noon + 3);
    expect(await listRemindersOfCase(item.id)).toEqual([]);
  });

  test('alarms come soonest first', async () => {
    for (const hours of [5, 1, 3]) await followUp(noon + hours * hour);
    expect((await listPendingReminders()).map((one) => (one.dueAt - noon) / hour)).toEqual([1, 3, 5]);
  });

  test('R111 an alarm that rang is noted once, however often main tells it', async () => {
    const item = await followUp(noon + hour);
    const told = rung((await listPendingReminders())[0]);
    await markFired(told, noon + hour);
    const after = await readAll();
    await markFired(told, noon + 2 * hour);
    await markFired([...told, ...told], noon + 3 * hour);
    expect(await readAll()).toEqual(after);
    expect(await listFiredReminders()).toMatchObject([{ state: 'fired', firedAt: noon + hour }]);
    expect((await listEvents(item.id)).filter((one) => one.kind === 'reminderFired')).toHaveLength(1);
  });

  test('a ring that main tells after the alarm was moved, done or removed changes nothing', async () => {
    const moved = await followUp(noon + hour);
    const oldRing = rung((await listRemindersOfCase(moved.id))[0]);
    await snoozeFollowUp(moved.id, noon + 5 * hour, noon + 1);
    const before = await readAll();
    await markFired(oldRing, noon + hour);
    await markFired([{ occurrence: 'gone@1', reminderId: 'gone', firedAt: noon }], noon);
    expect(await readAll()).toEqual(before);
    expect(await listPendingReminders()).toMatchObject([{ dueAt: noon + 5 * hour }]);
  });

  test('a ring of the old time does not count for an alarm that was set to another time', async () => {
    await followUp(noon + hour);
    const [reminder] = await listPendingReminders();
    const told = rung(reminder);
    await database().reminders.update(told[0]?.reminderId as Reminder['id'], { dueAt: noon + 5 * hour });
    await markFired(told, noon + hour);
    expect(await listPendingReminders()).toMatchObject([{ dueAt: noon + 5 * hour, state: 'pending' }]);
  });

  test('R111 snoozing makes a new occurrence that rings again', async () => {
    const item = await followUp(noon + hour);
    const [first] = await listPendingReminders();
    await markFired(rung(first), noon + hour);
    await snoozeFollowUp(item.id, noon + day, noon + hour + minute);
    const [second, ...others] = await listPendingReminders();
    expect(others).toEqual([]);
    expect(second).toMatchObject({ dueAt: noon + day, firedAt: null, text: '给买家打电话' });
    if (first === undefined || second === undefined) throw new Error('no reminder');
    expect(occurrenceId(second)).not.toBe(occurrenceId(first));
    expect(await listFiredReminders()).toEqual([]);
    expect(await getCase(item.id)).toMatchObject({ nextActionAt: noon + day, nextAction: '给买家打电话' });
    expect((await listEvents(item.id)).at(-1)).toMatchObject({
      kind: 'reminderSnoozed',
      data: { dueAt: noon + hour, until: noon + day },
    });
  });

  test('R111 put off to a time at which it rang already, because the clock was set back: it rings there again', async () => {
    const item = await followUp(noon + hour);
    const [first] = await listPendingReminders();
    if (first === undefined) throw new Error('no reminder');
    await markFired(rung(first), noon + hour);
    await snoozeFollowUp(item.id, noon + hour, noon + minute);
    const [again, ...others] = await listRemindersOfCase(item.id);
    expect(others).toEqual([]);
    expect(again).toMatchObject({ dueAt: noon + hour, state: 'pending' });
    expect(again && occurrenceId(again)).not.toBe(occurrenceId(first));
  });

  test('R111 done clears the next action and leaves a line', async () => {
    const item = await followUp(noon + hour);
    await completeFollowUp(item.id, noon + minute);
    expect(await getCase(item.id)).toMatchObject({ nextActionAt: null, nextAction: '' });
    expect(await listPendingReminders()).toEqual([]);
    expect((await listEvents(item.id)).at(-1)).toMatchObject({
      kind: 'reminderDone',
      data: { text: '给买家打电话', dueAt: noon + hour, until: null },
    });
  });

  test('R7 a case without a next date is put where the list shows it first', async () => {
    const item = await followUp(noon + hour);
    await completeFollowUp(item.id, noon);
    const other = await followUp(noon + minute);
    expect(await listCaseIds({ status: 'open' }, 'nextSort')).toEqual([item.id, other.id]);
  });

  test('a closed case does not ring', async () => {
    const item = await followUp(noon + hour);
    await setCaseStatus(item.id, 'closed', noon);
    expect(await listPendingReminders()).toEqual([]);
  });

  test('a dismissed alarm leaves the list of those that rang', async () => {
    await followUp(noon + hour);
    const told = rung((await listPendingReminders())[0]);
    await markFired(told, noon + hour);
    await dismissReminder(told[0]?.reminderId as Reminder['id']);
    expect(await listFiredReminders()).toEqual([]);
    expect(await listPendingReminders()).toEqual([]);
  });

  test('a case that is not there is left in peace', async () => {
    const before = await readAll();
    await snoozeFollowUp('nobody' as CaseId, noon, noon);
    await completeFollowUp('nobody' as CaseId, noon);
    expect(await readAll()).toEqual(before);
  });
});
