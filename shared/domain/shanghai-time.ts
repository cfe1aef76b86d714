import { Temporal } from 'temporal-polyfill';

/** All times are shown and computed here, whatever the computer's own zone. No daylight saving since 1991. */
export const zone = 'Asia/Shanghai';

/** An instant (epoch ms) as a date and time in Shanghai. */
export function inShanghai(at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** Shanghai calendar day of an instant, `YYYYMMDD`. */
export function dayStamp(at: number): string {
  return inShanghai(at).toPlainDate().toString().replaceAll('-', '');
}

/** Shanghai calendar day of an instant, `YYYY-MM-DD`. */
export function isoDay(at: number): string {
  return inShanghai(at).toPlainDate().toString();
}

/** Shanghai day and minute of an instant, `YYYY-MM-DD HH:MM`. */
export function isoMinute(at: number): string {
  const time = inShanghai(at);
  return `${time.toPlainDate().toString()} ${time.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** First instant (epoch ms) of the Shanghai day that `at` lies in, plus `days`. */
export function startOfDay(at: number, days = 0): number {
  return inShanghai(at).add({ days }).startOfDay().epochMilliseconds;
}

/** Whether an instant (epoch ms) is 0:00 in Shanghai, which is also 24:00 of the day before. */
export function isMidnight(at: number): boolean {
  return startOfDay(at) === at;
}

/** Epoch ms of a wall-clock time in Shanghai written `YYYY-MM-DDTHH:MM`; null when it is not a real time. */
export function fromShanghai(text: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text.trim().replace(' ', 'T'), { overflow: 'reject' }).toZonedDateTime(
      zone,
    ).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Shanghai time of an instant as ISO 8601 with its offset, `2026-11-21T11:00:00+08:00`. */
export function isoSecond(at: number): string {
  return inShanghai(at).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
