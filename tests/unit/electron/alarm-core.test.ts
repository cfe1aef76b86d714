import { describe, expect, test } from 'vitest';
import {
  acknowledge,
  type AlarmState,
  noAlarms,
  replaceSchedule,
  nextAlarm,
  ringDue as ring,
  unseen,
} from '../../../electron/main/reminders/alarm-core';
import { type Hush, noHush } from '../../../shared/domain/quiet-hours';
import { scheduleEntry } from './schedule-entry';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 21, 2, 0);

/** Rings with nothing held back, unless told. */
function ringDue(state: AlarmState, now: number, missedBefore: number, hush: Hush = noHush) {
  return ring(state, now, missedBefore, hush);
}

function scheduled(...dueAt: readonly number[]): AlarmState {
  const entries = dueAt.map((time, index) => scheduleEntry(index, time));
  return replaceSchedule(noAlarms, entries, start);
}

describe('ringDue', () => {
  test('rings what is due now or earlier, oldest first, and nothing else', () => {
    const { ringing } = ringDue(scheduled(start, start - 1, start + 1), start, 0);
    expect(ringing.map(({ entry }) => entry.dueAt)).toEqual([start - 1, start]);
  });

  test('rings an occurrence once, also when the clock goes back an hour and forward again', () => {
    const first = ringDue(scheduled(start), start, 0);
    expect(first.ringing).toHaveLength(1);
    const back = ringDue(first.state, start - 60 * 60 * 1000, 0);
    expect(back.ringing).toHaveLength(0);
    expect(ringDue(back.state, start + 1, 0).ringing).toHaveLength(0);
  });

  test('rings an occurrence once when the same schedule is handed over again', () => {
    const { state } = ringDue(scheduled(start), start, 0);
    const again = replaceSchedule(state, [scheduleEntry(0, start)], start);
    expect(ringDue(again, start + day, 0).ringing).toHaveLength(0);
  });

  test('a moved reminder is a new occurrence and rings again', () => {
    const { state } = ringDue(scheduled(start), start, 0);
    const moved = replaceSchedule(state, [scheduleEntry(0, start + 600_000)], start);
    expect(ringDue(moved, start + 600_000, 0).ringing).toHaveLength(1);
  });

  test('what was due before the start is missed, what is due since is not', () => {
    const { ringing } = ringDue(scheduled(start - 1, start), start + 5, start);
    expect(ringing.map(({ record }) => record.missed)).toEqual([true, false]);
    expect(ringing.map(({ record }) => record.firedAt)).toEqual([start + 5, start + 5]);
  });

  test.each([31 * day, 5 * 365 * day])('a reminder %i ms ahead waits for its time', (ahead) => {
    const state = scheduled(start + ahead);
    expect(ringDue(state, start, start).ringing).toHaveLength(0);
    expect(ringDue(state, start + ahead - 1, start).ringing).toHaveLength(0);
    expect(ringDue(state, start + ahead, start).ringing).toHaveLength(1);
    expect(nextAlarm(state, start, noHush)?.at).toBe(start + ahead);
  });

  test('two of the same occurrence in one schedule ring once, with the later words', () => {
    const entries = [scheduleEntry(0, start, 'old'), scheduleEntry(0, start, 'new')];
    const { ringing } = ringDue(replaceSchedule(noAlarms, entries, start), start, 0);
    expect(ringing.map(({ entry }) => entry.title)).toEqual(['new']);
  });

  test('one taken off the schedule before its time does not ring', () => {
    const state = replaceSchedule(scheduled(start + 10), [], start);
    expect(ringDue(state, start + 20, 0).ringing).toHaveLength(0);
  });
});

