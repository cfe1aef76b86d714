import { anchorEvent, anchorOf } from './occurrences';
import type { DeadlineRule } from './rule';
import { parseStamp, parseUntil } from './shanghai';

/** The instant (epoch ms) that decides which version of a rule counts: its anchor, else `now`. */
export function versionInstant(
  rule: DeadlineRule,
  at: Readonly<Record<string, number>>,
  now: number,
): number {
  return anchorOf(at, anchorEvent(rule)) ?? now;
}

/** Whether a rule is in force at an instant (epoch ms); a bare `to` date is the last day. */
export function isInForce(rule: DeadlineRule, instant: number): boolean {
  const { from, to } = rule.effective;
  if (from !== null && instant < parseStamp(from)) return false;
  return to === null || instant < parseUntil(to);
}

function newestFirst(a: DeadlineRule, b: DeadlineRule): number {
  const start = (rule: DeadlineRule): number =>
    rule.effective.from === null ? -Infinity : parseStamp(rule.effective.from);
  const [later, earlier] = [start(b), start(a)];
  return later === earlier ? b.version - a.version : later - earlier;
}

/**
 * Picks one of several versions of the same rule by the anchor time, not by today (evaluation rule 4): in force
 * at the anchor, enabled before disabled, one platform before `any`, then the one that began last.
 */
export function pickVersion(
  versions: readonly DeadlineRule[],
  at: Readonly<Record<string, number>>,
  now: number,
): DeadlineRule | null {
  const inForce = versions.filter((rule) => isInForce(rule, versionInstant(rule, at, now)));
  const ranked = [...inForce].sort(
    (a, b) =>
      Number(b.enabled) - Number(a.enabled) ||
      Number(a.platform === 'any') - Number(b.platform === 'any') ||
      newestFirst(a, b),
  );
  return ranked[0] ?? null;
}
