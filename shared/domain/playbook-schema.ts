import { claimAgainst } from './claim';
import { flagUseIds } from '../knowledge/flag-uses';
import { z } from 'zod';
import { costKinds } from './cost';
import { caseTypes, complaintChannels, goodsStates, liabilities, waitingOns } from './case';
import { evidenceKinds } from './evidence';
import { guardedActions } from './gate';
import { verdicts } from './inspection';
import { outcomes } from './outcome';
import {
  factFields,
  fieldTypes,
  keptFacts,
  stepBearers,
  stepKinds,
  type Condition,
  type Playbook,
} from './playbook';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,59}$/)
  .refine((text) => !(text in {}), 'reserved');
const line = z.string().trim().min(1).max(300);
const words = z.strictObject({ zh: line, en: line });
const long = z.strictObject({
  zh: z.string().trim().min(1).max(2000),
  en: z.string().trim().min(1).max(2000),
});
const row = z.string().regex(/^R\d{1,3}$/);
const ids = z.array(z.string().min(1).max(60)).min(1).max(30);
const event = z
  .string()
  .regex(/^[a-z0-9_]+(?:\.[a-z0-9_]+)+$/)
  .max(60);
const min = z.number().int().min(1).max(99).exactOptional();

/** Conditions nest no deeper than this; a file from outside could otherwise bury the evaluator. */
const deepest = 6;

function conditionAt(depth: number): z.ZodType<Condition> {
  const inner: z.ZodType<Condition> =
    depth === 0 ? (z.never() as unknown as z.ZodType<Condition>) : z.lazy(() => conditionAt(depth - 1));
  return z.union([
    z.strictObject({ field: z.enum(factFields), in: ids }),
    z.strictObject({ answer: id, in: ids }),
    z.strictObject({ event }),
    z.strictObject({ logged: id, min }),
    z.strictObject({ slot: id, min }),
    z.strictObject({ inspected: z.array(z.enum(verdicts)).min(1) }),
    z.strictObject({ contact: ids }),
    z.strictObject({ all: z.array(inner).max(20) }),
    z.strictObject({ any: z.array(inner).max(20) }),
    z.strictObject({ not: inner }),
  ]);
}
const condition = conditionAt(deepest);

const option = z.strictObject({
  id,
  title: words,
  set: z
    .strictObject({
      goods: z.enum(goodsStates).exactOptional(),
      liability: z.enum(liabilities).exactOptional(),
      waitingOn: z.enum(waitingOns).exactOptional(),
      type: z.enum(caseTypes).exactOptional(),
      complaintChannel: z.enum(complaintChannels).exactOptional(),
    })
    .exactOptional(),
  event: event.exactOptional(),
  again: z.literal(true).exactOptional(),
  refusesClaim: z.enum(claimAgainst).exactOptional(),
  note: words.exactOptional(),
  guard: z.enum(guardedActions).exactOptional(),
  undecided: z.literal(true).exactOptional(),
  outcome: z.enum(outcomes).exactOptional(),
});

const field = z.strictObject({
  id,
  title: words,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  choices: z
    .array(z.strictObject({ id, title: words }))
    .min(1)
    .max(20)
    .exactOptional(),
  atMost: z.literal('paid').exactOptional(),
  keeps: z.enum(keptFacts).exactOptional(),
});

const slot = z.strictObject({
  id,
  title: words,
  kinds: z.array(z.enum(evidenceKinds)).min(1),
  min: z.number().int().min(1).max(20),
});

const macro = z.strictObject({ memo: long, flag: z.enum(flagUseIds), extend: id });

const book = z.strictObject({ field: id, kind: z.enum(costKinds), bearer: z.enum(stepBearers) });

const appointment = z.strictObject({
  kind: z.enum(['visit', 'parts', 'order']),
  when: id,
  who: id,
  arrived: id.exactOptional(),
  told: id.exactOptional(),
  bearer: id.exactOptional(),
  over: id.exactOptional(),
});

