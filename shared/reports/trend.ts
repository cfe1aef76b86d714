import { inShanghai, isoDay, startOfDay } from '../domain/shanghai-time';
import { monthPeriod, monthsIn, type Period } from './period';

export type TrendBar = {
  /** `YYYY-MM-DD` of the first day, or `YYYY-MM`. */
  readonly name: string;
  readonly count: number;
};
export type Trend = { readonly unit: 'day' | 'week' | 'month'; readonly bars: readonly TrendBar[] };

const dayMs = 86_400_000;
const mostDays = 35;
const mostWeeks = 15;

/** How many cases were opened per day, week or month of a period, up to now: as many bars as can be read. */
export function trendOf(times: readonly number[], { from, to }: Period, now: number): Trend {
  const end = Math.min(to, Math.max(startOfDay(now, 1), from));
  const days = Math.round((end - from) / dayMs);
  const unit = days <= mostDays ? 'day' : days <= mostWeeks * 7 ? 'week' : 'month';
  const starts: { readonly name: string; readonly at: number }[] = [];
  if (unit === 'month')
    for (const month of monthsIn({ from, to }, now).toReversed())
      starts.push({ name: month, at: monthPeriod(month).from });
  else {
    const first = unit === 'day' ? from : startOfDay(from, 1 - inShanghai(from).dayOfWeek);
    for (let at = first; at < end; at = startOfDay(at, unit === 'day' ? 1 : 7))
      starts.push({ name: isoDay(Math.max(at, from)), at });
  }
  const counts = starts.map(() => 0);
  let place = 0;
  for (const time of times.toSorted((a, b) => a - b)) {
    while (place + 1 < starts.length && time >= (starts[place + 1]?.at ?? Infinity)) place += 1;
    if (starts.length > 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  return { unit, bars: starts.map(({ name }, index) => ({ name, count: counts[index] ?? 0 })) };
}
