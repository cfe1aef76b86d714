import { shippedCalendar, type WorkCalendar } from '#shared/deadlines/calendar';
import { evaluateRule, type DeadlineResult, type DeadlineState } from '#shared/deadlines/engine';
import type { DeadlineRule, PlatformPause } from '#shared/deadlines/rule';
import { readRuleFile } from '#shared/deadlines/rule-file';
import { shippedRules } from '#shared/deadlines/rules/index';
import { formatStamp, parseStamp } from '#shared/deadlines/shanghai';
import type { Facts } from '#shared/deadlines/where';

/** Times as people write them; the answer likewise, cut to the minute. */
export interface WrittenInput {
  readonly at?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly now?: string;
  readonly facts?: Facts;
  readonly calendar?: WorkCalendar;
  readonly pauses?: readonly PlatformPause[];
}

export interface WrittenAnswer {
  readonly due: string | null;
  readonly shadowDue: string | null;
  readonly openAt: string | null;
  readonly state: DeadlineState;
}

/** One worked example of section 3.1: a rule as in a file, its inputs, and what must come out. */
export interface WorkedExample extends WrittenInput {
  readonly name: string;
  readonly rule: object;
  readonly expect: Partial<WrittenAnswer>;
}

/** Long before any example, so that running clocks say "running". */
const EARLY = '2000-01-01';

function readAll(texts: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parseStamp(text)]));
}

function write(instant: number | null): string | null {
  return instant === null ? null : formatStamp(instant).slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
}

export function evaluateWritten(rule: DeadlineRule, input: WrittenInput): DeadlineResult {
  return evaluateRule(rule, {
    at: readAll(input.at ?? {}),
    fields: readAll(input.fields ?? {}),
    now: parseStamp(input.now ?? EARLY),
    facts: input.facts,
    calendar: input.calendar ?? shippedCalendar,
    pauses: input.pauses,
  });
}

export function answer(rule: DeadlineRule, input: WrittenInput): WrittenAnswer {
  const { due, shadowDue, openAt, state } = evaluateWritten(rule, input);
  return { due: write(due), shadowDue: write(shadowDue), openAt: write(openAt), state };
}

/** A rule written as in a file; throws with the file's own problem line. */
export function ruleOf(json: object): DeadlineRule {
  const read = readRuleFile({ rules: [{ id: 'x', platform: 'pdd', basis: 'platform', ...json }] });
  if (!read.ok) throw new Error(read.problem);
  const [rule] = read.file.rules;
  if (!rule) throw new Error('no rule');
  return rule;
}

/** The shipped rule with this id; the newest version unless one is named. */
export function shipped(id: string, version?: number): DeadlineRule {
  const rule = shippedRules.find(
    (candidate) => candidate.id === id && (version === undefined || candidate.version === version),
  );
  if (!rule) throw new Error(`no shipped rule ${id}`);
  return rule;
}
