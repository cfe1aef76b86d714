import { describe, expect, test } from 'vitest';
import { openAlarmClock } from '../../../electron/main/reminders/alarm-clock';
import { type AlarmState, noAlarms, type Ringing } from '../../../electron/main/reminders/alarm-core';
import type { JsonFile } from '../../../electron/main/json-file';
import { AppError } from '../../../shared/errors';
import { noHush } from '../../../shared/domain/quiet-hours';
import { scheduleEntry } from './schedule-entry';

const start = Date.UTC(2026, 10, 21, 2, 0);

/** A store in memory that can fail, and tells when something is on the "disk". */
function memoryStore(events: string[] = []) {
  const disk = { text: JSON.stringify(noAlarms), full: false };
  const store: JsonFile<AlarmState> = {
    read: () => Promise.resolve(JSON.parse(disk.text) as AlarmState),
    write: async (value) => {
      await Promise.resolve();
      if (disk.full) throw new AppError('storageFull');
      disk.text = JSON.stringify(value);
      events.push('stored');
    },
  };
  return { disk, store };
}

function setup() {
  const time = { now: start, hush: noHush };
  const events: string[] = [];
  const rung: Ringing[] = [];
  const { disk, store } = memoryStore(events);
  const open = () =>
    openAlarmClock({
      clock: { now: () => time.now, elapsed: () => 0 },
      store,
      hush: () => time.hush,
      log: (_level, message) => events.push(`log: ${message}`),
      ring: (ringing) => {
        events.push(`ring ${ringing.length}`);
        rung.push(...ringing);
      },
    });
  return { time, events, rung, disk, open };
}

describe('the alarm clock', () => {
  test('stores that it rang before it rings', async () => {
    const { time, events, open } = setup();
    const alarm = await open();
    await alarm.setSchedule([scheduleEntry(1, start + 1000)]);
    events.length = 0;
    time.now = start + 1000;
    await alarm.check();
    expect(events).toEqual(['stored', 'ring 1']);
  });

  test('rings once although it is checked many times at once', async () => {
    const { time, rung, open } = setup();
    const alarm = await open();
    await alarm.setSchedule([scheduleEntry(1, start + 1000)]);
    time.now = start + 1000;
    await Promise.all([alarm.check(), alarm.check(), alarm.setSchedule([scheduleEntry(1, start + 1000)])]);
    expect(rung).toHaveLength(1);
  });

  test('after a restart rings only what came due meanwhile, as missed', async () => {
    const { time, rung, open } = setup();
    const before = await open();
    await before.setSchedule([
      scheduleEntry(1, start),
      scheduleEntry(2, start + 1000),
      scheduleEntry(3, start + 9000),
    ]);
    expect(rung.map(({ record }) => record.missed)).toEqual([false]);
    time.now = start + 5000;
    const after = await open();
    await after.check();
    expect(rung.map(({ record }) => record.missed)).toEqual([false, true]);
    time.now = start + 9000;
    await after.check();
    expect(rung.map(({ record }) => record.missed)).toEqual([false, true, false]);
    expect(after.listFired()).toHaveLength(3);
  });

  test('does not call missed what comes due after the clock was set back', async () => {
    const { time, rung, open } = setup();
    const alarm = await open();
    time.now = start - 3_600_000;
    await alarm.setSchedule([scheduleEntry(1, start - 1000)]);
    time.now = start - 1000;
    await alarm.check();
    expect(rung.map(({ record }) => record.missed)).toEqual([false]);
  });

  test('still rings, once, when the disk is full, and stores it when there is room', async () => {
    const { time, events, rung, disk, open } = setup();
    const alarm = await open();
    await alarm.setSchedule([scheduleEntry(1, start + 1000)]);
    disk.full = true;
    time.now = start + 1000;
    await alarm.check();
    await alarm.check();
    expect(rung).toHaveLength(1);
    expect(events.filter((event) => event.startsWith('log'))).toEqual([
      'log: alarm state not saved (AppError storageFull)',
    ]);
    disk.full = false;
    await alarm.check();
    await (await open()).check();
    expect(rung).toHaveLength(1);
  });

  test('waits for the end of a pause without looking at the clock all the time', async () => {
    const { time, rung, open } = setup();
    const alarm = await open();
    time.hush = { ...noHush, pause: { from: start, until: start + 3_600_000 } };
    await alarm.setSchedule([scheduleEntry(1, start)]);
    expect(rung).toHaveLength(0);
    expect(alarm.untilNext()).toBe(3_600_000);
    expect(alarm.next()?.entry.title).toBe('事 1');
    time.hush = noHush;
    await alarm.check();
    expect(rung).toHaveLength(1);
  });

  test('tells the window when a schedule could not be stored', async () => {
    const { disk, open } = setup();
    const alarm = await open();
    disk.full = true;
    await expect(alarm.setSchedule([scheduleEntry(1, start + 1000)])).rejects.toMatchObject({
      code: 'storageFull',
    });
    expect(alarm.untilNext()).toBe(1000);
  });

  test('keeps acknowledged ones off the list after a restart', async () => {
    const { open } = setup();
    const alarm = await open();
    await alarm.setSchedule([scheduleEntry(1, start), scheduleEntry(2, start)]);
    await alarm.acknowledge([scheduleEntry(1, start).occurrence, 'unknown']);
    const list = (await open()).listFired();
    expect(list.map(({ reminderId }) => reminderId)).toEqual([scheduleEntry(2, start).reminderId]);
  });
});
