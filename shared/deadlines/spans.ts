import { dayKind, type WorkCalendar } from './calendar';
import type { Roll, ServiceClock, Span } from './rule';
import { addRunning, runningPieces, type Stop } from './stops';
import { DAY_MS, HOUR_MS, MINUTE_MS, addCalendar, addDays, fromLocal, parseClock, toLocal } from './shanghai';

/** What a clock needs to run: the calendar, the merged stops, and a note of every year it had to guess. */
export interface Running {
  readonly calendar: WorkCalendar;
  readonly stops: readonly Stop[];
  readonly guessed: Set<string>;
}

/** No rule runs for years; a calendar with no workday left must not hang the app. */
const MAX_DAYS = 5000;

const UNIT_MS = { second: 1000, minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS } as const;

/** Whether people work on a date `YYYY-MM-DD`; notes its year when there is no notice for it and it is a guess. */
export function isWorkday(date: string, running: Running): boolean {
  const { kind, known } = dayKind(running.calendar, date);
  if (!known) running.guessed.add(date.slice(0, 4));
  return kind === 'work';
}

/** Shanghai day on which a stretch that stands still as a whole ends; null when some of it runs or it never ends. */
function resumesOn(from: number, to: number, stops: readonly Stop[]): string | null {
  const stop = stops.find((one) => one.from <= from && one.to >= to);
  return stop === undefined || stop.to === Infinity ? null : toLocal(stop.to).date;
}

function dayResumesOn(date: string, stops: readonly Stop[]): string | null {
  const from = fromLocal(date, 0);
  return resumesOn(from, from + DAY_MS, stops);
}

function neverRunsAgain(date: string, stops: readonly Stop[]): boolean {
  const last = stops.at(-1);
  return last?.to === Infinity && last.from <= fromLocal(date, 0);
}

/**
 * Adds working days (TK4). Without `whole` the clock time of the start is kept; with it, whole days are counted
 * from the start's own date and the result is the midnight after the last one.
 */
function addWorkdays(start: number, n: number, whole: boolean, running: Running): number {
  const local = toLocal(start);
  let date = local.date;
  let left = n;
  if (left <= 0) return addRunning(start, 0, running.stops);
  if (whole && dayResumesOn(date, running.stops) === null && isWorkday(date, running)) left -= 1;
  for (let i = 0; left > 0; i += 1) {
    date = addDays(date, 1);
    if (i > MAX_DAYS || neverRunsAgain(date, running.stops)) return Infinity;
    // A pause is passed in one step, however long.
    const resumes = dayResumesOn(date, running.stops);
    if (resumes !== null) date = addDays(resumes, -1);
    else if (isWorkday(date, running)) left -= 1;
  }
  return addRunning(fromLocal(date, whole ? DAY_MS : local.ms), 0, running.stops);
}

/** Lets `ms` pass on daily service hours (TK5, TK6); ends at closing time rather than at the next opening. */
function addServiceTime(start: number, ms: number, clock: ServiceClock, running: Running): number {
  const open = parseClock(clock.open);
  const close = closingTime(clock);
  let left = ms;
  if (left <= 0) return addRunning(start, 0, running.stops);
  // Hours that run past midnight may have opened the day before.
  let date = addDays(toLocal(start).date, -1);
  for (let i = 0; i < MAX_DAYS; i += 1, date = addDays(date, 1)) {
    if (neverRunsAgain(date, running.stops)) return Infinity;
    const [from, to] = [fromLocal(date, open), fromLocal(date, close)];
    const resumes = to <= start ? null : resumesOn(from, to, running.stops);
    // Hours that opened the evening before may be left over on the day it resumes.
    const eve = resumes === null ? date : addDays(resumes, -2);
    if (eve > date) {
      date = eve;
      continue;
    }
    if (to <= start || (clock.days === 'workdays' && !isWorkday(date, running))) continue;
    for (const piece of runningPieces(Math.max(from, start), to, running.stops)) {
      if (left <= piece.to - piece.from) return piece.from + left;
      left -= piece.to - piece.from;
    }
  }
  return Infinity;
}

function closingTime(clock: ServiceClock): number {
  const open = parseClock(clock.open);
  const close = parseClock(clock.close);
  return close > open ? close : close + DAY_MS;
}

/**
 * Adds a span to an instant (epoch ms). With a service clock a day is one full service day, so 20:00 plus one
 * day on 09:00-21:00 is the next day's 20:00. Returns Infinity when the clock never runs out.
 */
export function addSpan(
  start: number,
  span: Span,
  running: Running,
  clock?: ServiceClock,
  wholeDays = false,
): number {
  const { n, unit } = span;
  if (clock) {
    const dayLength = closingTime(clock) - parseClock(clock.open);
    const unitMs = unit === 'workday' || unit === 'day' || unit === 'month' ? dayLength : UNIT_MS[unit];
    const hours: ServiceClock = unit === 'workday' ? { ...clock, days: 'workdays' } : clock;
    return addServiceTime(start, n * unitMs, hours, running);
  }
  if (unit === 'workday') return addWorkdays(start, n, wholeDays, running);
  if (unit === 'month') return addRunning(start, addCalendar(start, { months: n }) - start, running.stops);
  if (unit === 'day' && Number.isInteger(n)) {
    return addRunning(start, addCalendar(start, { days: n }) - start, running.stops);
  }
  return addRunning(start, n * UNIT_MS[unit], running.stops);
}

/** Moves an instant that falls on a holiday (or any day off) to the same time of the next day that is none. */
export function rollOver(due: number, roll: Roll, running: Running): number {
  // A deadline at 24:00 belongs to the day it ends.
  const { date, ms } = toLocal(due - 1);
  let day = date;
  for (let i = 0; i < MAX_DAYS; i += 1, day = addDays(day, 1)) {
    const { kind, known } = dayKind(running.calendar, day);
    if (!known) running.guessed.add(day.slice(0, 4));
    if (kind === 'work' || (roll === 'holiday' && kind === 'weekend')) return fromLocal(day, ms) + 1;
  }
  return Infinity;
}
