import { own } from './own';
import { applyAdjusts, stretchBefore } from './adjust';
import type { WorkCalendar } from './calendar';
import { isInForce, versionInstant } from './effective';
import { anchorEvent, anchorOf, occurrences } from './occurrences';
import { nextRound } from './patrol';
import type { DeadlineRule, OnMiss, PlatformPause } from './rule';
import { isWorkday } from './spans';
import { eventStops, mergeStops, platformStops } from './stops';
import { evaluateTiming, type Candidate, type TimingContext } from './timing';
import { matchWhere, type Facts } from './where';
import type { WhyLine } from './why';

export interface DeadlineInput {
  /** Event name to epoch ms; a repeated event is kept under `name#2`, `name#3`. */
  readonly at: Readonly<Record<string, number>>;
  /** Typed-in instants, epoch ms. The key equal to the rule's id is the back-office countdown and wins. */
  readonly fields?: Readonly<Record<string, number>> | undefined;
  readonly now: number;
  /** What is known of the case for `where`; amounts in yuan. */
  readonly facts?: Facts | undefined;
  readonly calendar: WorkCalendar;
  readonly pauses?: readonly PlatformPause[] | undefined;
}

export type DeadlineState = 'running' | 'due' | 'paused' | 'uncertain' | 'unknown' | 'closed';

export interface DeadlineResult {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly due: number | null;
  /** Earliest end the platform may still choose by shortening the clock. */
  readonly shadowDue: number | null;
  /** When the act becomes possible, or when a patrol's round opens. */
  readonly openAt: number | null;
  readonly state: DeadlineState;
  readonly onMiss: OnMiss;
  readonly why: readonly WhyLine[];
}

type Outcome = Pick<DeadlineResult, 'due' | 'shadowDue' | 'openAt' | 'state'>;

const UNKNOWN: Outcome = { due: null, shadowDue: null, openAt: null, state: 'unknown' };

/** Event that ends every clock of a case. */
const CASE_CLOSED = 'case.closed';

function closingInstant(rule: DeadlineRule, at: DeadlineInput['at']): number | null {
  const anchor = anchorOf(at, anchorEvent(rule));
  const ends = [CASE_CLOSED, ...(rule.closes ?? [])].flatMap((event) => occurrences(at, event));
  const after = ends.filter((end) => anchor === undefined || end >= anchor);
  return after.length === 0 ? null : Math.min(...after);
}

function exclusion(rule: DeadlineRule, input: DeadlineInput): WhyLine | null {
  const { from, to } = rule.effective;
  if (!isInForce(rule, versionInstant(rule, input.at, input.now))) {
    return { code: 'not-in-force', values: { since: from ?? '', until: to ?? '' } };
  }
  const { result, fact } = matchWhere(rule.where, input.facts ?? {}, anchorOf(input.at, anchorEvent(rule)));
  return result === 'failed' ? { code: 'where-not-met', values: { fact } } : null;
}

function stateOf(
  candidate: Candidate,
  due: number,
  input: DeadlineInput,
  context: TimingContext,
): Outcome['state'] {
  if (context.running.guessed.size > 0) return 'uncertain';
  if (input.now >= due) return 'due';
  const stopped = context.running.stops.find((stop) => stop.from <= input.now && input.now < stop.to);
  return stopped && candidate.start < stopped.to && stopped.from < due && candidate.start <= input.now
    ? 'paused'
    : 'running';
}

function noteStops(candidate: Candidate, due: number, context: TimingContext): void {
  for (const { from, to } of context.running.stops) {
    if (from >= due || to <= candidate.start) continue;
    if (to === Infinity) context.note('paused-open', { from });
    else context.note('paused', { from, to });
  }
}

function compute(rule: DeadlineRule, input: DeadlineInput, context: TimingContext): Outcome {
  if (rule.timing.kind === 'patrol') {
    const openAt = nextRound(rule.timing, input.at, input.now, (date) => isWorkday(date, context.running));
    context.note('patrol', { at: openAt });
    const state = context.running.guessed.size > 0 ? 'uncertain' : 'running';
    return { due: null, shadowDue: null, openAt, state };
  }
  const needsAnchor = rule.timing.kind !== 'manual' && rule.event !== undefined;
  if (needsAnchor && anchorOf(input.at, rule.event) === undefined) {
    context.note('missing-event', { event: rule.event });
    return UNKNOWN;
  }
  const candidate = evaluateTiming(rule.timing, context);
  if (!candidate) {
    context.note('no-result', {});
    return UNKNOWN;
  }
  const { due, shadowDue } =
    rule.timing.kind === 'manual'
      ? { due: candidate.due, shadowDue: null }
      : applyAdjusts(rule.adjust ?? [], candidate, context);
  if (rule.timing.kind !== 'manual') noteStops(candidate, due, context);
  // Without an open pause the calendar simply has no working day left.
  if (due === Infinity)
    return { ...UNKNOWN, state: context.running.stops.at(-1)?.to === Infinity ? 'paused' : 'unknown' };
  const openAt = rule.opens ? stretchBefore(due, rule.opens.before) : candidate.openAt;
  return { due, shadowDue, openAt, state: stateOf(candidate, due, input, context) };
}

function typedIn(due: number, now: number): Outcome {
  return { due, shadowDue: null, openAt: null, state: now >= due ? 'due' : 'running' };
}

/**
 * Computes one deadline from the events of a case, always in Asia/Shanghai. Never throws for missing inputs:
 * a missing anchor gives `unknown`, a year without calendar data `uncertain`. All instants are epoch ms.
 */
export function evaluateRule(rule: DeadlineRule, input: DeadlineInput): DeadlineResult {
  const why: WhyLine[] = [];
  const note: TimingContext['note'] = (code, values) => {
    why.push({ code, values });
  };
  const stops = mergeStops([
    ...platformStops(rule, input.pauses ?? []),
    ...eventStops(rule.adjust ?? [], input.at),
  ]);
  const running = { calendar: input.calendar, stops, guessed: new Set<string>() };
  const fields = input.fields ?? {};
  const context: TimingContext = {
    at: input.at,
    fields,
    event: rule.event,
    now: input.now,
    where: rule.where,
    running,
    note,
  };

  const typed = own(fields, rule.id);
  const excluded = typed === undefined ? exclusion(rule, input) : null;
  let outcome: Outcome = UNKNOWN;
  if (typed !== undefined) {
    note('typed-in', { due: typed });
    outcome = typedIn(typed, input.now);
  } else if (excluded) why.push(excluded);
  else outcome = compute(rule, input, context);

  for (const year of running.guessed) note('year-unknown', { year });
  if (outcome.shadowDue !== null) note('shadow', { due: outcome.shadowDue });
  if (rule.opens && outcome.openAt !== null) note('opens', { at: outcome.openAt });
  const closedAt = closingInstant(rule, input.at);
  if (closedAt !== null) note('closed', { at: closedAt });
  if (rule.source.ref !== '')
    note('source', { ref: rule.source.ref, date: rule.source.date ?? '', checkedOn: rule.checkedOn ?? '' });
  const state = closedAt === null ? outcome.state : 'closed';
  return { ruleId: rule.id, ruleVersion: rule.version, ...outcome, state, onMiss: rule.onMiss, why };
}
