import { describe, expect, test } from 'vitest';
import { caseTypes } from '#shared/domain/case';
import { deadlineEvents } from '#shared/deadlines/events';
import { answersIn, playbookSchema } from '#shared/domain/playbook-schema';
import { gates } from '#shared/knowledge/gates/gates';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import type { Condition, Playbook } from '#shared/domain/playbook';

test('1S there is one procedure for each of the twenty case types', () => {
  expect(shippedPlaybooks.map(({ key }) => key)).toEqual(caseTypes);
});

function conditionsOf(book: Playbook): readonly Condition[] {
  return [
    ...book.steps.flatMap(({ when, doneWhen, skipWhen }) => [when, doneWhen, skipWhen?.if]),
    ...book.stages.flatMap(({ next }) => next.map(({ when }) => when)),
    ...book.closing.map(({ met }) => met),
  ].filter((one) => one !== undefined);
}

describe.each(shippedPlaybooks.map((book) => [book.key, book] as const))('%s', (_key, book) => {
  test('has the shape files from outside must have', () => {
    expect(playbookSchema.safeParse(book).error?.issues ?? []).toEqual([]);
  });

  test('asks only about decisions that it makes, and only for answers they offer', () => {
    const options = new Map(
      book.steps.map(({ id, options }) => [id, new Set(options?.map((one) => one.id))]),
    );
    const wrong = conditionsOf(book).flatMap((condition) =>
      answersIn(condition).filter((id) => (options.get(id)?.size ?? 0) === 0),
    );
    expect(wrong).toEqual([]);
    const check = (one: Condition): readonly string[] => {
      if ('answer' in one) return one.in.filter((id) => options.get(one.answer)?.has(id) !== true);
      if ('not' in one) return check(one.not);
      if ('all' in one) return one.all.flatMap(check);
      return 'any' in one ? one.any.flatMap(check) : [];
    };
    expect(conditionsOf(book).flatMap(check)).toEqual([]);
  });

  test('records only events that the deadline rules know', () => {
    const known = new Set(Object.keys(deadlineEvents));
    const used = book.steps.flatMap(({ event, options }) => [
      event,
      ...(options ?? []).map((one) => one.event),
    ]);
    expect(used.filter((event) => event !== undefined && !known.has(event))).toEqual([]);
  });

  test('every message it copies stands in the library, and it carries no text of its own', () => {
    const known = new Set(shippedScripts.map(({ id }) => id));
    const steps = book.steps.filter(({ kind }) => kind === 'script');
    expect(steps.filter(({ script }) => script === undefined || !known.has(script))).toEqual([]);
    expect(book.steps.filter((step) => step.text !== undefined)).toEqual([]);
  });

  test('every stage can be reached, and an end from each', () => {
    const next = new Map(book.stages.map(({ id, next }) => [id, next.map(({ to }) => to)]));
    const reach = (from: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(from)) return seen;
      seen.add(from);
      for (const to of next.get(from) ?? []) reach(to, seen);
      return seen;
    };
    expect([...reach(book.stages[0]?.id ?? '')].toSorted()).toEqual([...next.keys()].toSorted());
    for (const id of next.keys()) expect(reach(id).has('done')).toBe(true);
  });

  test('has a way back or is so short that it needs none', () => {
    expect(book.stages.some(({ next }) => next.some(({ loop }) => loop === true))).toBe(true);
  });
});

/** Rows 1A to 1D, 1F to 1J, 1M and 1N. */
const procedureRows = [
  ...Array.from({ length: 48 }, (_, index) => index + 1),
  ...Array.from({ length: 67 }, (_, index) => index + 59),
  ...Array.from({ length: 14 }, (_, index) => index + 156),
  ...Array.from({ length: 17 }, (_, index) => index + 170),
];

test('every row of the procedure sections is the source of a step, a procedure or a gate', () => {
  const cited = new Set([
    ...gates.flatMap(({ rows }) => rows),
    ...shippedPlaybooks.flatMap(({ rows, steps }) => [...rows, ...steps.flatMap((step) => step.rows)]),
  ]);
  expect(procedureRows.map((row) => `R${row}`).filter((row) => !cited.has(row))).toEqual([]);
});
