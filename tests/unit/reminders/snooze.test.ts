import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoMinute, fromShanghai } from '#shared/domain/shanghai-time';
import { nextAtMinute, nextTurn, safetyDate, snoozeChoices, snoozeKinds } from '#shared/domain/snooze';

const at = (text: string): number => fromShanghai(text) ?? Number.NaN;
const hour = 3_600_000;
const day = 24 * hour;

/** What each choice means at this moment, as `YYYY-MM-DD HH:MM`. */
function choices(now: string, buyerHour = 21 * 60): Record<string, string | null> {
  const entries = snoozeChoices(at(now), buyerHour).map(({ kind, at: time }) => [
    kind,
    time === null ? null : isoMinute(time),
  ]);
  return Object.fromEntries(entries) as Record<string, string | null>;
}

describe('the snooze menu', () => {
  test('R111 R165 offers six ways in the order of their keys', () => {
    expect(snoozeChoices(at('2026-11-21T12:00'), 0).map(({ kind }) => kind)).toEqual([...snoozeKinds]);
    expect(choices('2026-11-21T12:34')).toEqual({
      hour: '2026-11-21 13:34',
      tonight: '2026-11-21 20:00',
      tomorrow: '2026-11-22 09:00',
      buyerHour: '2026-11-21 21:00',
      buyerReplies: '2026-11-24 09:00',
      pick: null,
    });
  });

  test('late in the evening tonight is over, and the buyer’s hour is tomorrow’s', () => {
    const late = choices('2026-11-21T21:30');
    expect(late['tonight']).toBeNull();
    expect(late['buyerHour']).toBe('2026-11-22 21:00');
  });

  test('R165 a buyer who comes after midnight is reached that night', () => {
    expect(choices('2026-11-21T22:00', 30)['buyerHour']).toBe('2026-11-22 00:30');
    expect(choices('2026-11-22T00:10', 30)['buyerHour']).toBe('2026-11-22 00:30');
  });

  test('after midnight tomorrow is the coming calendar day, and tonight is this day', () => {
    const night = choices('2026-11-22T00:30');
    expect(night['tomorrow']).toBe('2026-11-23 09:00');
    expect(night['tonight']).toBe('2026-11-22 20:00');
  });

  test('R7 never offers a time that is over; waiting for a buyer ends within three days, at 9:00', () => {
    const instants = fc.integer({ min: at('2024-01-01T00:00'), max: at('2035-01-01T00:00') });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1439 }), (now, buyerHour) => {
        for (const { at: time } of snoozeChoices(now, buyerHour))
          if (time !== null) expect(time).toBeGreaterThan(now);
        const safety = safetyDate(now);
        expect(safety - now).toBeLessThanOrEqual(3 * day);
        expect(safety - now).toBeGreaterThan(2 * day - hour);
        expect(isoMinute(safety)).toMatch(/ 09:00$/);
        const next = nextAtMinute(now, buyerHour);
        expect(next - now).toBeLessThanOrEqual(day);
      }),
    );
  });
});

describe('R111 a follow-up that repeats', () => {
  test.each([
    ['done in time', '2026-11-21T15:00', 3, '2026-11-21T16:00', '2026-11-24 15:00'],
    ['done the day before', '2026-11-22T15:00', 3, '2026-11-21T16:00', '2026-11-25 15:00'],
    ['done four days late', '2026-11-21T15:00', 3, '2026-11-25T10:00', '2026-11-27 15:00'],
    ['done at the very minute of a turn', '2026-11-21T15:00', 1, '2026-11-23T15:00', '2026-11-24 15:00'],
    ['weekly over a month’s end', '2026-11-28T09:30', 7, '2026-11-28T09:31', '2026-12-05 09:30'],
  ])('%s comes back at its time of day', (_what, last, days, now, expected) => {
    expect(isoMinute(nextTurn(at(last), days, at(now)))).toBe(expected);
  });

  test('always lies ahead, and never further than one turn from now or the last turn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: -30 * 24 * 60, max: 400 * 24 * 60 }),
        (minutes, days, later) => {
          const last = at('2026-01-01T00:00') + minutes * 60_000;
          const now = last + later * 60_000;
          const next = nextTurn(last, days, now);
          expect(next).toBeGreaterThan(now);
          expect(next - Math.max(now, last)).toBeLessThanOrEqual(days * day);
          expect((next - last) % day).toBe(0);
        },
      ),
    );
  });
});
