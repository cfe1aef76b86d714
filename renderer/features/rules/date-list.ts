import { Temporal } from 'temporal-polyfill';
import { readHolidayNotice } from '#shared/deadlines/holiday-notice';
import { readRuleFile } from '#shared/deadlines/rule-file';
import type { CalendarYear, WorkCalendar } from '#shared/deadlines/calendar';

export type DateList = { readonly dates: readonly string[]; readonly wrong: readonly string[] };

function readDay(text: string, year: string): Temporal.PlainDate | null {
  const match = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text);
  if (match === null) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(match[1] ?? year), month: Number(match[2]), day: Number(match[3]) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

function readPiece(piece: string, year: string): readonly string[] | null {
  const [first = '', last = first, ...more] = piece.split(/~|～|\.\.|至|到/u);
  const from = readDay(first, year);
  // `02-15~23`: the end may be a bare day of the same month.
  const to =
    from !== null && /^\d{1,2}$/u.test(last) ? readDay(`${from.month}-${last}`, year) : readDay(last, year);
  if (from === null || to === null || more.length > 0) return null;
  const length = from.until(to).days;
  if (length < 0 || length > 40 || String(from.year) !== year || String(to.year) !== year) return null;
  return Array.from({ length: length + 1 }, (_, days) => from.add({ days }).toString());
}

/** Reads days of one year as people write them: `02-15~02-23`, `2026-01-01`, `5月1日至5月5日`, by line or comma. */
export function parseDates(text: string, year: string): DateList {
  const dates = new Set<string>();
  const wrong: string[] = [];
  for (const piece of text.normalize('NFKC').split(/[\s,，;；、]+/u)) {
    if (piece === '') continue;
    const found = readPiece(piece, year);
    if (found === null) wrong.push(piece);
    else for (const date of found) dates.add(date);
  }
  return { dates: [...dates].sort(), wrong };
}

/** Days as short lines: a run of days becomes `02-15~02-23`. */
export function writeDates(dates: readonly string[]): string {
  const runs: { from: string; to: string }[] = [];
  for (const date of [...dates].sort()) {
    const last = runs.at(-1);
    const next = last === undefined ? '' : Temporal.PlainDate.from(last.to).add({ days: 1 }).toString();
    if (last !== undefined && next === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  const short = (date: string): string => date.slice('YYYY-'.length);
  return runs.map(({ from, to }) => (from === to ? short(from) : `${short(from)}~${short(to)}`)).join('\n');
}

/** Years of a pasted notice of the State Council or of a pasted JSON calendar, or what is wrong with it. */
export function readPastedCalendar(text: string, year: string): ReturnType<typeof readCalendarJson> {
  const notice = text.trimStart().startsWith('{') ? null : readHolidayNotice(text, year);
  return notice === null ? readCalendarJson(text) : { years: { [notice.year]: notice.days } };
}

/** Years of a pasted JSON calendar (`{"years": {"2027": {"off": […], "work": […]}}}`), or what is wrong with it. */
export function readCalendarJson(
  text: string,
): { readonly years: WorkCalendar['years'] } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'JSON' };
  }
  const inner = typeof json === 'object' && json !== null && 'calendar' in json ? json.calendar : json;
  const read = readRuleFile({ rules: [], calendar: inner });
  if (!read.ok) return { problem: read.problem };
  const years: Readonly<Record<string, CalendarYear>> = read.file.calendar?.years ?? {};
  return Object.keys(years).length === 0 ? { problem: 'years' } : { years };
}
