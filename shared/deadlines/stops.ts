import type { Adjust, DeadlineRule, PlatformPause } from './rule';
import { occurrences } from './occurrences';
import { parseUntil, parseStamp } from './shanghai';

/** A stretch [from, to) in epoch ms in which a clock stands still; an event pause without an end has `to` = Infinity. */
export interface Stop {
  readonly from: number;
  readonly to: number;
}

/** Sorts stops and joins those that touch, so that no minute is skipped twice. */
export function mergeStops(stops: readonly Stop[]): readonly Stop[] {
  const merged: Stop[] = [];
  for (const stop of [...stops].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (stop.to <= stop.from) continue;
    if (last && stop.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, stop.to) };
    else merged.push(stop);
  }
  return merged;
}

/** Lets `ms` of running time pass from `start` (epoch ms), skipping the merged stops; Infinity when it never ends. */
export function addRunning(start: number, ms: number, stops: readonly Stop[]): number {
  let at = start;
  let left = ms;
  for (const stop of stops) {
    if (stop.to <= at) continue;
    const free = stop.from - at;
    if (free > 0 && left <= free) return at + left;
    left -= Math.max(free, 0);
    at = stop.to;
    if (at === Infinity) return Infinity;
  }
  return at + left;
}

/** The pieces of [from, to) that lie outside the merged stops. */
export function runningPieces(from: number, to: number, stops: readonly Stop[]): readonly Stop[] {
  const pieces: Stop[] = [];
  let at = from;
  for (const stop of stops) {
    if (stop.to <= at) continue;
    if (stop.from >= to) break;
    if (stop.from > at) pieces.push({ from: at, to: stop.from });
    at = stop.to;
  }
  if (at < to) pieces.push({ from: at, to });
  return pieces;
}

/** Whether a rule's id matches a pattern in which `*` stands for anything. */
export function matchesGlob(pattern: string, id: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === id;
  if (!id.startsWith(head)) return false;
  const tail = rest.pop() ?? '';
  let at = head.length;
  for (const part of rest) {
    const found = id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.length - tail.length >= at && id.endsWith(tail);
}

/** Whether a platform's announced pause stops this rule; law and house clocks stop only when named. */
function pauseCovers(pause: PlatformPause, rule: DeadlineRule): boolean {
  if (pause.platform !== 'any' && pause.platform !== rule.platform) return false;
  if (pause.rules) return pause.rules.some((pattern) => matchesGlob(pattern, rule.id));
  return rule.basis === 'platform';
}

/** Stops announced by the platform that cover this rule. */
export function platformStops(rule: DeadlineRule, pauses: readonly PlatformPause[]): readonly Stop[] {
  return pauses
    .filter((pause) => pauseCovers(pause, rule))
    .map((pause) => ({ from: parseStamp(pause.from), to: parseUntil(pause.to) }));
}

/** The resume items that belong to a pause: the next unbroken run of them in the list. */
function resumesAfter(adjust: readonly Adjust[], index: number): readonly Adjust[] {
  const rest = adjust.slice(index + 1);
  const first = rest.findIndex((item) => item.resume);
  const run = first < 0 ? [] : rest.slice(first);
  const end = run.findIndex((item) => !item.resume);
  return end < 0 ? run : run.slice(0, end);
}

/** Stops made by events of the case; each pause ends with the first of its resume events (T13). */
export function eventStops(adjust: readonly Adjust[], at: Readonly<Record<string, number>>): readonly Stop[] {
  return adjust.flatMap((item, index) => {
    if (!item.pause) return [];
    const ends = resumesAfter(adjust, index).flatMap((resume) => occurrences(at, resume.on));
    return occurrences(at, item.on).map((from) => ({
      from,
      to: Math.min(...ends.filter((end) => end >= from), Infinity),
    }));
  });
}
