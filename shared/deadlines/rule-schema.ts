import { z } from 'zod';
import { defaultLeads } from './define-rule';
import { sparingSlips } from './known-keys';
import { anchorEvent } from './occurrences';
import type { Adjust, DeadlineRule } from './rule';
import { parseClock, parseStamp, parseUntil } from './shanghai';
import { eventName, isReadable, spanSchema, stampText, timingSchema } from './timing-schema';

const actorNames: Readonly<Record<string, string>> = {
  seller: 'merchant',
  carrier: 'courier',
  logistics: 'courier',
};
const actor = z.preprocess(
  (value) => (typeof value === 'string' ? (actorNames[value] ?? value) : value),
  z.enum([
    'merchant',
    'buyer',
    'platform',
    'system',
    'courier',
    'supplier',
    'insurer',
    'payment',
    'authority',
    'both',
  ]),
);

const opens = z.strictObject({ before: spanSchema }).optional();

const adjust: z.ZodType<Adjust> = z
  .strictObject({
    on: z.string().min(1),
    cap: spanSchema.optional(),
    floor: spanSchema.optional(),
    ask: z.boolean().optional(),
    restore: z.boolean().optional(),
    extend: spanSchema.optional(),
    by: actor.optional(),
    times: z.number().int().positive().optional(),
    opens,
    notWhilePaused: z.boolean().optional(),
    pause: z.boolean().optional(),
    resume: z.boolean().optional(),
  })
  .refine(
    (item) => Boolean(item.cap ?? item.floor ?? item.extend) || item.restore || item.pause || item.resume,
    {
      error: 'does nothing: needs cap, floor, restore, extend, pause or resume',
    },
  );

/** Platform names of files that differ from the app's ids. */
const platformNames: Readonly<Record<string, string>> = {
  '*': 'any',
  all: 'any',
  red: 'xhs',
  xiaohongshu: 'xhs',
  weixin: 'wechat',
  pinduoduo: 'pdd',
};

/** A platform id; `*` becomes `any` and foreign spellings the app's own, unknown platforms stay as they are. */
const platformSchema = z
  .string()
  .min(1)
  .transform((name) => platformNames[name] ?? name);

const whereScalar = z.union([z.string(), z.number(), z.boolean()]);
const seasonDay = z.string().regex(/^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, {
  error: 'not a day like 2026-10-20 or 10-20',
});
const season = z
  .object({ from: seasonDay.optional(), to: seasonDay.optional() })
  .refine(({ from, to }) => (from ?? to) !== undefined, { error: 'a season needs from or to' })
  .refine(({ from, to }) => from === undefined || to === undefined || from.length === to.length, {
    error: 'from and to must both have a year or both have none',
  });
const where = z
  .record(z.string(), z.union([whereScalar, z.array(whereScalar), season]))
  .superRefine((conditions, check) => {
    for (const [key, value] of Object.entries(conditions)) {
      const isRange =
        Array.isArray(value) &&
        value.length === 2 &&
        value.every((part) => isReadable(parseClock)(String(part)));
      if (key.endsWith('Between') && !isRange) {
        check.addIssue({
          code: 'custom',
          path: [key],
          message: 'not a pair of times like ["18:00", "09:00"]',
        });
      }
    }
  });

const NO_SOURCE = { ref: '', url: null, date: null };

/** A remark of the file's author: `$schema`, `_why`, `//`, `comment`. */
const REMARK = /^(?:\$|\/\/|_(?!_)|comments?$)/u;

/** Files say "not set" with null as well as by leaving the key out, and may carry remarks. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, entry]) => entry !== null && !REMARK.test(key));
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutNulls(entry)]));
}

/** What the screen says of a rule; a file may give one text for both languages. */
const words = z
  .union([z.string(), z.object({ zh: z.string(), en: z.string() })])
  .transform((text) => (typeof text === 'string' ? { zh: text, en: text } : text));

