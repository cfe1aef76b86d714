import { own } from './own';
import { assertNever } from '../assert-never';
import { anchorOf } from './occurrences';
import type { CombinedTiming, CutoffTiming, DurationTiming, Timing, Where, WindowTiming } from './rule';
import { addDays, fromLocal, nextMidnight, parseClock, toLocal } from './shanghai';
import { addSpan, rollOver, type Running } from './spans';
import { addRunning } from './stops';
import type { WhyCode } from './why';

/** Inputs of one evaluation; `note` collects the worked answer. */
export interface TimingContext {
  readonly at: Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, number>>;
  readonly event: string | undefined;
  readonly now: number;
  readonly where: Where | undefined;
  readonly running: Running;
  readonly note: (code: WhyCode, values: Readonly<Record<string, string | number>>) => void;
}

/** A computed end; `due` is Infinity while a pause without end lasts. */
export interface Candidate {
  readonly start: number;
  readonly due: number;
  readonly openAt: number | null;
}

/** The event a timing counts from, as epoch ms, or null with a note when it has not happened. */
function findAnchor(event: string | undefined, context: TimingContext): number | null {
  const name = event ?? context.event;
  const time = anchorOf(context.at, name);
  if (time === undefined) {
    context.note('missing-event', { event: name ?? '' });
    return null;
  }
  context.note('anchor', { event: name ?? '', at: time });
  return time;
}

function evaluateDuration(timing: DurationTiming, context: TimingContext): Candidate | null {
  const anchor = findAnchor(timing.event, context);
  if (anchor === null) return null;
  const midnight = timing.start === 'next_midnight';
  const start = midnight ? nextMidnight(anchor) : anchor;
  if (midnight) context.note('starts', { at: start });
  if (timing.clock) context.note('service-hours', { ...timing.clock });
  const due = addSpan(start, timing, context.running, timing.clock, midnight);
  context.note('duration', { n: timing.n, unit: timing.unit, ...dueValue(due) });
  return { start, due: roll(due, timing, context), openAt: null };
}

function evaluateCutoff(timing: CutoffTiming, context: TimingContext): Candidate | null {
  const anchor = findAnchor(timing.event, context);
  if (anchor === null) return null;
  const local = toLocal(anchor);
  const before = (text: string | undefined): number => (text === undefined ? Infinity : parseClock(text));
  const steps = [...timing.steps].sort((a, b) => before(a.before) - before(b.before));
  // Nobody says which side the very minute of the cut-off is on, so a tie takes the earlier result.
  const first = steps.findIndex((step) => local.ms <= before(step.before));
  if (first < 0) return null;
  const tie = local.ms === before(steps[first]?.before);
  const results = steps
    .slice(first, first + (tie ? 2 : 1))
    .map((step) => fromLocal(addDays(local.date, step.dueDay), parseClock(step.dueAt)));
  const nominal = Math.min(...results);
  const due = nominal > anchor ? addRunning(anchor, nominal - anchor, context.running.stops) : nominal;
  context.note('cutoff', { before: steps[first]?.before ?? '', due: nominal });
  return { start: anchor, due: roll(due, timing, context), openAt: null };
}

/** Filings after midnight belong to the same morning, not to the day after it (TK8). */
function isAfterMidnight(ms: number, timing: WindowTiming, where: Where | undefined): boolean {
  const range = where?.['appliedBetween'];
  if (!Array.isArray(range)) return ms < parseClock(timing.openAt);
  const [from, to] = range.map((text) => parseClock(String(text)));
  return from !== undefined && to !== undefined && from > to && ms <= to;
}

function evaluateWindow(timing: WindowTiming, context: TimingContext): Candidate | null {
  const anchor = findAnchor(timing.event, context);
  if (anchor === null) return null;
  const local = toLocal(anchor);
  const early = timing.dueDay > 0 && isAfterMidnight(local.ms, timing, context.where);
  const day = addDays(local.date, timing.dueDay - (early ? 1 : 0));
  const [open, close] = [parseClock(timing.openAt), parseClock(timing.closeAt)];
  const shift = (nominal: number): number =>
    nominal > anchor ? addRunning(anchor, nominal - anchor, context.running.stops) : nominal;
  const due = roll(shift(fromLocal(day, close)), timing, context);
  const openAt = due === Infinity ? null : roll(shift(fromLocal(day, open)), timing, context);
  context.note('window', { from: openAt ?? fromLocal(day, open), ...dueValue(due) });
  return { start: anchor, due, openAt };
}

function evaluateCombined(timing: CombinedTiming, context: TimingContext): Candidate | null {
  const found: Candidate[] = [];
  for (const part of timing.of) {
    const candidate = evaluateTiming(part, context);
    if (candidate) found.push(candidate);
    // "The later of A and B" is open until both are known; a promise nobody typed in was not made.
    else if (timing.kind === 'latest' && part.kind !== 'manual') return null;
    else if (timing.kind === 'latest' && part.kind === 'manual')
      context.note('no-promise', { field: part.field });
  }
  const later = timing.kind === 'latest';
  const [first, ...others] = found;
  if (!first) return null;
  const best = others.reduce((a, b) => (later === b.due > a.due && a.due !== b.due ? b : a), first);
  context.note(timing.kind, dueValue(best.due));
  return { ...best, start: Math.min(...found.map((candidate) => candidate.start)) };
}

function roll(
  due: number,
  timing: DurationTiming | CutoffTiming | WindowTiming,
  context: TimingContext,
): number {
  if (!timing.roll || due === Infinity) return due;
  const rolled = rollOver(due, timing.roll, context.running);
  if (rolled !== due) context.note('rolled', dueValue(rolled));
  return rolled;
}

function dueValue(due: number): { readonly due: number } | Record<string, never> {
  return due === Infinity ? {} : { due };
}

/** Works out a timing from its events and typed-in fields; null when something it needs is not known. */
export function evaluateTiming(timing: Timing, context: TimingContext): Candidate | null {
  switch (timing.kind) {
    case 'duration':
      return evaluateDuration(timing, context);
    case 'cutoff':
      return evaluateCutoff(timing, context);
    case 'window':
      return evaluateWindow(timing, context);
    case 'latest':
    case 'earliest':
      return evaluateCombined(timing, context);
    case 'manual': {
      const due = own(context.fields, timing.field);
      if (due === undefined) context.note('missing-field', { field: timing.field });
      else context.note('typed-in', { due });
      return due === undefined ? null : { start: -Infinity, due, openAt: null };
    }
    case 'patrol':
      // A round is never due; `patrol.ts` answers when the next one opens.
      return null;
    default:
      return assertNever(timing);
  }
}
