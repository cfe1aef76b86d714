import { shippedRules } from '#shared/deadlines/rules/index';
import { readRuleFile } from '#shared/deadlines/rule-file';
import { parseStamp, parseUntil } from '#shared/deadlines/shanghai';
import { matchesGlob } from '#shared/deadlines/stops';
import type { PlatformPause } from '#shared/deadlines/rule';
import { isReadable, type RuleProblem } from './rule-draft';

/** What keeps a typed-in pause from being saved, in words; null when it can be. A pause that stops nothing is a slip. */
export function findPauseProblem(pause: PlatformPause): RuleProblem | null {
  const { from, to, rules = [] } = pause;
  const wrong = [from, to].find((text) => !isReadable(parseStamp, text));
  if (wrong !== undefined) return { key: 'rules.problemDate', values: { text: wrong } };
  if (parseStamp(from) >= parseUntil(to)) return { key: 'rules.pauseOrder' };
  const ids = shippedRules
    .filter(({ platform }) => pause.platform === 'any' || platform === pause.platform)
    .map(({ id }) => id);
  const idle = rules.find((pattern) => !ids.some((id) => matchesGlob(pattern, id)));
  if (idle !== undefined) return { key: 'rules.pauseNoRule', values: { text: idle } };
  const read = readRuleFile({ rules: [], pauses: [pause] });
  return read.ok ? null : { key: 'rules.pauseProblem', values: { text: read.problem } };
}
