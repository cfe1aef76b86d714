import { describe, expect, test } from 'vitest';
import { fromShanghai, isoDay } from '#shared/domain/shanghai-time';
import {
  choosePeriod,
  daysOf,
  daysPeriod,
  isIn,
  monthPeriod,
  monthsIn,
  weekPeriod,
  wholeMonths,
} from '#shared/reports/period';
import { trendOf } from '#shared/reports/trend';

const at = (text: string): number => fromShanghai(text) ?? Number.NaN;
const now = at('2026-11-22T19:00');

describe('periods', () => {
  test('R1 months end at midnight in Shanghai, not in London', () => {
    const november = monthPeriod('2026-11');
    expect(isIn(Date.parse('2026-10-31T16:00:00Z'), november)).toBe(true);
    expect(isIn(Date.parse('2026-10-31T15:59:59.999Z'), november)).toBe(false);
    expect(isIn(Date.parse('2026-11-30T15:59:59.999Z'), november)).toBe(true);
    expect(isIn(Date.parse('2026-11-30T16:00:00Z'), november)).toBe(false);
    expect(daysOf(monthPeriod('2028-02'))).toEqual(['2028-02-01', '2028-02-29']);
  });

  test('each choice, at the first minute of a year too', () => {
    const newYear = at('2027-01-01T00:00');
    expect(daysOf(choosePeriod('thisMonth', newYear))).toEqual(['2027-01-01', '2027-01-31']);
    expect(daysOf(choosePeriod('lastMonth', newYear))).toEqual(['2026-12-01', '2026-12-31']);
    expect(daysOf(choosePeriod('year', newYear))).toEqual(['2027-01-01', '2027-12-31']);
    expect(daysOf(choosePeriod('days90', now))).toEqual(['2026-08-25', '2026-11-22']);
  });

  test('own days in any order, both included; what is no day gives none', () => {
    expect(daysOf(daysPeriod('2026-11-05', '2026-11-03') ?? monthPeriod('2000-01'))).toEqual([
      '2026-11-03',
      '2026-11-05',
    ]);
    expect(daysPeriod('2026-02-30', '2026-11-03')).toBeNull();
    expect(daysPeriod('', '2026-11-03')).toBeNull();
  });

  test('R16 a week goes from Monday to Sunday', () => {
    expect(daysOf(weekPeriod(now))).toEqual(['2026-11-16', '2026-11-22']);
    expect(daysOf(weekPeriod(at('2026-11-23T00:00')))).toEqual(['2026-11-23', '2026-11-29']);
    expect(daysOf(weekPeriod(now, -1))).toEqual(['2026-11-09', '2026-11-15']);
  });

  test('months of a period, newest first and none to come', () => {
    expect(monthsIn(choosePeriod('year', now), now)).toHaveLength(11);
    expect(monthsIn(choosePeriod('days90', now), now)).toEqual(['2026-11', '2026-10', '2026-09', '2026-08']);
    expect(daysOf(wholeMonths(choosePeriod('days90', now)))).toEqual(['2026-08-01', '2026-11-30']);
    // Days that are still to come have their month all the same.
    expect(monthsIn(monthPeriod('2027-03'), now)).toEqual(['2027-03']);
  });
});

describe('the trend', () => {
  test('bars by day, week or month that add up to all cases', () => {
    const times = [at('2026-11-01T00:00'), at('2026-11-01T23:59'), at('2026-11-22T18:00')];
    const month = trendOf(times, choosePeriod('thisMonth', now), now);
    expect(month.unit).toBe('day');
    expect(month.bars).toHaveLength(22);
    expect([month.bars[0], month.bars.at(-1)]).toEqual([
      { name: '2026-11-01', count: 2 },
      { name: '2026-11-22', count: 1 },
    ]);
    const weeks = trendOf(times, choosePeriod('days90', now), now);
    expect([weeks.unit, weeks.bars[0]?.name]).toEqual(['week', '2026-08-25']);
    expect(weeks.bars.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const year = trendOf(times, choosePeriod('year', now), now);
    expect([year.unit, year.bars.length, year.bars.at(-1)]).toEqual([
      'month',
      11,
      { name: '2026-11', count: 3 },
    ]);
  });

  test('a period without a case, and one that is still to come', () => {
    expect(trendOf([], monthPeriod('2026-10'), now).bars.every(({ count }) => count === 0)).toBe(true);
    expect(trendOf([], monthPeriod('2027-03'), now).bars).toEqual([]);
    expect(isoDay(now)).toBe('2026-11-22');
  });
});
