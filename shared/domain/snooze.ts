import { minuteOfDay } from './quiet-hours';
import { startOfDay } from './shanghai-time';

/** The ways to put a follow-up off, in the order of their keys 1 to 6. */
export const snoozeKinds = ['hour', 'tonight', 'tomorrow', 'buyerHour', 'buyerReplies', 'pick'] as const;
export type SnoozeKind = (typeof snoozeKinds)[number];

/** `at` is null where the choice has no time (`pick`) or its time is over for today. Epoch ms. */
export type SnoozeChoice = { readonly kind: SnoozeKind; readonly at: number | null };

/** Most buyers are back in the evening; shown as a guess until the seller types this buyer's own hour (R165). */
export const guessedBuyerHour = 21 * 60;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Longest time a case may wait for a buyer without anybody looking at it (R7). */
const longestWait = 3 * day;

/** Until when a case that waits for the buyer waits at most: the last 9:00 within three days. */
export function safetyDate(now: number): number {
  const third = startOfDay(now, 3) + 9 * hour;
  return third - now <= longestWait ? third : startOfDay(now, 2) + 9 * hour;
}

/** The next time it is this minute of the Shanghai day. */
export function nextAtMinute(now: number, minuteOfTheDay: number): number {
  const today = startOfDay(now) + minuteOfTheDay * minute;
  return today > now ? today : startOfDay(now, 1) + minuteOfTheDay * minute;
}

/**
 * What can be chosen now; never a time that is over.
 * @param buyerHour minute of the Shanghai day this buyer is usually online
 */
export function snoozeChoices(now: number, buyerHour: number): readonly SnoozeChoice[] {
  const tonight = startOfDay(now) + 20 * hour;
  const times: Readonly<Record<SnoozeKind, number | null>> = {
    hour: now + hour,
    tonight: tonight > now ? tonight : null,
    tomorrow: startOfDay(now, 1) + 9 * hour,
    buyerHour: nextAtMinute(now, buyerHour),
    buyerReplies: safetyDate(now),
    pick: null,
  };
  return snoozeKinds.map((kind) => ({ kind, at: times[kind] }));
}

/**
 * The next turn of a follow-up that repeats every `days` days (R111): the same time of day, counted from the last
 * turn, the first one that is still ahead.
 */
export function nextTurn(lastAt: number, days: number, now: number): number {
  const step = Math.max(1, Math.round(days));
  const missed = Math.max(0, Math.floor((now - lastAt) / (step * day)));
  const turn = startOfDay(lastAt, (missed + 1) * step) + minuteOfDay(lastAt) * minute;
  return turn > now ? turn : startOfDay(lastAt, (missed + 2) * step) + minuteOfDay(lastAt) * minute;
}
