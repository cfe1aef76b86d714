import { assertNever } from '../assert-never';
import type { DeadlineRule, DurationTiming, Remind, RuleSource, Span, Timing } from './rule';

const ahead = (...spans: readonly (readonly [number, Span['unit']])[]): readonly Remind[] =>
  spans.map(([n, unit]) => ({ before: { n, unit } }));

const WEEK_LEADS = ahead([2, 'day'], [24, 'hour'], [4, 'hour']);
const DAY_LEADS = ahead([12, 'hour'], [4, 'hour'], [1, 'hour']);
const SHORT_LEADS: readonly Remind[] = [{ at: 'start' }, { at: 'half' }, ...ahead([30, 'minute'])];

const HOURS = { second: 1 / 3600, minute: 1 / 60, hour: 1, day: 24, workday: 24, month: 720 } as const;

function lengthInHours(timing: Timing): number {
  switch (timing.kind) {
    case 'duration':
      return timing.n * HOURS[timing.unit];
    case 'latest':
      return Math.max(...timing.of.map(lengthInHours));
    case 'earliest':
      return Math.min(...timing.of.map(lengthInHours));
    case 'patrol':
      return timing.every.n * HOURS[timing.every.unit];
    case 'cutoff':
    case 'window':
    case 'manual':
      return 24;
    default:
      return assertNever(timing);
  }
}

/** Reminder leads a rule gets when it states none (house values of section 3.5; a patrol rings at its slot). */
export function defaultLeads(timing: Timing): readonly Remind[] {
  if (timing.kind === 'patrol') return [{ at: 'start' }];
  const hours = lengthInHours(timing);
  if (hours >= 168) return WEEK_LEADS;
  return hours <= 12 ? SHORT_LEADS : DAY_LEADS;
}

type Required = 'id' | 'basis' | 'platform' | 'actor' | 'timing' | 'onMiss' | 'confidence' | 'title';

/** What a rule of the shipped set has to state; everything else has a default. */
export type RuleDraft = Pick<DeadlineRule, Required> &
  Partial<Omit<DeadlineRule, Required | 'source'>> & {
    readonly source: Pick<RuleSource, 'ref'> & Partial<RuleSource>;
  };

/** Month in which the shipped rules were last compared with their sources. */
const CHECKED_ON = '2026-11';

/** Completes a shipped rule with version 1, open validity and the default reminder leads. */
export function defineRule(draft: RuleDraft): DeadlineRule {
  return {
    version: 1,
    remind: defaultLeads(draft.timing),
    effective: { from: null, to: null },
    enabled: true,
    checkedOn: CHECKED_ON,
    ...draft,
    source: { url: null, date: null, ...draft.source },
  };
}

/** Spans as the rule files write them. */
export const minutes = (n: number) => ({ n, unit: 'minute' }) as const;
export const hours = (n: number) => ({ n, unit: 'hour' }) as const;
export const days = (n: number) => ({ n, unit: 'day' }) as const;
export const workdays = (n: number) => ({ n, unit: 'workday' }) as const;

/** Timing that simply runs for a span. */
export const runFor = (span: Span, more: Partial<DurationTiming> = {}): DurationTiming => ({
  kind: 'duration',
  ...span,
  ...more,
});
