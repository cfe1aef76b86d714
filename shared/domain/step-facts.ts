import type { Condition, FactField } from './playbook';
import type { Verdict } from './inspection';

/** What happened to a step: done or left out, when, by whom, with what answer. */
export type StepMark = {
  readonly state: 'done' | 'skipped';
  readonly at: number;
  readonly by: string;
  readonly answer: string | null;
  readonly reason: string;
};

/** Everything a condition can ask about a case, read once. Times are epoch ms. */
export type StepFacts = {
  readonly fields: Readonly<Record<FactField, string>>;
  readonly events: Readonly<Record<string, number>>;
  /** Times of the history's lines, by kind. */
  readonly logged: Readonly<Record<string, readonly number[]>>;
  /** Times at which evidence that still exists was accepted, by slot. */
  readonly slots: Readonly<Record<string, readonly number[]>>;
  readonly steps: Readonly<Record<string, StepMark>>;
  readonly inspections: readonly { readonly verdict: Verdict; readonly at: number }[];
  readonly contacts: readonly { readonly result: string; readonly at: number }[];
};

/** Dated events are known to the minute. */
const minute = 60_000;

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function nth(times: readonly number[], min: number): number | null {
  return times.toSorted((a, b) => a - b)[min - 1] ?? null;
}

/** Times of an event and of its repeats (`name#2` …). */
function timesOf(events: StepFacts['events'], name: string): number[] {
  return Object.entries(events).flatMap(([key, at]) =>
    key === name || key.startsWith(`${name}#`) ? [at] : [],
  );
}

/**
 * When a condition became true (epoch ms, 0 when that is not known), or null while it is not. Happenings before
 * `since` do not count: a stage that was gone back to begins anew.
 */
export function provedAt(condition: Condition, facts: StepFacts, since = 0): number | null {
  if ('field' in condition) return condition.in.includes(facts.fields[condition.field]) ? 0 : null;
  if ('answer' in condition) {
    const mark = own(facts.steps, condition.answer);
    return mark?.answer !== undefined && mark.answer !== null && condition.in.includes(mark.answer)
      ? mark.at
      : null;
  }
  if ('event' in condition) {
    const from = Math.floor(since / minute) * minute;
    return nth(
      timesOf(facts.events, condition.event).filter((at) => at >= from),
      1,
    );
  }
  if ('logged' in condition) {
    const times = own(facts.logged, condition.logged) ?? [];
    return nth(
      times.filter((at) => at >= since),
      condition.min ?? 1,
    );
  }
  if ('slot' in condition) return nth(own(facts.slots, condition.slot) ?? [], condition.min ?? 1);
  if ('inspected' in condition) {
    const last = facts.inspections
      .filter(({ at }) => at >= since)
      .toSorted((a, b) => a.at - b.at)
      .at(-1);
    return last !== undefined && condition.inspected.includes(last.verdict) ? last.at : null;
  }
  if ('contact' in condition) {
    const times = facts.contacts.flatMap(({ result, at }) =>
      condition.contact.includes(result) ? [at] : [],
    );
    return nth(
      times.filter((at) => at >= since),
      1,
    );
  }
  if ('not' in condition) return provedAt(condition.not, facts, since) === null ? 0 : null;
  if ('any' in condition) {
    const times = condition.any.map((one) => provedAt(one, facts, since)).filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }
  const times = condition.all.map((one) => provedAt(one, facts, since));
  return times.includes(null) ? null : Math.max(0, ...times.filter((at) => at !== null));
}

/** Whether a condition holds; one that is not given always does. */
export function holds(condition: Condition | undefined, facts: StepFacts, since = 0): boolean {
  return condition === undefined || provedAt(condition, facts, since) !== null;
}
