import { occurrences } from './occurrences';
import type { PatrolTiming } from './rule';
import { DAY_MS, HOUR_MS, MINUTE_MS, addCalendar, addDays, fromLocal, parseClock, toLocal } from './shanghai';

/** Event under which the last finished round is kept when the rule names no event of its own. */
const PATROL_DONE = 'patrol.done';

const STEP_MS = {
  second: 1000,
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  workday: DAY_MS,
  month: DAY_MS,
};

/** When the rounds of a Shanghai day (`YYYY-MM-DD`) begin, epoch ms; the last one before closing. */
export function daySlots(date: string, timing: PatrolTiming): readonly number[] {
  const [from, to] = timing.between ?? ['00:00', '24:00'];
  const open = parseClock(from);
  const close = parseClock(to) > open ? parseClock(to) : parseClock(to) + DAY_MS;
  const step = Math.max(timing.every.n * STEP_MS[timing.every.unit], MINUTE_MS);
  const slots: number[] = [];
  for (let ms = open; ms < close; ms += step) slots.push(fromLocal(date, ms));
  return slots;
}

/** Longest stretch of days off that is looked over for the next round. */
const DAYS_AHEAD = 60;

/** First day on which the round after one finished at `done` may open; null when every day has rounds of its own. */
function firstDayAfter(
  { every: { n, unit } }: PatrolTiming,
  done: number,
  isWorkday: IsWorkday,
): string | null {
  const { date } = toLocal(done);
  if (unit === 'month') return toLocal(addCalendar(done, { months: n })).date;
  if (unit !== 'workday')
    return n * STEP_MS[unit] > DAY_MS ? addDays(date, Math.ceil((n * STEP_MS[unit]) / DAY_MS)) : null;
  let day = date;
  for (let left = n, i = 0; left > 0 && i < DAYS_AHEAD * n; i += 1) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** Whether a date `YYYY-MM-DD` is a working day; asked only by rounds that are walked on working days. */
type IsWorkday = (date: string) => boolean;

/**
 * Start (epoch ms) of the round to be walked: the current slot while it has not been done, otherwise the next
 * one inside shop hours (TK16, S12). Rounds every few days, weeks or working days count from the last finished one.
 * Never a deadline. `at` holds the rounds of this patrol only.
 */
export function nextRound(
  timing: PatrolTiming,
  at: Readonly<Record<string, number>>,
  now: number,
  isWorkday: IsWorkday = () => true,
): number {
  const done = occurrences(at, PATROL_DONE).at(-1) ?? -Infinity;
  const first = done === -Infinity ? null : firstDayAfter(timing, done, isWorkday);
  const { date: today } = toLocal(now);
  const hasRounds = (date: string): boolean =>
    (first === null || date >= first) && (timing.every.unit !== 'workday' || isWorkday(date));
  const slotsOf = (date: string): readonly number[] => (hasRounds(date) ? daySlots(date, timing) : []);
  const [, to] = timing.between ?? ['00:00', '24:00'];
  const current = [-1, 0]
    .flatMap((shift) => slotsOf(addDays(today, shift)))
    .filter((slot) => slot <= now)
    .at(-1);
  const step = timing.every.n * STEP_MS[timing.every.unit];
  const stillOpen = current !== undefined && now < Math.min(current + step, closingAfter(current, to));
  if (current !== undefined && stillOpen && done < current) return current;
  let date = first !== null && first > today ? first : addDays(today, -1);
  for (let i = 0; i < DAYS_AHEAD; i += 1, date = addDays(date, 1)) {
    const next = slotsOf(date).find((slot) => slot > now);
    if (next !== undefined) return next;
  }
  return now;
}

function closingAfter(slot: number, to: string): number {
  const { date } = toLocal(slot);
  const close = fromLocal(date, parseClock(to));
  return close > slot ? close : close + DAY_MS;
}
