import type { TFunction } from 'i18next';
import { countdown, type Countdown } from '#shared/deadlines/countdown';
import { inShanghai, isMidnight, isoDay } from '#shared/domain/shanghai-time';

/** A distance in words with its two largest units: `3 小时 12 分`, `4 days`. */
function distanceWords(t: TFunction, { days, hours, minutes }: Countdown): string {
  if (days > 0) {
    const rest = hours > 0 && days < 3 ? ` ${t('time.hours', { count: hours })}` : '';
    return t('time.days', { count: days }) + rest;
  }
  if (hours > 0) {
    return `${t('time.hours', { count: hours })} ${t('time.minutes', { count: minutes })}`;
  }
  return t('time.minutes', { count: minutes });
}

/** A countdown as its chip says it, with the state that picks icon and colour. Times are epoch ms. */
export function countdownWords(
  t: TFunction,
  due: number,
  now: number,
  side: 'ours' | 'theirs' = 'ours',
): { readonly state: Countdown['state'] | 'wait'; readonly text: string } {
  const left = countdown(due, now);
  const distance = distanceWords(t, left);
  // "0 minutes left" would be no time at all.
  const isNow = left.days + left.hours + left.minutes === 0;
  if (left.state === 'late') {
    const state = side === 'ours' ? 'late' : 'wait';
    return { state, text: isNow ? t('time.justLate') : t('time.late', { distance }) };
  }
  if (side === 'theirs')
    return { state: 'wait', text: isNow ? t('time.theirsLastMinute') : t('time.theirsLeft', { distance }) };
  return { state: left.state, text: isNow ? t('time.lastMinute') : t('time.left', { distance }) };
}

/** A day and minute as sellers write it: `今天 15:00`, `11 月 23 日 15:30`; the year only when it is another. */
export function momentWords(t: TFunction, at: number, now: number): string {
  return dayAndTime(t, at, inShanghai(at).toPlainTime().toString({ smallestUnit: 'minute' }), now);
}

/** When a duty ends: midnight is 24:00 of the day it ends, as platforms write it (J01), not 0:00 of the next. */
export function dueWords(t: TFunction, at: number, now: number): string {
  return isMidnight(at) ? dayAndTime(t, at - 1, '24:00', now) : momentWords(t, at, now);
}

/** @param at an instant of the day that is named */
function dayAndTime(t: TFunction, at: number, time: string, now: number): string {
  const moment = inShanghai(at);
  if (isoDay(at) === isoDay(now)) return t('time.today', { time });
  if (isoDay(at) === isoDay(now + 86_400_000)) return t('time.tomorrow', { time });
  if (isoDay(at) === isoDay(now - 86_400_000)) return t('time.yesterday', { time });
  const key = moment.year === inShanghai(now).year ? 'time.monthDay' : 'time.yearMonthDay';
  return t(key, { year: moment.year, month: moment.month, day: moment.day, time });
}

/** Day and weekday for a heading: `11 月 21 日 星期六`. */
export function dayWords(t: TFunction, at: number): string {
  const { month, day, dayOfWeek } = inShanghai(at);
  return t('time.dayHeading', { month, day, weekday: t(`time.weekday.${dayOfWeek}`) });
}
