import { assertNever } from '../assert-never';
import { shiftMonth } from '../domain/month';
import { fromShanghai, inShanghai, isoDay, startOfDay } from '../domain/shanghai-time';

export const periodChoices = ['thisMonth', 'lastMonth', 'days90', 'year', 'own'] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** A stretch of time, epoch ms: `from` belongs to it, `to` does not. Both are Shanghai midnights. */
export type Period = { readonly from: number; readonly to: number };

/** A month given as `YYYY-MM`. */
export function monthPeriod(month: string): Period {
  const start = (of: string): number => fromShanghai(`${of}-01T00:00`) ?? 0;
  return { from: start(month), to: start(shiftMonth(month, 1)) };
}

/** Days from `from` to `to`, both included and given as `YYYY-MM-DD` in any order; null when one is no day. */
export function daysPeriod(from: string, to: string): Period | null {
  const [first = '', last = ''] = [from, to].toSorted();
  const start = fromShanghai(`${first}T00:00`);
  const end = fromShanghai(`${last}T00:00`);
  return start === null || end === null ? null : { from: start, to: startOfDay(end, 1) };
}

/** What a choice means at `now` (epoch ms); `year` is this calendar year, 90 days end with today. */
export function choosePeriod(choice: Exclude<PeriodChoice, 'own'>, now: number): Period {
  const month = isoDay(now).slice(0, 7);
  switch (choice) {
    case 'thisMonth':
      return monthPeriod(month);
    case 'lastMonth':
      return monthPeriod(shiftMonth(month, -1));
    case 'days90':
      return { from: startOfDay(now, -89), to: startOfDay(now, 1) };
    case 'year':
      return {
        from: monthPeriod(`${month.slice(0, 4)}-01`).from,
        to: monthPeriod(`${month.slice(0, 4)}-12`).to,
      };
    default:
      return assertNever(choice);
  }
}

/** Monday to Sunday around `now` (epoch ms), `by` weeks on. */
export function weekPeriod(now: number, by = 0): Period {
  const monday = startOfDay(now, 1 - inShanghai(now).dayOfWeek + by * 7);
  return { from: monday, to: startOfDay(monday, 7) };
}

/** The months `YYYY-MM` a period touches, newest first; none after `now`. */
export function monthsIn({ from, to }: Period, now: number): readonly string[] {
  const first = isoDay(from).slice(0, 7);
  const months: string[] = [];
  const last = isoDay(Math.min(to - 1, Math.max(now, from))).slice(0, 7);
  for (let month = last; month >= first; month = shiftMonth(month, -1)) months.push(month);
  return months;
}

/** From the first day of its first month to the last day of its last. */
export function wholeMonths({ from, to }: Period): Period {
  const monthOf = (at: number): string => isoDay(at).slice(0, 7);
  return { from: monthPeriod(monthOf(from)).from, to: monthPeriod(monthOf(to - 1)).to };
}

export function isIn(at: number, { from, to }: Period): boolean {
  return at >= from && at < to;
}

/** First and last day as `YYYY-MM-DD`, both included. */
export function daysOf({ from, to }: Period): readonly [from: string, to: string] {
  return [isoDay(from), isoDay(to - 1)];
}