describe('the list of what rang', () => {
  test('holds it until it is acknowledged', () => {
    const { state } = ringDue(scheduled(start, start - 5), start, start);
    const [first, second] = unseen(state);
    expect(first).toEqual({
      occurrence: scheduleEntry(1, start - 5).occurrence,
      reminderId: scheduleEntry(1, start - 5).reminderId,
      caseId: scheduleEntry(1, start - 5).caseId,
      dueAt: start - 5,
      firedAt: start,
      missed: true,
    });
    const left = unseen(acknowledge(state, [first?.occurrence ?? ''], start));
    expect(left).toEqual([second]);
  });

  test('keeps what the schedule no longer names until it is acknowledged, however long', () => {
    const { state } = ringDue(scheduled(start), start, 0);
    expect(unseen(replaceSchedule(state, [], start + 400 * day))).toHaveLength(1);
  });

  test('forgets an acknowledged one 30 days later, but never while the schedule names it', () => {
    const { state } = ringDue(scheduled(start), start, 0);
    const seen = acknowledge(state, [scheduleEntry(0, start).occurrence], start);
    const stillScheduled = replaceSchedule(seen, [scheduleEntry(0, start)], start + 400 * day);
    expect(stillScheduled.fired).toHaveLength(1);
    expect(replaceSchedule(seen, [], start + 30 * day - 1).fired).toHaveLength(1);
    expect(replaceSchedule(seen, [], start + 30 * day).fired).toHaveLength(0);
  });
});

test('an unchanged schedule leaves the state as it is, so nothing is written', () => {
  const state = scheduled(start, start + 1);
  const same = [scheduleEntry(0, start), scheduleEntry(1, start + 1)];
  expect(replaceSchedule(state, same, start)).toBe(state);
  expect(replaceSchedule(state, [scheduleEntry(0, start, 'other'), ...same.slice(1)], start)).not.toBe(state);
});

/** 23:00 to 7:30 in Shanghai; `start` is 10:00 there. */
const nightly: Hush = { quiet: { on: true, from: 23 * 60, to: 7 * 60 + 30 }, pause: null };
const hour = 60 * 60 * 1000;
const oneAtNight = start + 15 * hour;
const morning = start + 21.5 * hour;

describe('quiet hours', () => {
  test('hold an alarm that comes due in them until they are over, then it rings once', () => {
    const state = replaceSchedule(noAlarms, [scheduleEntry(0, oneAtNight)], start);
    expect(ringDue(state, oneAtNight, start, nightly).ringing).toHaveLength(0);
    expect(ringDue(state, morning - 1, start, nightly).ringing).toHaveLength(0);
    expect(nextAlarm(state, oneAtNight + 5, nightly)?.at).toBe(morning);
    const rung = ringDue(state, morning, start, nightly);
    expect(rung.ringing.map(({ record }) => record.missed)).toEqual([false]);
    expect(ringDue(rung.state, morning + day, start, nightly).ringing).toHaveLength(0);
  });

  test('let a deadline through that would be over before they are', () => {
    const entries = [
      scheduleEntry(0, oneAtNight, 'over at 7:00', morning - hour / 2),
      scheduleEntry(1, oneAtNight, 'over at 8:00', morning + hour / 2),
    ];
    const state = replaceSchedule(noAlarms, entries, start);
    const { ringing } = ringDue(state, oneAtNight, start, nightly);
    expect(ringing.map(({ entry }) => entry.title)).toEqual(['over at 7:00']);
  });

  test('an alarm held over a restart in the night was not missed; one due before the app was closed was', () => {
    const entries = [scheduleEntry(0, oneAtNight), scheduleEntry(1, start + hour)];
    const state = replaceSchedule(noAlarms, entries, start);
    const { ringing } = ringDue(state, morning, oneAtNight + hour, nightly);
    expect(ringing.map(({ record }) => record.missed)).toEqual([true, false]);
  });

  test('a pause holds alarms for its time, also when the clock is set far back meanwhile', () => {
    const paused: Hush = { ...noHush, pause: { from: start, until: start + hour } };
    const state = scheduled(start - 30 * day, start + 1);
    expect(ringDue(state, start + 1, 0, paused).ringing).toHaveLength(0);
    expect(ringDue(state, start - 30 * day, 0, paused).ringing).toHaveLength(1);
    expect(ringDue(state, start + hour, 0, paused).ringing).toHaveLength(2);
  });
});
