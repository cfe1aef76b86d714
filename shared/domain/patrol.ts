import { daySlots, nextRound } from '../deadlines/patrol';
import { parseClock } from '../deadlines/shanghai';
import { platforms, type Platform } from './platform';
import { isoDay, startOfDay } from './shanghai-time';
import type { PatrolTiming } from '../deadlines/rule';

/** Shop hours and rounds as the seller set them; times are `HH:MM` in Shanghai. */
export type PatrolSettings = {
  /** Rounds through what is pending (R60). */
  readonly pending: boolean;
  readonly open: string;
  readonly close: string;
  readonly everyHours: number;
  /** A daily look at the reviews (R70), from this time on. */
  readonly reviews: boolean;
  readonly reviewAt: string;
};

export const defaultPatrol: PatrolSettings = {
  pending: true,
  open: '09:00',
  close: '21:00',
  everyHours: 1,
  reviews: true,
  reviewAt: '10:00',
};

/** Counts per platform. */
export type PlatformCounts = Readonly<Partial<Record<Platform, number>>>;

/**
 * Where a round stands. It is never late: `open` is one to be walked, `done` says when the next one opens, `shut`
 * is outside shop hours.
 */
export type RoundState = { readonly state: 'open' | 'done' | 'shut'; readonly at: number };

const isClock = (text: string): boolean => /^\d{1,2}:\d{2}$/u.test(text.trim());

/** What keeps the settings from being used: a time that is none, or shop hours without length. */
export function findPatrolProblem({ open, close, reviewAt }: PatrolSettings): 'time' | 'hours' | null {
  try {
    if (![open, close, reviewAt].every(isClock)) return 'time';
    parseClock(reviewAt.trim());
    return parseClock(open.trim()) === parseClock(close.trim()) ? 'hours' : null;
  } catch {
    return 'time';
  }
}

/** Which round: through what is pending (R60), or daily through the reviews (R70). */
export type PatrolKind = 'pending' | 'reviews';

function pendingTiming(settings: PatrolSettings): PatrolTiming {
  return {
    kind: 'patrol',
    every: { n: Math.max(1, Math.round(settings.everyHours)), unit: 'hour' },
    between: [settings.open.trim(), settings.close.trim()],
  };
}

/** The hourly round at `now`, given when the last one was finished (epoch ms). */
export function pendingRound(settings: PatrolSettings, lastDone: number | null, now: number): RoundState {
  const at = nextRound(pendingTiming(settings), lastDone === null ? {} : { 'patrol.done': lastDone }, now);
  if (at <= now) return { state: 'open', at };
  const doneToday = lastDone !== null && isoDay(lastDone) === isoDay(now);
  return { state: doneToday && isoDay(at) === isoDay(now) ? 'done' : 'shut', at };
}

/** The daily look at the reviews: open from its time on until it is done that day. */
export function reviewRound(settings: PatrolSettings, lastDone: number | null, now: number): RoundState {
  const time = parseClock(settings.reviewAt.trim());
  const today = startOfDay(now) + time;
  if (lastDone !== null && lastDone >= startOfDay(now))
    return { state: 'done', at: startOfDay(now, 1) + time };
  return now >= today ? { state: 'open', at: today } : { state: 'shut', at: today };
}

/** A round to ring for: it opens at `at` and can be walked until `endsAt` (epoch ms), when the next takes its place. */
export type RoundAlarm = { readonly kind: PatrolKind; readonly at: number; readonly endsAt: number };

/** Days ahead whose rounds are handed to the alarm clock; each ringing moves them on. */
const alarmDays = 7;

/**
 * The rounds still to be walked, the one open now included, for the coming days. A round that was walked, or that
 * is over, is none.
 */
export function roundAlarms(
  settings: PatrolSettings,
  lastDone: Readonly<Record<PatrolKind, number | null>>,
  now: number,
): readonly RoundAlarm[] {
  if (findPatrolProblem(settings) !== null) return [];
  const alarms: RoundAlarm[] = [];
  const timing = pendingTiming(settings);
  const step = timing.every.n * 3_600_000;
  for (let shift = -1; shift < alarmDays; shift += 1) {
    const midnight = startOfDay(now, shift);
    const slots = settings.pending ? daySlots(isoDay(midnight), timing) : [];
    const shut = closingOf(midnight, settings);
    for (const at of slots) alarms.push({ kind: 'pending', at, endsAt: Math.min(at + step, shut) });
    const look = midnight + parseClock(settings.reviewAt.trim());
    if (settings.reviews) alarms.push({ kind: 'reviews', at: look, endsAt: startOfDay(midnight, 1) });
  }
  // The reviews are looked at once a day, at whatever time of it.
  const doneFrom = (kind: PatrolKind, at: number): number => (kind === 'reviews' ? startOfDay(at) : at);
  return alarms.filter(
    ({ kind, at, endsAt }) => endsAt > now && (lastDone[kind] ?? -Infinity) < doneFrom(kind, at),
  );
}

/** When a shop day that begins with this midnight closes; after midnight when it closes before it opens. */
function closingOf(midnight: number, { open, close }: PatrolSettings): number {
  const [from, to] = [parseClock(open.trim()), parseClock(close.trim())];
  return to > from ? midnight + to : startOfDay(midnight, 1) + to;
}

/** Days in a row, up to today or yesterday, on which at least one round was finished. */
export function patrolStreak(doneAt: readonly number[], now: number): number {
  const days = new Set(doneAt.map(isoDay));
  let shift = days.has(isoDay(now)) ? 0 : -1;
  let streak = 0;
  while (days.has(isoDay(startOfDay(now, shift)))) {
    streak += 1;
    shift -= 1;
  }
  return streak;
}

/** One platform of the comparison: what it showed, what we have, and whether that agrees. */
export type PatrolLine = {
  readonly platform: Platform;
  readonly seen: number | null;
  readonly ours: number;
  readonly same: boolean | null;
};

/**
 * Compares the last round with our own open cases. Ours may have changed since: a difference counts as mended as soon
 * as our number is the platform's, and an agreement of that moment stays one.
 */
export function comparePlatforms(
  shown: readonly Platform[],
  round: { readonly seen: PlatformCounts; readonly ours: PlatformCounts } | null,
  oursNow: PlatformCounts,
): readonly PatrolLine[] {
  return platforms
    .filter((platform) => shown.includes(platform))
    .map((platform) => {
      const seen = round?.seen[platform] ?? null;
      const now = oursNow[platform] ?? 0;
      const then = round?.ours[platform] ?? 0;
      const same = seen === null ? null : seen === then || seen === now;
      return { platform, seen, ours: same === true && seen !== null ? seen : now, same };
    });
}
