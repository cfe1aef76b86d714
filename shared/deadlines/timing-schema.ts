import { z } from 'zod';
import type { Timing } from './rule';
import { parseClock, parseStamp } from './shanghai';

/** Whether a reader of times accepts the text. */
export function isReadable(read: (text: string) => number): (text: string) => boolean {
  return (text) => {
    try {
      read(text);
      return true;
    } catch {
      return false;
    }
  };
}

/** A time of day, 24:00 included. */
const clockText = z.string().refine(isReadable(parseClock), { error: 'not a time of day like 16:00' });
/** A date or a time; without an offset it means Shanghai. */
export const stampText = z
  .string()
  .refine(isReadable(parseStamp), { error: 'not a date or time like 2026-11-21T15:30' });

const wholeDaysOnly = { error: 'workday and month need a whole number' };
const tooLong = { error: 'longer than a hundred years' };
const units = z.enum(['second', 'minute', 'hour', 'day', 'workday', 'month']);
const spanShape = { n: z.number().nonnegative(), unit: units };
const HUNDRED_YEARS: Readonly<Record<z.infer<typeof units>, number>> = {
  second: 3_155_760_000,
  minute: 52_596_000,
  hour: 876_600,
  day: 36_525,
  workday: 36_525,
  month: 1200,
};
type WrittenSpan = Readonly<{ n: number; unit: z.infer<typeof units> }>;
const isCountable = ({ n, unit }: WrittenSpan): boolean =>
  Number.isInteger(n) || (unit !== 'workday' && unit !== 'month');
const isOfThisLife = ({ n, unit }: WrittenSpan): boolean => n <= HUNDRED_YEARS[unit];
/** A length of time up to a hundred years; working days and months only whole. */
export const spanSchema = z
  .strictObject(spanShape)
  .refine(isCountable, wholeDaysOnly)
  .refine(isOfThisLife, tooLong);

const serviceClock = z
  .strictObject({ open: clockText, close: clockText, days: z.enum(['all', 'workdays']).default('all') })
  .refine(({ open, close }) => open !== close, { error: 'opens and closes at the same time' });

const roll = z.enum(['holiday', 'nonworkday']).optional();
/** Name of an event, when a place may leave it out. */
export const eventName = z.string().min(1).optional();
const dueDay = z.number().int().nonnegative().max(366);

const duration = z
  .strictObject({
    kind: z.literal('duration'),
    ...spanShape,
    event: eventName,
    start: z.enum(['event', 'next_midnight']).optional(),
    clock: serviceClock.optional(),
    roll,
  })
  .refine(isCountable, wholeDaysOnly)
  .refine(isOfThisLife, tooLong)
  .refine(({ unit, clock }) => unit !== 'month' || !clock, { error: 'months cannot run on a service clock' });

const cutoff = z.strictObject({
  kind: z.literal('cutoff'),
  event: eventName,
  steps: z.array(z.strictObject({ before: clockText.optional(), dueDay, dueAt: clockText })).min(1),
  roll,
});

const window = z.strictObject({
  kind: z.literal('window'),
  event: eventName,
  dueDay,
  openAt: clockText,
  closeAt: clockText,
  roll,
});

const manual = z.strictObject({ kind: z.literal('manual'), field: z.string().min(1) });

const patrol = z.strictObject({
  kind: z.literal('patrol'),
  every: spanSchema.refine(({ n }) => n > 0, { error: 'must be longer than nothing' }),
  between: z.tuple([clockText, clockText]).optional(),
});

const combined = (kind: 'latest' | 'earliest') =>
  z.strictObject({ kind: z.literal(kind), of: z.array(z.lazy(() => part)).min(1) });

/** Whatever may stand inside "later of" and "earlier of"; a patrol has no end to compare. */
const part: z.ZodType<Timing> = z.lazy(() =>
  z.discriminatedUnion('kind', [duration, cutoff, window, manual, combined('latest'), combined('earliest')]),
);

/** Any timing of a rule file. */
export const timingSchema: z.ZodType<Timing> = z.discriminatedUnion('kind', [
  duration,
  cutoff,
  window,
  manual,
  patrol,
  combined('latest'),
  combined('earliest'),
]);
