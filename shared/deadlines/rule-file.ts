import { z } from 'zod';
import type { WorkCalendar } from './calendar';
import type { DeadlineRule, PlatformPause } from './rule';
import { calendarSchema, deadlineRuleSchema, pauseSchema } from './rule-schema';
import { sparingSlips } from './known-keys';
import { ZONE } from './shanghai';

const fileFields = z.object({
  schema: z.literal(1).optional(),
  zone: z.literal(ZONE).optional(),
  rules: z.array(deadlineRuleSchema),
  pauses: z.array(pauseSchema).default([]),
  calendar: calendarSchema.optional(),
});
const ruleFileSchema = sparingSlips(Object.keys(fileFields.shape), fileFields);

/** Rules, pauses and calendar of one file; `calendar` is null when the file brings none. */
export interface RuleFile {
  readonly rules: readonly DeadlineRule[];
  readonly pauses: readonly PlatformPause[];
  readonly calendar: WorkCalendar | null;
}

export type RuleFileResult =
  | { readonly ok: true; readonly file: RuleFile }
  /** One line that names the place and what is wrong there. */
  | { readonly ok: false; readonly problem: string };

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./u, '');
}

/** Deepest message of a failed union, because "invalid input" names nothing. */
function explain(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string {
  const here = [...path, ...issue.path];
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.find((branch) => branch.length > 0)?.[0];
    if (inner) return explain(inner, here);
  }
  return `${placeOf(here) || 'file'}: ${issue.message}`;
}

/** The same version of a rule twice, for the same time and conditions: nobody could say which one counts. */
function findTwice(rules: readonly DeadlineRule[]): string | null {
  const seen = new Map<string, number>();
  for (const [index, { id, version, effective, where, platform }] of rules.entries()) {
    const key = JSON.stringify([id, version, effective.from, effective.to, where ?? null, platform]);
    const first = seen.get(key);
    if (first !== undefined)
      return `rules[${index}]: ${id} version ${version} stands in rules[${first}] already`;
    seen.set(key, index);
  }
  return null;
}

/** No rule nests deeper; a file that does would exhaust the reader. */
const DEEPEST = 50;

function isTooDeep(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** Reads parsed JSON in the shape of section 3.5. Never throws; the problem is one line for the screen. */
export function readRuleFile(json: unknown): RuleFileResult {
  if (isTooDeep(json)) return { ok: false, problem: `file: nested deeper than ${DEEPEST} levels` };
  const parsed = ruleFileSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, problem: issue ? explain(issue, []) : 'file: not a rule file' };
  }
  const { rules, pauses, calendar } = parsed.data;
  const twice = findTwice(rules);
  if (twice !== null) return { ok: false, problem: twice };
  return { ok: true, file: { rules, pauses, calendar: calendar ?? null } };
}