const ruleFields = z.object({
  id: z.string().min(1),
  version: z.number().int().nonnegative().default(1),
  basis: z.enum(['platform', 'law', 'house']).optional(),
  platform: platformSchema.default('any'),
  event: eventName,
  where: where.optional(),
  assume: z.boolean().optional(),
  actor: actor.default('merchant'),
  timing: timingSchema,
  adjust: z.array(adjust).optional(),
  opens,
  attempts: z.number().int().positive().optional(),
  closes: z.array(z.string().min(1)).optional(),
  onMiss: z
    .enum([
      'auto_agree',
      'auto_refund',
      'auto_refund_no_return',
      'close_case',
      'deemed_received',
      'decide_on_file',
      'penalty',
      'none',
    ])
    .default('none'),
  remind: z
    .array(z.union([z.object({ before: spanSchema }), z.object({ at: z.enum(['start', 'half']) })]))
    .optional(),
  effective: z
    .strictObject({ from: stampText.nullable().default(null), to: stampText.nullable().default(null) })
    .default({ from: null, to: null })
    .refine(({ from, to }) => from === null || to === null || endsLater(from, to), {
      error: 'ends before it begins',
    }),
  source: z
    .object({
      ref: z.string().default(''),
      url: z.string().nullable().default(null),
      date: z.string().nullable().default(null),
      also: z.array(z.string()).optional(),
    })
    .default(NO_SOURCE),
  confidence: z.enum(['high', 'medium', 'low']).default('low'),
  enabled: z.boolean().default(true),
  title: words.optional(),
  note: words.optional(),
  checkedOn: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
    .nullable()
    .default(null),
});

const ruleShape = sparingSlips(Object.keys(ruleFields.shape), ruleFields)
  .refine((rule) => !countsFromNothing(rule), {
    error: 'needs the event its clock counts from',
    path: ['event'],
  })
  .transform((rule) => ({
    ...rule,
    basis: rule.basis ?? (rule.platform === 'any' ? ('house' as const) : ('platform' as const)),
    title: rule.title ?? { zh: rule.id, en: rule.id },
    remind: rule.remind ?? defaultLeads(rule.timing),
  }));

/** A rule as written in a file (shape of section 3.5), completed with defaults. */
export const deadlineRuleSchema: z.ZodType<DeadlineRule> = z.preprocess(withoutNulls, ruleShape);

/** Whether some part of a timing has no event to count from, its own or the rule's. */
function countsFromNothing({ event, timing }: Pick<DeadlineRule, 'event' | 'timing'>): boolean {
  if (event !== undefined || timing.kind === 'manual' || timing.kind === 'patrol') return false;
  return anchorEvent({ timing }) === undefined;
}

/** Unreadable times are told by their own check, so they pass here. */
function endsLater(from: string, to: string): boolean {
  return ![from, to].every(isReadable(parseStamp)) || parseStamp(from) < parseUntil(to);
}

const pauseFields = z.object({
  id: z.string().min(1),
  platform: platformSchema.default('any'),
  from: stampText,
  to: stampText,
  rules: z.array(z.string().min(1)).optional(),
});

/** A platform pause as written in a file. */
export const pauseSchema = sparingSlips(Object.keys(pauseFields.shape), pauseFields).refine(
  ({ from, to }) => endsLater(from, to),
  { error: 'ends before it begins' },
);

const dateText = stampText.refine((text) => /^\d{4}-\d{2}-\d{2}$/u.test(text), {
  error: 'not a date like 2026-01-04',
});

const dates = z.array(dateText).default([]);
const calendarYear = sparingSlips(['off', 'work'], z.object({ off: dates, work: dates }));

/** A work calendar as written in a file; each year stands for itself and names each of its days once. */
export const calendarSchema = z.object({
  years: z
    .record(z.string().regex(/^\d{4}$/u, { error: 'not a year like 2026' }), calendarYear)
    .superRefine((years, check) => {
      for (const [year, { off, work }] of Object.entries(years)) {
        const foreign = [...off, ...work].find((date) => !date.startsWith(year));
        const both = off.find((date) => work.includes(date));
        if (foreign !== undefined)
          check.addIssue({ code: 'custom', path: [year], message: `${foreign} is not a day of ${year}` });
        if (both !== undefined)
          check.addIssue({
            code: 'custom',
            path: [year],
            message: `${both} is both a day off and a workday`,
          });
      }
    }),
});
