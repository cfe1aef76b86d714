import { z } from 'zod';
import type { WorkCalendar } from './calendar';
import type { DeadlineRule, PlatformPause } from './rule';
import { calendarSchema, deadlineRuleSchema, pauseSchema } from './rule-schema';
import { ZONE } from './shanghai';

const ruleFileSchema = z.object({
  schema: z.literal(1).optional(),
  zone: z.literal(ZONE).optional(),
  rules: z.array(deadlineRuleSchema),
  pauses: z.array(pauseSchema).default([]),
  calendar: calendarSchema.optional(),
});

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

/** Reads parsed JSON in the shape of section 3.5. Never throws; the problem is one line for the screen. */
export function readRuleFile(json: unknown): RuleFileResult {
  const parsed = ruleFileSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, problem: issue ? explain(issue, []) : 'file: not a rule file' };
  }
  const { rules, pauses, calendar } = parsed.data;
  return { ok: true, file: { rules, pauses, calendar: calendar ?? null } };
}
