import { answersIn } from '#shared/domain/playbook-schema';
import { walkOn, type Walk } from '#shared/domain/playbook-walk';
import type { Liability } from '#shared/domain/case';
import type { Condition, DecisionOption, Playbook, Step } from '#shared/domain/playbook';
import type { StepFacts } from '#shared/domain/step-facts';

/** What came of trying every answer of a procedure. */
export type EveryWay = {
  /** Steps that belonged to the walk at a stage reached, and `step=option` for the answers that could be given. */
  readonly steps: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  /** Types the case can go on as. */
  readonly becomes: ReadonlySet<string>;
  readonly ends: number;
  /** Answers after which nothing is left to do and no way leads on or back. */
  readonly deadEnds: readonly string[];
};

type Place = {
  readonly facts: StepFacts;
  readonly path: readonly string[];
  readonly at: number;
  /** Optional decisions that were passed over. */
  readonly left: readonly string[];
};

const minute = 60_000;

function conditionsOf({ steps, stages, closing }: Playbook): readonly Condition[] {
  return [
    ...steps.flatMap(({ when, doneWhen, skipWhen }) => [when, doneWhen, skipWhen?.if]),
    ...stages.flatMap(({ next }) => next.map(({ when }) => when)),
    ...closing.map(({ met }) => met),
  ].filter((one) => one !== undefined);
}

/** Which of these conditions ask about an answer, to tell answers apart that lead different ways. */
function askedBy(one: Condition, step: string, option: string): boolean {
  if ('answer' in one) return one.answer === step && one.in.includes(option);
  if ('not' in one) return askedBy(one.not, step, option);
  if ('all' in one) return one.all.some((part) => askedBy(part, step, option));
  return 'any' in one && one.any.some((part) => askedBy(part, step, option));
}

/**
 * Of answers that change nothing in different ways, one is enough; of an optional question's those that change nothing are
 * like passing it over.
 */
function unlike(
  conditions: readonly Condition[],
  { id, options = [], optional }: Step,
): readonly DecisionOption[] {
  const kinds = new Map(
    options.map((option) => {
      const asked = conditions.map((one) => (askedBy(one, id, option.id) ? 1 : 0));
      return [JSON.stringify([asked, option.set, option.event]), option];
    }),
  );
  return [...kinds.values()].filter(
    (option) =>
      optional !== true ||
      option.set !== undefined ||
      option.event !== undefined ||
      conditions.some((one) => askedBy(one, id, option.id)),
  );
}

function goOn(
  { facts, path, at, left }: Place,
  step: Step,
  option: DecisionOption | null,
  verdict = '',
): Place {
  const now = at + minute;
  const events = [step.event, option?.event].flatMap((name) => (name === undefined ? [] : [[name, now]]));
  const done = { state: 'done', at: now, by: '', answer: option?.id ?? null, reason: '' } as const;
  const { type: _type, ...set } = option?.set ?? {};
  const goods = step.goods === undefined ? {} : { goods: step.goods };
  const inspected = verdict as 'pass' | 'deduct' | 'fail';
  return {
    at: now,
    left,
    path: [...path, [step.id, option?.id ?? verdict].filter((one) => one !== '').join('=')],
    facts: {
      ...facts,
      fields: { ...facts.fields, ...goods, ...set },
      events: { ...facts.events, ...Object.fromEntries(events) },
      logged:
        step.kind === 'memo'
          ? { ...facts.logged, noteAdded: [...(facts.logged['noteAdded'] ?? []), now] }
          : facts.logged,
      slots: {
        ...facts.slots,
        ...Object.fromEntries(
          (step.slots ?? []).map(({ id, min }) => [id, Array.from({ length: min }, () => now)]),
        ),
      },
      inspections:
        verdict === '' ? facts.inspections : [...facts.inspections, { verdict: inspected, at: now }],
      steps:
        step.kind === 'evidence' || step.kind === 'inspect'
          ? facts.steps
          : { ...facts.steps, [step.id]: done },
    },
  };
}

/** Where a place stands, as far as the way on can depend on it. */
function signOf(walk: Walk, { facts, left }: Place, asked: ReadonlySet<string>): string {
  const answers = Object.entries(facts.steps).map(
    ([id, { answer }]) => `${id}=${asked.has(id) ? answer : ''}`,
  );
  const last = facts.inspections.at(-1)?.verdict;
  const { goods, liability } = facts.fields;
  return JSON.stringify([
    walk.stage.id,
    answers.toSorted(),
    left,
    Object.keys(facts.slots),
    goods,
    liability,
    last,
  ]);
}

/** Walks a procedure by every answer it offers, from a case whose fault is known to be somebody's. */
export function walkEveryWay(playbook: Playbook, start: StepFacts, liability: Liability): EveryWay {
  const conditions = conditionsOf(playbook);
  const asked = new Set(conditions.flatMap(answersIn));
  const found = { steps: new Set<string>(), options: new Set<string>(), becomes: new Set<string>() };
  const deadEnds: string[] = [];
  const seen = new Set<string>();
  let ends = 0;
  const fields = { ...start.fields, type: playbook.like, liability };
  const todo: Place[] = [{ facts: { ...start, fields }, path: [], at: 0, left: [] }];
  for (let place = todo.pop(); place !== undefined; place = todo.pop()) {
    const walk = walkOn(playbook, place.facts, { stage: null, since: {} });
    const sign = signOf(walk, place, asked);
    if (seen.has(sign)) continue;
    seen.add(sign);
    const here = [...(walk.next === null ? [] : [walk.next]), ...walk.open];
    for (const { step } of [...here, ...walk.finished]) found.steps.add(step.id);
    for (const { step } of here)
      for (const { id } of step.options ?? []) found.options.add(`${step.id}=${id}`);
    const [must] = here.filter(({ step }) => step.optional !== true);
    if (must === undefined) {
      if (walk.complete) ends += 1;
      else if (!walk.moves.some(({ open }) => open)) deadEnds.push(place.path.join(' > '));
    }
    const maybe = here.find(
      ({ step }) => step.optional === true && asked.has(step.id) && !place.left.includes(step.id),
    );
    // An optional question is answered or passed over when it comes up; then what has to be done is done.
    if (maybe !== undefined) todo.push({ ...place, left: [...place.left, maybe.step.id] });
    const step = (maybe ?? must)?.step;
    if (step === undefined) continue;
    if (step.kind === 'inspect')
      for (const verdict of ['pass', 'deduct', 'fail']) todo.push(goOn(place, step, null, verdict));
    else if (step.options === undefined) todo.push(goOn(place, step, null));
    else
      for (const option of unlike(conditions, step)) {
        const type = option.set?.type;
        if (type === undefined || type === playbook.like) todo.push(goOn(place, step, option));
        else {
          found.becomes.add(type);
          ends += 1;
        }
      }
  }
  return { ...found, ends, deadEnds };
}
