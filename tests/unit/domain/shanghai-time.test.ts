import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayStamp, fromShanghai, isoDay, isoMinute, startOfDay } from '#shared/domain/shanghai-time';

/** The computer's own zone must never matter: the same expectations hold in each of these. */
const zones = [
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
] as const;

describe.each(zones)('on a computer in %s', (zone, offset) => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test('the computer really is there', () => {
    expect(new Date('2026-11-21T00:00:00Z').getTimezoneOffset()).toBe(offset);
  });

  test.each([
    // One second before and at midnight in Shanghai, which is 16:00 UTC of the day before.
    ['2026-11-20T15:59:59Z', '20261120', '2026-11-20', '2026-11-20 23:59'],
    ['2026-11-20T16:00:00Z', '20261121', '2026-11-21', '2026-11-21 00:00'],
    ['2026-12-31T16:00:00Z', '20270101', '2027-01-01', '2027-01-01 00:00'],
    ['2028-02-28T16:30:00Z', '20280229', '2028-02-29', '2028-02-29 00:30'],
    ['1970-01-01T00:00:00Z', '19700101', '1970-01-01', '1970-01-01 08:00'],
  ])('%s is day %s', (instant, stamp, day, minute) => {
    const at = Date.parse(instant);
    expect(dayStamp(at)).toBe(stamp);
    expect(isoDay(at)).toBe(day);
    expect(isoMinute(at)).toBe(minute);
  });

  test('a day begins at Shanghai midnight, also some days away', () => {
    const at = Date.parse('2026-11-21T03:03:12Z');
    expect(startOfDay(at)).toBe(Date.parse('2026-11-20T16:00:00Z'));
    expect(startOfDay(at, 1)).toBe(Date.parse('2026-11-21T16:00:00Z'));
    expect(startOfDay(at, -21)).toBe(Date.parse('2026-10-30T16:00:00Z'));
  });

  test.each(['2026-11-21T15:30', '2026-11-21 15:30', ' 2026-11-21 15:30 '])(
    '%j is half past three in Shanghai',
    (text) => {
      expect(fromShanghai(text)).toBe(Date.parse('2026-11-21T07:30:00Z'));
    },
  );

  test.each(['', 'morgen', '2026-02-30T10:00', '2026-13-01T10:00', '2026-11-21T25:00', '2026-11-21Tx'])(
    '%j is no time',
    (text) => {
      expect(fromShanghai(text)).toBeNull();
    },
  );

  test('a minute survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11_360_000, max: 68_000_000 }), (minutes) => {
        expect(fromShanghai(isoMinute(minutes * 60_000))).toBe(minutes * 60_000);
      }),
    );
  });
});
