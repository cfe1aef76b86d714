import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockWords,
  type Hush,
  minuteOfDay,
  noHush,
  pauseEnd,
  quietEnd,
  readClock,
  ringsFrom,
} from '#shared/domain/quiet-hours';
import { fromShanghai, inShanghai, isoMinute } from '#shared/domain/shanghai-time';

const at = (text: string): number => fromShanghai(text) ?? Number.NaN;
const night = { on: true, from: 23 * 60, to: 7 * 60 + 30 };
const nightly: Hush = { ...noHush, quiet: night };
const followUp = { kind: 'followUp', endsAt: null } as const;
const deadline = (end: string) => ({ kind: 'deadline', endsAt: at(end) }) as const;

describe('quiet hours over midnight', () => {
  test.each([
    ['2026-11-21T22:59', null],
    ['2026-11-21T23:00', '2026-11-22 07:30'],
    ['2026-11-22T00:00', '2026-11-22 07:30'],
    ['2026-11-22T07:29', '2026-11-22 07:30'],
    ['2026-11-22T07:30', null],
  ])('at %s they end at %s', (moment, end) => {
    const found = quietEnd(at(moment), night);
    expect(found === null ? null : isoMinute(found)).toBe(end);
  });

  test('end to the minute, also seconds into one', () => {
    expect(quietEnd(at('2026-11-21T23:00') + 59_999, night)).toBe(at('2026-11-22T07:30'));
  });

  test('within one day, switched off, and from a time to the same time', () => {
    const noon = { on: true, from: 12 * 60, to: 14 * 60 };
    expect(quietEnd(at('2026-11-21T13:00'), noon)).toBe(at('2026-11-21T14:00'));
    expect(quietEnd(at('2026-11-21T14:00'), noon)).toBeNull();
    expect(quietEnd(at('2026-11-21T13:00'), { ...noon, on: false })).toBeNull();
    expect(quietEnd(at('2026-11-21T12:00'), { on: true, from: 720, to: 720 })).toBeNull();
  });
});

describe('when an alarm may ring', () => {
  test('a follow-up in the night waits for the morning', () => {
    expect(ringsFrom(followUp, at('2026-11-22T01:00'), nightly)).toBe(at('2026-11-22T07:30'));
    expect(ringsFrom(followUp, at('2026-11-22T12:00'), nightly)).toBe(at('2026-11-22T12:00'));
  });

  test('a deadline waits only if it is still running in the morning', () => {
    const one = at('2026-11-22T01:00');
    expect(ringsFrom(deadline('2026-11-22T07:30'), one, nightly)).toBe(one);
    expect(ringsFrom(deadline('2026-11-22T00:30'), one, nightly)).toBe(one);
    expect(ringsFrom(deadline('2026-11-22T07:31'), one, nightly)).toBe(at('2026-11-22T07:30'));
  });

  test('a pause that ends in quiet hours goes on until the morning, but not for a deadline in between', () => {
    const from = at('2026-11-21T22:30');
    const hush = { quiet: night, pause: { from, until: from + 3_600_000 } };
    expect(ringsFrom(followUp, from, hush)).toBe(at('2026-11-22T07:30'));
    expect(ringsFrom(deadline('2026-11-22T03:00'), from, hush)).toBe(at('2026-11-21T23:30'));
    expect(ringsFrom(deadline('2026-11-21T23:15'), from, hush)).toBe(from);
  });

  test('a pause holds between its two times only, so a clock set back ends it', () => {
    const pause = { from: 1000, until: 2000 };
    expect([999, 1000, 1999, 2000].map((now) => pauseEnd(now, pause))).toEqual([null, 2000, 2000, null]);
    expect(pauseEnd(1500, null)).toBeNull();
  });

  test('is never earlier than asked, never more than a day later, and needs no second look', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2020-01-01T00:00'), max: at('2040-01-01T00:00') }),
        minute,
        minute,
        (now, from, to) => {
          const hush = { ...noHush, quiet: { on: true, from, to } };
          const moment = ringsFrom(followUp, now, hush);
          expect(moment).toBeGreaterThanOrEqual(now);
          expect(moment - now).toBeLessThanOrEqual(24 * 3_600_000);
          expect(ringsFrom(followUp, moment, hush)).toBe(moment);
        },
      ),
    );
  });
});

test('the minute of the day is Shanghai’s, as the calendar says', () => {
  fc.assert(
    fc.property(fc.integer({ min: at('1995-01-01T00:00'), max: at('2060-01-01T00:00') }), (now) => {
      const { hour, minute } = inShanghai(now);
      expect(minuteOfDay(now)).toBe(hour * 60 + minute);
    }),
  );
});

test.each([
  ['23:00', 1380],
  ['7点半', 450],
  ['9点', 540],
  ['21', 1260],
  ['２１：３０', 1290],
  ['24:00', 0],
  ['0:05', 5],
  ['24:30', null],
  ['25', null],
  ['12:60', null],
  ['晚上', null],
  ['', null],
])('a time of day typed as %s', (text, expected) => {
  expect(readClock(text)).toBe(expected);
  if (expected !== null) expect(readClock(clockWords(expected))).toBe(expected);
});
