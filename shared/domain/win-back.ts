import { winBackNever, winBackRules, type WinBackRule } from '../knowledge/win-back-rules';
import { startOfDay } from './shanghai-time';
import type { Case } from './case';

/** A closed case whose buyer should be asked or offered again. Times are epoch ms. */
export type WinBackDue = { readonly item: Case; readonly rule: WinBackRule; readonly dueAt: number };

const hour = 3_600_000;

function fits(rule: WinBackRule, item: Case): boolean {
  const { types, liabilities, outcomes, stars } = rule;
  const given = item.closing?.satisfaction ?? null;
  return (
    types?.includes(item.type) !== false &&
    liabilities?.includes(item.liability) !== false &&
    (outcomes === undefined || (item.closing !== undefined && outcomes.includes(item.closing.outcome))) &&
    (stars === undefined || (given !== null && given >= stars[0] && given <= stars[1]))
  );
}

/** The rule for a closed case and when to act on it, at ten in the morning; null when there is nothing to do (R169). */
export function winBackOf(item: Case): WinBackDue | null {
  if (item.status !== 'closed' || item.closedAt === null || item.anonymisedAt !== undefined) return null;
  if (item.closing !== undefined && winBackNever.includes(item.closing.outcome)) return null;
  const rule = winBackRules.find((one) => fits(one, item));
  return rule === undefined
    ? null
    : { item, rule, dueAt: startOfDay(item.closedAt, rule.afterDays) + 10 * hour };
}