const step = z
  .strictObject({
    id,
    stage: id,
    kind: z.enum(stepKinds),
    title: words,
    help: words.exactOptional(),
    rows: z.array(row).max(20),
    when: condition.exactOptional(),
    doneWhen: condition.exactOptional(),
    skipWhen: z.strictObject({ if: condition, why: words }).exactOptional(),
    optional: z.boolean().exactOptional(),
    guard: z.enum(guardedActions).exactOptional(),
    slots: z.array(slot).min(1).max(10).exactOptional(),
    options: z.array(option).min(2).max(12).exactOptional(),
    script: z
      .string()
      .regex(/^[\w.]{1,40}$/)
      .exactOptional(),
    text: long.exactOptional(),
    amountFrom: id.exactOptional(),
    lessFrom: id.exactOptional(),
    books: z.array(book).min(1).max(5).exactOptional(),
    macro: macro.exactOptional(),
    appointment: appointment.exactOptional(),
    event: event.exactOptional(),
    fields: z.array(field).max(10).exactOptional(),
    waitOn: z.enum(waitingOns).exactOptional(),
    goods: z.enum(goodsStates).exactOptional(),
    remind: z
      .strictObject({
        words,
        field: id.exactOptional(),
        days: z.number().int().min(1).max(365).exactOptional(),
      })
      .exactOptional(),
    waitRole: id.exactOptional(),
    days: z.number().int().min(1).max(60).exactOptional(),
    against: z.enum(claimAgainst).exactOptional(),
  })
  .superRefine((one, context) => {
    if (one.remind?.field !== undefined && !one.fields?.some(({ id: name }) => name === one.remind?.field))
      context.addIssue({ code: 'custom', message: 'remind names no field', path: ['remind'] });
    for (const name of one.appointment === undefined ? [] : [one.appointment.when, one.appointment.who])
      if (!one.fields?.some((field) => field.id === name))
        context.addIssue({ code: 'custom', message: `appointment names no field ${name}` });
    for (const { field: name } of one.books ?? [])
      if (!one.fields?.some((field) => field.id === name && field.type === 'money'))
        context.addIssue({ code: 'custom', message: `books name no sum ${name}`, path: ['books'] });
    if (one.macro !== undefined && one.kind !== 'memo')
      context.addIssue({ code: 'custom', message: 'only a memo has a macro', path: ['macro'] });
    const needs = { evidence: 'slots', decision: 'options', script: 'text', deadline: 'event' } as const;
    const part = Object.hasOwn(needs, one.kind) ? needs[one.kind as keyof typeof needs] : undefined;
    if (part === 'text' && one.script !== undefined) return;
    if (part !== undefined && one[part] === undefined)
      context.addIssue({ code: 'custom', message: `${one.kind} needs ${part}`, path: [part] });
  });

const stage = z.strictObject({
  id,
  title: words,
  side: z.boolean().exactOptional(),
  next: z
    .array(
      z.strictObject({
        to: id,
        when: condition.exactOptional(),
        title: words.exactOptional(),
        loop: z.boolean().exactOptional(),
      }),
    )
    .max(12),
});

function repeats(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** Every decision a condition asks about. */
export function answersIn(one: Condition | undefined): readonly string[] {
  if (one === undefined) return [];
  if ('answer' in one) return [one.answer];
  if ('not' in one) return answersIn(one.not);
  if ('all' in one) return one.all.flatMap(answersIn);
  return 'any' in one ? one.any.flatMap(answersIn) : [];
}

/** What a procedure must be to be walked; used for files from outside and, in tests, for the shipped ones. */
export const playbookSchema: z.ZodType<Playbook> = z
  .strictObject({
    key: z.string().regex(/^(?:own-[a-z0-9-]{1,40}|[A-Za-z]{3,30})$/),
    version: z.number().int().min(1).max(9999),
    like: z.enum(caseTypes),
    name: words,
    about: words,
    rows: z.array(row).max(40),
    bearer: z.enum(liabilities),
    outcomes: z.array(z.enum(outcomes)).min(1),
    stages: z.array(stage).min(1).max(20),
    steps: z.array(step).max(100),
    closing: z.array(z.strictObject({ id, words, met: condition, rows: z.array(row).max(10) })).max(10),
    statuses: z
      .array(z.strictObject({ id, title: words, after: id.exactOptional() }))
      .min(1)
      .max(12)
      .exactOptional(),
  })
  .superRefine((book, context) => {
    const wrong = (message: string): void => {
      context.addIssue({ code: 'custom', message });
    };
    const stages = new Set(book.stages.map((one) => one.id));
    const twice = repeats(book.stages.map((one) => one.id)) ?? repeats(book.steps.map((one) => one.id));
    if (twice !== undefined) wrong(`the name ${twice} is used twice`);
    for (const one of book.steps) if (!stages.has(one.stage)) wrong(`step ${one.id} is in no stage`);
    for (const { macro: own } of book.steps)
      if (
        own !== undefined &&
        !book.steps.some(({ id: name, kind }) => name === own.extend && kind === 'extendTrade')
      )
        wrong(`a macro extends by a step that is not there: ${own.extend}`);
    for (const one of book.stages)
      for (const { to } of one.next) if (!stages.has(to)) wrong(`stage ${one.id} leads nowhere: ${to}`);
    for (const { after } of book.statuses ?? [])
      if (after !== undefined && !book.steps.some((one) => one.id === after))
        wrong(`a status waits for a step that is not there: ${after}`);
    if (!caseTypes.some((type) => type === book.key) && !book.key.startsWith('own-'))
      wrong('a type of your own has a key that begins with own-');
  });
