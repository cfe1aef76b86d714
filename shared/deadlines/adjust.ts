import { occurrences } from './occurrences';
import type { Adjust } from './rule';
import { addCalendar, DAY_MS, HOUR_MS, MINUTE_MS } from './shanghai';
import { addSpan } from './spans';
import type { Candidate, TimingContext } from './timing';

interface Happening {
  readonly item: Adjust;
  readonly time: number;
}

/** A request filed again starts a new clock, which earlier events do not touch. */
function happenings(items: readonly Adjust[], { at, event }: TimingContext): readonly Happening[] {
  const anchors = event === undefined ? [] : occurrences(at, event);
  const since = anchors.length > 1 ? (anchors.at(-1) ?? -Infinity) : -Infinity;
  const all = items.flatMap((item) =>
    occurrences(at, item.on)
      .filter((time) => time >= since)
      .map((time) => ({ item, time })),
  );
  return all.sort((a, b) => a.time - b.time);
}

/** Start of the last stretch before a deadline (epoch ms), e.g. three days before auto-confirm (T11). */
export function stretchBefore(due: number, before: NonNullable<Adjust['opens']>['before']): number {
  const { n, unit } = before;
  if (unit === 'month') return addCalendar(due, { months: -n });
  const unitMs = { second: 1000, minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS, workday: DAY_MS }[unit];
  return due - n * unitMs;
}

/** @param used how often this extension has counted already; what was refused is not used up */
function refusal(
  { item, time }: Happening,
  due: number,
  used: number,
  running: TimingContext['running'],
): string | null {
  if (item.times !== undefined && used >= item.times) return 'times';
  if (item.opens && (due === Infinity || time < stretchBefore(due, item.opens.before))) return 'not-open';
  const stopped = running.stops.some((stop) => stop.from <= time && time < stop.to);
  return item.notWhilePaused && stopped ? 'paused' : null;
}

/**
 * Earliest end the platform may still choose, when the rule lets it shorten the clock (TK12, S48); else null.
 * Before it has shortened anything that is now + floor, afterwards the moment of shortening + floor.
 */
function shadowOf(
  items: readonly Adjust[],
  due: number,
  start: number,
  context: TimingContext,
): number | null {
  const shadows = items.flatMap((item) => {
    // Together with a cap the floor bounds that cap; alone it bounds a shortening nobody has told us yet.
    if (!item.floor || items.some((other) => other.on === item.on && other.cap)) return [];
    const shortened = happenings([item], context).at(-1)?.time;
    if (shortened !== undefined && item.ask) context.note('ask-countdown', { event: item.on, at: shortened });
    const from = Math.max(shortened ?? context.now, start);
    return [Math.min(due, addSpan(from, item.floor, context.running))];
  });
  return shadows.length === 0 ? null : Math.min(...shadows);
}

/** Applies caps, floors, restores and extensions in the order of their events (evaluation rules 2 and 3 of 3.5). */
export function applyAdjusts(
  items: readonly Adjust[],
  candidate: Candidate,
  context: TimingContext,
): { readonly due: number; readonly shadowDue: number | null } {
  let due = candidate.due;
  const beforeCaps: number[] = [];
  const granted = new Map<Adjust, number>();
  for (const happening of happenings(items, context)) {
    const { item, time } = happening;
    const event = item.on;
    // An event older than the clock cannot end it before it has begun.
    const from = Math.max(time, candidate.start);
    const inRunning = (span: NonNullable<Adjust['cap']>): number => addSpan(from, span, context.running);
    if (item.cap) {
      const floor = item.floor ?? items.find((other) => other.on === event && other.floor)?.floor;
      const target = Math.max(inRunning(item.cap), floor ? inRunning(floor) : -Infinity);
      context.note(target < due ? 'capped' : 'cap-without-effect', {
        event,
        at: time,
        due: Math.min(due, target),
      });
      beforeCaps.push(due);
      due = Math.min(due, target);
    }
    if (item.restore && beforeCaps.length > 0) {
      due = beforeCaps.pop() ?? due;
      context.note('restored', { event, at: time, due });
    }
    if (item.extend) {
      const used = granted.get(item) ?? 0;
      const reason = refusal(happening, due, used, context.running);
      if (reason === null) granted.set(item, used + 1);
      // While a pause has no end there is nothing to add to; the days count again once the clock runs on.
      if (reason === null && due !== Infinity) due = addSpan(due, item.extend, context.running);
      context.note(reason === null ? 'extended' : 'extension-refused', {
        event,
        at: time,
        ...(due === Infinity ? {} : { due }),
        reason: reason ?? '',
      });
    }
  }
  const shadowDue = due === Infinity ? null : shadowOf(items, due, candidate.start, context);
  return { due, shadowDue };
}
