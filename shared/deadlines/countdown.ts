import { DAY_MS, HOUR_MS, MINUTE_MS } from './shanghai';

/** Distance to a deadline; for `late` the parts say how long ago it passed. */
export interface Countdown {
  readonly state: 'late' | 'urgent' | 'soon' | 'ok';
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

function urgency(left: number): Countdown['state'] {
  if (left <= 0) return 'late';
  if (left <= 2 * HOUR_MS) return 'urgent';
  return left <= 24 * HOUR_MS ? 'soon' : 'ok';
}

/** Splits the time from `now` to `due` (epoch ms) into days, hours and whole minutes, never promising a minute too many. */
export function countdown(due: number, now: number): Countdown {
  const left = due - now;
  const distance = Math.abs(left);
  return {
    state: urgency(left),
    days: Math.floor(distance / DAY_MS),
    hours: Math.floor((distance % DAY_MS) / HOUR_MS),
    minutes: Math.floor((distance % HOUR_MS) / MINUTE_MS),
  };
}
