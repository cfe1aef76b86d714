import { deadlinesForCase, type CaseDeadline } from '#shared/deadlines/case-deadlines';
import { factsOf } from '#shared/deadlines/case-facts';
import { shippedRules } from '#shared/deadlines/rules/index';
import { database } from './database';
import { ruleKey } from './rule-layers';
import { readCalendar, readPauses, rulesByKey, rulesInForce } from './rule-repository';
import type { Case } from '#shared/domain/case';
import type { DeadlineRule } from '#shared/deadlines/rule';
import type { DeadlineRecord } from './records';

/** A clock of a case with the version of the rule the case is bound to. */
export type CaseClock = CaseDeadline & {
  /** True when the seller's rule has changed since this clock began; the clock keeps the old one. */
  readonly outdated: boolean;
};

/** Rules a case is bound to, by id: those its running clocks were computed with. */
async function boundRules(rows: readonly DeadlineRecord[]): Promise<ReadonlyMap<string, DeadlineRule>> {
  const kept = await rulesByKey(rows.flatMap(({ ruleKey: key }) => (key === undefined ? [] : [key])));
  const bound = new Map<string, DeadlineRule>();
  for (const row of rows) {
    const rule =
      row.ruleKey === undefined
        ? shippedRules.find(({ id, version }) => id === row.ruleId && version === row.ruleVersion)
        : kept.get(row.ruleKey);
    if (rule !== undefined) bound.set(row.ruleId, rule);
  }
  return bound;
}

/**
 * Every clock of a case as it stands at `now`: a clock that has begun keeps the rule it began with, the others take
 * the rule in force. Rounds are left out, they belong to no case. Writes nothing.
 */
export async function readCaseClocks(item: Case, now: number): Promise<readonly CaseClock[]> {
  const rows = await database().deadlines.where('caseId').equals(item.id).toArray();
  const [bound, inForce, calendar, pauses] = await Promise.all([
    boundRules(rows),
    rulesInForce(),
    readCalendar(),
    readPauses(),
  ]);
  const current = new Map<string, string[]>();
  for (const rule of inForce) {
    if (bound.has(rule.id)) current.set(rule.id, [...(current.get(rule.id) ?? []), ruleKey(rule)]);
  }
  const found = deadlinesForCase({
    platform: item.platform,
    caseType: item.type,
    at: item.events,
    fields: item.typedDue,
    facts: factsOf(item),
    now,
    rules: [...inForce.filter(({ id }) => !bound.has(id)), ...bound.values()],
    calendar,
    pauses,
  });
  return found
    .filter(({ rule }) => rule.timing.kind !== 'patrol')
    .map((clock) => ({
      ...clock,
      outdated:
        bound.has(clock.rule.id) && current.get(clock.rule.id)?.includes(ruleKey(clock.rule)) !== true,
    }));
}
