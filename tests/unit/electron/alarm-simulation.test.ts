import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScheduleEntry } from '../../../shared/ipc/contract';
import { defaultQuietHours } from '../../../shared/domain/quiet-hours';
import { roundAlarms, defaultPatrol } from '../../../shared/domain/patrol';
import { scheduleEntry } from './schedule-entry';
import { SimulatedComputer, writeSteps } from './simulated-computer';
import { tempFolder } from './temp-folder';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** 10:00 in Shanghai. */
const start = Date.UTC(2026, 10, 21, 2, 0);

/** Plain numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function expectEachOnce(computer: SimulatedComputer, schedule: readonly ScheduleEntry[]): void {
  const twice = [...computer.shown].filter(([, times]) => times > 1);
  const lost = schedule.filter(({ occurrence }) => !computer.taken.has(occurrence));
  expect(twice).toEqual([]);
  expect(lost).toEqual([]);
  // Only a process killed between storing and showing may leave a notification out; the list has it all the same.
  expect(computer.shown.size).toBeGreaterThanOrEqual(schedule.length - computer.unshown);
}

describe('R111 thirty days of 500 reminders: none lost, none twice', () => {
  test.each([1, 2])('sleep, clock back 1 h, forward 30 days, restarts and SIGKILL, dice %i', async (seed) => {
    const roll = dice(seed);
    const schedule = Array.from({ length: 500 }, (_unused, index) => {
      const dueAt = start + roll(30 * day);
      return scheduleEntry(index, dueAt, `事 ${index}`, index % 2 === 0 ? null : dueAt + roll(2 * day));
    });
    const computer = new SimulatedComputer(tempFolder(), start, schedule);
    await computer.start();
    for (let date = 0; date < 30; date += 1) {
      await computer.stayAwake(roll(12) * minute);
      if (roll(3) === 0) computer.setClock(-hour);
      if (roll(5) === 0) computer.setClock(hour);
      const point = [...writeSteps, 'shown' as const][roll(writeSteps.length + 1)];
      if (point !== undefined && roll(2) === 0) computer.kill = { at: point };
      await computer.sleep(roll(20) * hour, roll(2) === 0);
      await computer.stayAwake(5 * minute);
      computer.kill = null;
      // Killed or closed, it is started again.
      if (computer.isDead() || roll(3) === 0) {
        computer.die();
        await computer.start();
      }
      await computer.sleep(day - 22 * hour, true);
    }
    computer.setClock(30 * day);
    await computer.stayAwake(minute);
    computer.setClock(-30 * day);
    await computer.stayAwake(minute);
    computer.setClock(30 * day);
    computer.die();
    await computer.start();
    await computer.stayAwake(minute);
    expectEachOnce(computer, schedule);
    expect(computer.pending.size).toBe(0);
  });

  test('with nobody killing anything each one is shown within five seconds of its time', async () => {
    const roll = dice(4);
    const schedule = Array.from({ length: 100 }, (_unused, index) =>
      scheduleEntry(index, start + roll(20 * minute)),
    );
    const computer = new SimulatedComputer(tempFolder(), start, schedule);
    await computer.start();
    await computer.stayAwake(21 * minute);
    expectEachOnce(computer, schedule);
    expect(Math.max(...[...computer.taken.values()].map(({ late }) => late))).toBeLessThanOrEqual(5000);
    expect([...computer.taken.values()].some(({ missed }) => missed)).toBe(false);
  });
});

describe('killed in the middle', () => {
  test.each([...writeSteps, 'shown' as const])('before %s: listed once, shown at most once', async (at) => {
    const schedule = [scheduleEntry(1, start + minute), scheduleEntry(2, start + minute)];
    const computer = new SimulatedComputer(tempFolder(), start, schedule);
    await computer.start();
    computer.kill = { at };
    await computer.stayAwake(2 * minute);
    expect(computer.isDead()).toBe(true);
    await computer.start();
    await computer.stayAwake(minute);
    expectEachOnce(computer, schedule);
    // Nothing was stored before the new name stood: then it rings as missed by the next start.
    const wasStored = ['openFolder', 'syncFolder', 'shown'].includes(at);
    expect(computer.shown.size).toBe(wasStored ? 0 : 2);
    expect([...computer.taken.values()].every(({ missed }) => missed !== wasStored)).toBe(true);
  });
});

describe('a disk that is full or damaged', () => {
  test('full while "rung" is stored: it rings, is stored once there is room, and never again', async () => {
    const schedule = [scheduleEntry(1, start + minute)];
    const folder = tempFolder();
    const computer = new SimulatedComputer(folder, start, schedule);
    await computer.start();
    computer.diskIsFull = true;
    await computer.stayAwake(5 * minute);
    expect(computer.shown.get(schedule[0]?.occurrence ?? '')).toBe(1);
    expect(computer.log.filter((line) => line.includes('not saved'))).toHaveLength(1);
    computer.diskIsFull = false;
    await computer.stayAwake(minute);
    computer.die();
    await computer.start();
    await computer.stayAwake(minute);
    expectEachOnce(computer, schedule);
    expect(readdirSync(folder)).toEqual(['reminders.json']);
  });

  test.each([
    ['torn', (file: string) => truncateSync(file, 300)],
    ['of zeros', (file: string) => writeFileSync(file, Buffer.alloc(900))],
    ['of another shape', (file: string) => writeFileSync(file, '{"schedule":[],"fired":[{"occurrence":5}]}')],
  ])('a file %s: the window brings the schedule back, what it has seen stays seen', async (_what, damage) => {
    const schedule = Array.from({ length: 20 }, (_unused, index) =>
      scheduleEntry(index, start + index * minute),
    );
    const folder = tempFolder();
    const computer = new SimulatedComputer(folder, start, schedule);
    await computer.start();
    await computer.stayAwake(10 * minute);
    computer.die();
    damage(path.join(folder, 'reminders.json'));
    await computer.start();
    await computer.stayAwake(15 * minute);
    expectEachOnce(computer, schedule);
    expect(readdirSync(folder)).toContain('reminders.json.damaged-1');
  });
});

describe('clocks and silences together', () => {
  test('R60 R70 a clock set back over midnight rings no round a second time, and none is lost', async () => {
    const evening = start + 11 * hour;
    const rounds = roundAlarms(defaultPatrol, { pending: null, reviews: null }, evening).map(
      ({ kind, at, endsAt }): ScheduleEntry => ({
        ...scheduleEntry(0, at),
        occurrence: `patrol:${kind}@${at}`,
        reminderId: `patrol:${kind}`,
        caseId: null,
        kind: 'patrol',
        endsAt,
      }),
    );
    const computer = new SimulatedComputer(tempFolder(), evening, rounds);
    await computer.start();
    const rung = () => [...computer.shown.keys()].toSorted();
    const until = (end: number, kind = 'patrol:pending') =>
      rounds.filter((one) => one.reminderId === kind && one.dueAt <= end).map((one) => one.occurrence);
    // 21:00, the rounds are over; past midnight and back.
    await computer.stayAwake(4 * minute);
    computer.setClock(4 * hour);
    await computer.stayAwake(minute);
    computer.setClock(-4 * hour);
    await computer.stayAwake(minute);
    const eveningRounds = rung();
    // Two days ahead by mistake: only the newest round of each kind rings, those between are not used up.
    computer.setClock(2 * day);
    await computer.stayAwake(minute);
    expect(computer.shown.size).toBe(eveningRounds.length + 2);
    computer.setClock(-2 * day);
    await computer.doze(15 * hour);
    expect(rung()).toEqual(expect.arrayContaining(until(evening + 15 * hour)));
    expect(rung()).toEqual(expect.arrayContaining(until(evening + 15 * hour, 'patrol:reviews')));
    expect([...computer.shown.values()].every((times) => times === 1)).toBe(true);
  });

  test('R165 quiet hours, a pause and putting off: each waits for the last of them, and rings once', async () => {
    const night = start + 13 * hour; // 23:00
    const followUp = scheduleEntry(1, night + 10 * minute);
    const saves = scheduleEntry(2, night + hour, '退款', night + 3 * hour);
    const computer = new SimulatedComputer(tempFolder(), night, [followUp, saves]);
    computer.hush = {
      quiet: { ...defaultQuietHours, on: true },
      pause: { from: night, until: night + 9 * hour },
    };
    await computer.start();
    await computer.doze(2 * hour);
    // Only the deadline that would be over before the morning.
    expect([...computer.shown.keys()]).toEqual([saves.occurrence]);
    const later = computer.snooze(followUp, night + 8 * hour);
    computer.pending.delete(followUp.occurrence);
    await computer.windowLooks(true);
    await computer.doze(6.5 * hour);
    expect(computer.shown.size).toBe(1);
    await computer.doze(hour);
    expect([...computer.shown]).toEqual([
      [saves.occurrence, 1],
      [later.occurrence, 1],
    ]);
    expect(computer.now).toBe(night + 9.5 * hour);
  });

  test('5000 due at once are stored in one go and each is listed', async () => {
    const schedule = Array.from({ length: 5000 }, (_unused, index) => scheduleEntry(index, start + minute));
    const computer = new SimulatedComputer(tempFolder(), start, schedule);
    await computer.start();
    await computer.sleep(day, true);
    expectEachOnce(computer, schedule);
  });
});
