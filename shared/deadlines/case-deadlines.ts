import type { WorkCalendar } from './calendar';
import { isInForce, pickVersion, versionInstant } from './effective';
import { evaluateRule, type DeadlineResult } from './engine';
import { anchorEvent, anchorOf, occurrences } from './occurrences';
import type { DeadlineRule, PlatformPause } from './rule';
import { matchWhere, type Facts } from './where';

export interface CaseDeadlineInput {
  readonly platform: string;
  readonly caseType: string;
  readonly at: Readonly<Record<string, number>>;
  readonly fields?: Readonly<Record<string, number>> | undefined;
  /** Further facts of the case, e.g. `goods`, `amount` (yuan), `shipped`. */
  readonly facts?: Facts | undefined;
  readonly now: number;
  readonly rules: readonly DeadlineRule[];
  readonly calendar: WorkCalendar;
  readonly pauses?: readonly PlatformPause[] | undefined;
}

export interface CaseDeadline {
  readonly rule: DeadlineRule;
  readonly result: DeadlineResult;
}

const UNSHIPPED = ['unshippedRefund', 'outOfStock'];

/** Facts the events tell by themselves; what the caller states wins. */
function caseFacts({ at, caseType, facts, platform }: CaseDeadlineInput): Facts {
  const happened = (event: string): boolean => occurrences(at, event).length > 0;
  const derived: Record<string, string> = { signed: String(happened('order.signed')) };
  if (happened('order.shipped')) derived['shipped'] = 'true';
  else if (UNSHIPPED.includes(caseType)) derived['shipped'] = 'false';
  return { ...derived, ...facts, caseType, platform };
}

function applies(rule: DeadlineRule, input: CaseDeadlineInput, facts: Facts): boolean {
  if (!rule.enabled || (rule.platform !== 'any' && rule.platform !== input.platform)) return false;
  if (!isInForce(rule, versionInstant(rule, input.at, input.now))) return false;
  const { result } = matchWhere(rule.where, facts, anchorOf(input.at, anchorEvent(rule)));
  return result === 'met' || (result === 'assumed' && rule.assume !== false);
}

/** A rule for every platform gives way where this platform has one for the same duty (evaluation rule 4). */
function isOverruled(rule: DeadlineRule, others: readonly DeadlineRule[]): boolean {
  if (rule.platform !== 'any' || rule.basis !== 'platform') return false;
  return others.some(
    (other) =>
      other.platform !== 'any' &&
      other.basis === 'platform' &&
      other.event === rule.event &&
      other.actor === rule.actor,
  );
}

function byUrgency(a: CaseDeadline, b: CaseDeadline): number {
  const rank = ({ result }: CaseDeadline): number => (result.state === 'closed' ? 1 : 0);
  return rank(a) - rank(b) || (a.result.due ?? Infinity) - (b.result.due ?? Infinity) || 0;
}

/**
 * All clocks of one case, ours and theirs: enabled rules whose platform, facts and validity match, one version
 * each (by anchor time, one platform before `any`). Soonest first; clocks that cannot be known yet come last
 * with state `unknown`, so that a screen can ask for the missing time or leave them out.
 */
export function deadlinesForCase(input: CaseDeadlineInput): readonly CaseDeadline[] {
  const facts = caseFacts(input);
  const versions = new Map<string, DeadlineRule[]>();
  const applying = input.rules.filter((rule) => applies(rule, input, facts));
  for (const rule of applying.filter((candidate) => !isOverruled(candidate, applying))) {
    versions.set(rule.id, [...(versions.get(rule.id) ?? []), rule]);
  }
  const found = [...versions.values()].flatMap((same) => {
    const rule = pickVersion(same, input.at, input.now);
    return rule ? [{ rule, result: evaluateRule(rule, { ...input, facts }) }] : [];
  });
  return found.sort(byUrgency);
}
