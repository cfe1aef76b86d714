import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { noAlarms, replaceSchedule, ringDue } from '../../../electron/main/reminders/alarm-core';
import { openAlarmStore } from '../../../electron/main/reminders/alarm-store';
import { systemError, watchedDisk } from './faulty-disk';
import { noHush } from '../../../shared/domain/quiet-hours';
import { scheduleEntry } from './schedule-entry';
import { tempFolder } from './temp-folder';

const start = Date.UTC(2026, 10, 21, 2, 0);
const state = ringDue(
  replaceSchedule(noAlarms, [scheduleEntry(1, start), scheduleEntry(2, start + 1000)], start),
  start,
  start,
  noHush,
).state;

function setup() {
  const folder = tempFolder();
  const lines: string[] = [];
  const log = (level: string, message: string) => lines.push(`${level} ${message}`);
  return {
    folder,
    file: path.join(folder, 'reminders.json'),
    lines,
    open: () => openAlarmStore(folder, log),
  };
}

describe('the alarm store', () => {
  test('starts empty, and reads back what it wrote', async () => {
    const { open, lines } = setup();
    expect(await open().read()).toEqual(noAlarms);
    await open().write(state);
    expect(await open().read()).toEqual(state);
    expect(lines).toEqual([]);
  });

  test.each([
    ['torn in the middle', (file: string) => truncateSync(file, 200)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['full of zeros', (file: string) => writeFileSync(file, Buffer.alloc(500))],
    ['another shape', (file: string) => writeFileSync(file, '{"schedule":[{}],"fired":[]}')],
  ])('a file %s is kept aside, and the store starts empty', async (_what, damage) => {
    const { folder, file, open, lines } = setup();
    await open().write(state);
    damage(file);
    const damaged = readFileSync(file);
    expect(await open().read()).toEqual(noAlarms);
    expect(readFileSync(`${file}.damaged-1`).equals(damaged)).toBe(true);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('error state file damaged');
    await open().write(state);
    expect(await open().read()).toEqual(state);
    expect(readdirSync(folder).toSorted()).toEqual(['reminders.json', 'reminders.json.damaged-1']);
  });

  test('a second damaged file does not replace the first', async () => {
    const { file, open } = setup();
    writeFileSync(file, 'first');
    await open().read();
    writeFileSync(file, 'second');
    await open().read();
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe('first');
    expect(readFileSync(`${file}.damaged-2`, 'utf8')).toBe('second');
  });

  test('writes asked for together end with the last one', async () => {
    const { open } = setup();
    const store = open();
    const states = Array.from({ length: 20 }, (_unused, index) =>
      replaceSchedule(noAlarms, [scheduleEntry(index, start)], start),
    );
    await Promise.all(states.map((one) => store.write(one)));
    expect(await store.read()).toEqual(states.at(-1));
  });

  test('a failed write keeps the old state and does not stop the next', async () => {
    const { folder, open } = setup();
    await open().write(state);
    let full = true;
    const disk = watchedDisk((step) => {
      if (full && step === 'sync') throw systemError('ENOSPC');
    });
    const store = openAlarmStore(folder, () => undefined, disk);
    await expect(store.write(noAlarms)).rejects.toMatchObject({ code: 'storageFull' });
    expect(await store.read()).toEqual(state);
    full = false;
    await store.write(noAlarms);
    expect(await store.read()).toEqual(noAlarms);
  });
});
