import { occurrences } from './occurrences';
import type { PatrolTiming } from './rule';
import { DAY_MS, HOUR_MS, MINUTE_MS, addDays, fromLocal, parseClock, toLocal } from './shanghai';

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

/**
 * Start (epoch ms) of the round to be walked: the current slot while it has not been done, otherwise the next
 * one inside shop hours (TK16, S12). Never a deadline. `at` holds the rounds of this patrol only.
 */
export function nextRound(timing: PatrolTiming, at: Readonly<Record<string, number>>, now: number): number {
  const done = occurrences(at, PATROL_DONE).at(-1) ?? -Infinity;
  const { date } = toLocal(now);
  const [, to] = timing.between ?? ['00:00', '24:00'];
  const slots = [-1, 0, 1, 2].flatMap((shift) => daySlots(addDays(date, shift), timing));
  const current = slots.filter((slot) => slot <= now).at(-1);
  const step = timing.every.n * STEP_MS[timing.every.unit];
  const stillOpen = current !== undefined && now < Math.min(current + step, closingAfter(current, to));
  if (current !== undefined && stillOpen && done < current) return current;
  return slots.find((slot) => slot > now) ?? now;
}

function closingAfter(slot: number, to: string): number {
  const { date } = toLocal(slot);
  const close = fromLocal(date, parseClock(to));
  return close > slot ? close : close + DAY_MS;
}
