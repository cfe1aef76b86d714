import { ladderRungs, shippedLadder, type LadderRung } from '../knowledge/contact-ladder';
import { byTime, isReached, type Contact, type ContactChannel } from './contact';
import { minuteOfDay } from './quiet-hours';
import { startOfDay } from './shanghai-time';
import { nextAtMinute } from './snooze';

/** How far a rung has been climbed: `dead` when the number is wrong or the buyer will not talk there. */
export type RungState = {
  readonly rung: LadderRung;
  readonly tries: number;
  readonly state: 'next' | 'open' | 'used' | 'dead';
};

/** Where a case stands on its ladder. Times are epoch ms. */
export type Climb = {
  readonly rungs: readonly RungState[];
  /** What to try next; null once all was tried, or the buyer was reached last. */
  readonly next: LadderRung | null;
  /** When to try it; now or earlier means at once. */
  readonly nextAt: number | null;
  /** The buyer was reached last time. */
  readonly reached: boolean;
  /** Every rung was tried in vain. */
  readonly exhausted: boolean;
};

const hour = 3_600_000;
const minute = 60_000;
const dayFrom = 9 * 60;
const dayTo = 21 * 60;

/** The rungs of a shop's own order, or of the shipped one; channels it does not know are left out. */
export function ladderOf(order: readonly ContactChannel[] | undefined): readonly LadderRung[] {
  const wanted = order === undefined || order.length === 0 ? shippedLadder : order;
  return wanted.flatMap((channel) => ladderRungs.find((one) => one.channel === channel) ?? []);
}

/** An hour at which nobody minds a call: the same, or nine the next morning. */
export function byDay(at: number): number {
  const now = minuteOfDay(at);
  if (now >= dayFrom && now < dayTo) return at;
  return now < dayFrom ? startOfDay(at) + dayFrom * minute : startOfDay(at, 1) + dayFrom * minute;
}

/**
 * Climbs the ladder with the attempts made so far (R7, R86). Only those after the last talk count: who was reached once
 * is tried anew from the first rung.
 * @param buyerMinute minute of the Shanghai day this buyer is usually online (R165), null when not known
 */
export function climb(
  ladder: readonly LadderRung[],
  attempts: readonly Contact[],
  now: number,
  buyerMinute: number | null,
): Climb {
  const all = attempts.filter(({ personId }) => personId === undefined).toSorted(byTime);
  const lastTalk = all.findLastIndex(isReached);
  const since = all.slice(lastTalk + 1);
  const reached = lastTalk >= 0 && since.length === 0;
  let found = false;
  const rungs = ladder.map((rung): RungState => {
    const mine = since.filter(({ channel }) => channel === rung.channel);
    const dead = mine.some(({ result }) => result === 'wrongNumber' || result === 'refusedToTalk');
    const used = mine.length >= rung.tries;
    if (dead || used) return { rung, tries: mine.length, state: dead ? 'dead' : 'used' };
    if (found || reached) return { rung, tries: mine.length, state: 'open' };
    found = true;
    return { rung, tries: mine.length, state: 'next' };
  });
  const next = rungs.find(({ state }) => state === 'next')?.rung ?? null;
  const exhausted = since.length > 0 && next === null && ladder.length > 0;
  return {
    rungs,
    next,
    nextAt: next === null ? null : tryAt(next, since.at(-1), ladder, now, buyerMinute),
    reached,
    exhausted,
  };
}

function tryAt(
  next: LadderRung,
  last: Contact | undefined,
  ladder: readonly LadderRung[],
  now: number,
  buyerMinute: number | null,
): number {
  if (last === undefined) return next.byDay ? byDay(now) : now;
  const wait = ladder.find(({ channel }) => channel === last.channel)?.waitHours ?? next.waitHours;
  // A dead number needs no patience: the next rung can be tried at once.
  const dead = last.result === 'wrongNumber' || last.result === 'refusedToTalk';
  const earliest = dead ? now : Math.max(now, last.at + wait * hour);
  if (buyerMinute !== null && !dead) return nextAtMinute(earliest - 1, buyerMinute);
  return next.byDay ? byDay(earliest) : earliest;
}
