import { Temporal } from 'temporal-polyfill';
import { inShanghai, zone } from './shanghai-time';

/** Which way an incomplete time is completed: `9:00` typed at noon is tomorrow's (`future`) or today's (`past`). */
export type WhenDirection = 'future' | 'past';

const dayWords: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  yesterday: -1,
  今天: 0,
  今晚: 0,
  today: 0,
  明天: 1,
  明早: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
};

const unitOf: Readonly<Record<string, 'minutes' | 'hours' | 'days'>> = {
  m: 'minutes',
  min: 'minutes',
  分: 'minutes',
  分钟: 'minutes',
  h: 'hours',
  小时: 'hours',
  d: 'days',
  天: 'days',
};

/**
 * A time as a seller types it, as epoch ms in Shanghai; null when it is no time. Understands `2026-11-21 15:30`,
 * `11-21 15:30`, `11月21日 9点半`, `15:30`, `明天 9点`, `今晚 8点`, `+2d`, `3小时前`.
 * A day without a time means 09:00.
 */
export function parseWhen(text: string, now: number, direction: WhenDirection): number | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return null;
  return parseDistance(plain, now) ?? parseDayAndTime(plain, inShanghai(now), direction);
}

function parseDistance(text: string, now: number): number | null {
  const match = /^([+-])?\s*(\d{1,5})\s*(min|m|h|d|分钟|分|小时|天)\s*(后|前)?$/.exec(text);
  if (match === null || (match[1] === undefined && match[4] === undefined)) return null;
  const unit = unitOf[match[3] ?? ''];
  if (unit === undefined) return null;
  const sign = match[1] === '-' || match[4] === '前' ? -1 : 1;
  const seconds = inShanghai(now).with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return seconds.add({ [unit]: sign * Number(match[2]) }).epochMilliseconds;
}

function parseDayAndTime(text: string, now: Temporal.ZonedDateTime, direction: WhenDirection): number | null {
  const { day, explicitDay, rest, evening } = splitDay(text, now.toPlainDate(), direction) ?? {};
  if (day === undefined || rest === undefined) return null;
  if (explicitDay === false && rest === '') return null;
  const time =
    rest === '' ? { hour: evening === true ? 20 : 9, minute: 0 } : parseTime(rest, evening === true);
  if (time === null) return null;
  // 24:00 is the midnight that ends the day.
  const isEnd = time.hour === 24;
  const plainTime = Temporal.PlainTime.from(isEnd ? { hour: 0 } : time);
  let moment = day.add({ days: isEnd ? 1 : 0 }).toZonedDateTime({ timeZone: zone, plainTime });
  if (explicitDay === false) {
    const order = Temporal.ZonedDateTime.compare(moment, now);
    if (direction === 'future' && order <= 0) moment = moment.add({ days: 1 });
    if (direction === 'past' && order > 0) moment = moment.subtract({ days: 1 });
  }
  return moment.epochMilliseconds;
}

type DayPart = {
  readonly day: Temporal.PlainDate;
  readonly explicitDay: boolean;
  readonly rest: string;
  readonly evening: boolean;
};

function splitDay(text: string, today: Temporal.PlainDate, direction: WhenDirection): DayPart | null {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[t\s]*(.*)$/.exec(text);
  if (full !== null) {
    const day = makeDay(Number(full[1]), Number(full[2]), Number(full[3]));
    return day === null ? null : { day, explicitDay: true, rest: full[4] ?? '', evening: false };
  }
  const short = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:\s+(.*)|(\d.*)?)$/.exec(text);
  if (short !== null) {
    const day = makeDay(today.year, Number(short[1]), Number(short[2]));
    if (day === null) return null;
    const order = Temporal.PlainDate.compare(day, today);
    const shift = direction === 'future' && order < 0 ? 1 : direction === 'past' && order > 0 ? -1 : 0;
    return {
      day: day.add({ years: shift }),
      explicitDay: true,
      rest: short[3] ?? short[4] ?? '',
      evening: false,
    };
  }
  for (const [word, days] of Object.entries(dayWords).sort(([a], [b]) => b.length - a.length)) {
    if (!text.startsWith(word)) continue;
    const rest = text.slice(word.length).trim();
    return { day: today.add({ days }), explicitDay: true, rest, evening: word === '今晚' };
  }
  return { day: today, explicitDay: false, rest: text, evening: false };
}

function makeDay(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function parseTime(text: string, evening: boolean): { hour: number; minute: number } | null {
  const match =
    /^(凌晨|早上|上午|中午|下午|晚上|晚)?\s*(\d{1,2})(?:[:点时](\d{1,2}|半)?分?)?(?::\d{2})?\s*(am|pm)?$/.exec(
      text,
    );
  if (match === null || !/[:点时]|am|pm/.test(text)) return null;
  const late =
    evening || match[1] === '下午' || match[1] === '晚上' || match[1] === '晚' || match[4] === 'pm';
  const base = Number(match[2]);
  const night = evening || match[1] === '晚上' || match[1] === '晚';
  const early = match[1] === '凌晨' || match[4] === 'am';
  // Twelve at night ends the day, twelve before dawn begins it.
  const twelve = night ? 24 : early ? 0 : 12;
  const hour = base === 12 ? twelve : late && base < 12 ? base + 12 : base;
  const minute = match[3] === '半' ? 30 : Number(match[3] ?? 0);
  return hour > 24 || minute > 59 || (hour === 24 && minute > 0) ? null : { hour, minute };
}
