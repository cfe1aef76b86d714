import { Temporal } from 'temporal-polyfill';

/** Every platform states its times in Beijing time, whatever zone the seller's computer is set to. */
export const ZONE = 'Asia/Shanghai';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** A Shanghai wall-clock reading: the date as `YYYY-MM-DD` and the milliseconds passed since its midnight. */
export interface LocalTime {
  readonly date: string;
  readonly ms: number;
}

/** Reads an instant (epoch ms) as Shanghai date and time of day. */
export function toLocal(instant: number): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);
  const seconds = (zoned.hour * 60 + zoned.minute) * 60 + zoned.second;
  return { date: zoned.toPlainDate().toString(), ms: seconds * 1000 + zoned.millisecond };
}

/** Turns a Shanghai date plus ms after its midnight into an instant (epoch ms); 24:00 is the next midnight. */
export function fromLocal(date: string, ms: number): number {
  const wholeDays = Math.floor(ms / DAY_MS);
  const day = Temporal.PlainDate.from(date).add({ days: wholeDays });
  const time = Temporal.PlainTime.from('00:00').add({ milliseconds: ms - wholeDays * DAY_MS });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds;
}

/** Moves a date `YYYY-MM-DD` by whole calendar days. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Adds calendar days or months on the Shanghai calendar and keeps the clock time (TK2). */
export function addCalendar(
  instant: number,
  amount: { readonly days?: number; readonly months?: number },
): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).add(amount)
    .epochMilliseconds;
}

/** First midnight strictly after the instant's Shanghai day has begun, as epoch ms (TK3). */
export function nextMidnight(instant: number): number {
  return fromLocal(addDays(toLocal(instant).date, 1), 0);
}

/** ISO weekday of a date, 1 = Monday to 7 = Sunday. */
export function weekday(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Milliseconds after midnight of `HH:MM` or `HH:MM:SS`; `24:00` is legal. Throws RangeError on anything else. */
export function parseClock(text: string): number {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text);
  const [hour, minute, second] = [match?.[1], match?.[2], match?.[3] ?? '0'].map(Number);
  if (!match || hour === undefined || minute === undefined || second === undefined) {
    throw new RangeError(`"${text}" is not a time of day like 16:00`);
  }
  const ms = ((hour * 60 + minute) * 60 + second) * 1000;
  if (minute > 59 || second > 59 || ms > DAY_MS)
    throw new RangeError(`"${text}" is not a time of day like 16:00`);
  return ms;
}

const STAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[([\w/+-]+)\])?$/iu;

/**
 * Reads a written time as epoch ms. Without an offset it means Shanghai time; `24:00` is the next midnight; a
 * bare date is its 00:00. Throws RangeError for impossible dates such as 2026-02-30.
 */
export function parseStamp(text: string): number {
  const match = STAMP.exec(text.trim());
  if (!match?.[1]) throw new RangeError(`"${text}" is not a time like 2026-11-21T15:30`);
  const [, date, clock = '00:00', seconds = '00', fraction = '0', offset, zone] = match;
  // A wall clock of another zone is not Shanghai's; with an offset the zone's name adds nothing.
  if (zone && !offset && zone !== ZONE) throw new RangeError(`"${text}" needs an offset beside its zone`);
  if (offset && !match[2]) throw new RangeError(`"${text}" has an offset but no time of day`);
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
    const ms = parseClock(`${clock}:${seconds}`) + Math.floor(Number(`0.${fraction}`) * 1000);
    if (ms > DAY_MS) throw new RangeError('after 24:00');
    if (!offset) return fromLocal(day.toString(), ms);
    return Date.parse(`${date}T00:00:00Z`) + ms - offsetMs(offset);
  } catch {
    throw new RangeError(`"${text}" is not a real date and time`);
  }
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) throw new RangeError('offset out of range');
  return (offset.startsWith('-') ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS);
}

/** Writes an instant as `2026-11-23T15:30:00+08:00`; milliseconds appear only when there are any. */
export function formatStamp(instant: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);
  return zoned.toString({
    timeZoneName: 'never',
    fractionalSecondDigits: zoned.millisecond === 0 ? 0 : 3,
  });
}

/**
 * Reads the end of a validity or pause as epoch ms, exclusive: a bare date is its last day, and a bound written
 * 23:59 or 23:59:59 is inclusive, as platforms mean it.
 */
export function parseUntil(text: string): number {
  const instant = parseStamp(text);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text.trim())) return nextMidnight(instant);
  if (/[T ]\d{2}:\d{2}:59/u.test(text)) return instant + 1000;
  return /[T ]\d{2}:59(?!:)/u.test(text) ? instant + MINUTE_MS : instant;
}
