import { nextRound } from '../deadlines/patrol';
import { parseClock } from '../deadlines/shanghai';
import { platforms, type Platform } from './platform';
import { isoDay, startOfDay } from './shanghai-time';

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

/** The hourly round at `now`, given when the last one was finished (epoch ms). */
export function pendingRound(settings: PatrolSettings, lastDone: number | null, now: number): RoundState {
  const at = nextRound(
    {
      kind: 'patrol',
      every: { n: Math.max(1, Math.round(settings.everyHours)), unit: 'hour' },
      between: [settings.open.trim(), settings.close.trim()],
    },
    lastDone === null ? {} : { 'patrol.done': lastDone },
    now,
  );
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
