import { Temporal } from 'temporal-polyfill';
import type { CalendarYear } from './calendar';

/** `2月15日`, `2026年2月15日`, or a bare `23日` that belongs to the month before it. */
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/u;
const RANGE = new RegExp(`${DATE.source}(?:(?:至|到|[-—–~]+)${DATE.source})?`, 'gu');

type Groups = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

function readDate([year, month, day]: Groups, base: Temporal.PlainDate): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year ?? base.year), month: Number(month ?? base.month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** Days named in one clause, in order; null when one of them does not exist. */
function readDays(clause: string, year: number): readonly Temporal.PlainDate[] | null {
  const days: Temporal.PlainDate[] = [];
  let base = new Temporal.PlainDate(year, 1, 1);
  for (const [, y1, m1, d1, y2, m2, d2] of clause.matchAll(RANGE)) {
    const from = readDate([y1, m1, d1], base);
    const to = from === null ? null : d2 === undefined ? from : readDate([y2, m2, d2], from);
    if (from === null || to === null) return null;
    const length = from.until(to).days;
    if (length < 0 || length > 40) return null;
    for (let shift = 0; shift <= length; shift += 1) days.push(from.add({ days: shift }));
    base = to;
  }
  return days;
}

/**
 * Reads the State Council's yearly notice as it is published (`2月15日（周日）至23日（周一）放假调休…2月14日（周六）、
 * 2月28日（周六）上班。`). Null when the text is no such notice or names a day that does not exist.
 * @param fallback year when the text names none
 */
export function readHolidayNotice(
  text: string,
  fallback: string,
): { readonly year: string; readonly days: CalendarYear } | null {
  const plain = text.normalize('NFKC').replace(/\([^)]*\)|\s/gu, '');
  const year = /(\d{4})年部分节假日/u.exec(plain)?.[1] ?? fallback;
  const found = { off: new Set<string>(), work: new Set<string>() };
  for (const clause of plain.split(/[。;,]/u)) {
    const kind = clause.includes('上班') ? 'work' : clause.includes('放假') ? 'off' : null;
    if (kind === null) continue;
    const days = readDays(clause, Number(year));
    if (days === null) return null;
    // A New Year that begins in December belongs to the calendar of the year before.
    for (const day of days) if (String(day.year) === year) found[kind].add(day.toString());
  }
  const off = [...found.off].sort();
  const work = [...found.work].sort();
  if (off.length === 0 || work.some((day) => found.off.has(day))) return null;
  return { year, days: { off, work } };
}
