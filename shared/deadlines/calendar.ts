// The data file, not the package's functions: those read dates in the computer's own zone and are a day off in America.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { weekday } from './shanghai';

/** One year of the State Council notice: days off (weekends inside a holiday included) and make-up workdays. */
export interface CalendarYear {
  readonly off: readonly string[];
  readonly work: readonly string[];
}

/** Work calendar as plain data, so that it can be stored, edited and imported per year. */
export interface WorkCalendar {
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** `known` is false when the year has no notice yet; the kind is then Monday to Friday and only a guess. */
export interface DayKind {
  readonly kind: 'work' | 'weekend' | 'holiday';
  readonly known: boolean;
}

/** Groups the flat date lists of the package by year; a year it does not know stays absent, never "all workdays". */
function groupByYear(off: readonly string[], work: readonly string[]): WorkCalendar['years'] {
  const years = new Set(off.map((date) => date.slice(0, 4)));
  const inYear = (dates: readonly string[], year: string): readonly string[] =>
    dates.filter((date) => date.startsWith(year)).sort();
  return Object.fromEntries(
    [...years].sort().map((year) => [year, { off: inYear(off, year), work: inYear(work, year) }]),
  );
}

/** State Council days off and make-up workdays as shipped with chinese-days; later years have no data. */
export const shippedCalendar: WorkCalendar = {
  years: groupByYear(Object.keys(chineseDays.holidays), Object.keys(chineseDays.workdays)),
};

/** Calendar with some years replaced as a whole, e.g. by an imported notice; the other years stay. */
export function withYears(calendar: WorkCalendar, years: WorkCalendar['years']): WorkCalendar {
  return { years: { ...calendar.years, ...years } };
}

/** Tells what kind of day a date `YYYY-MM-DD` is, and whether the calendar really knows. */
export function dayKind(calendar: WorkCalendar, date: string): DayKind {
  const year = calendar.years[date.slice(0, 4)];
  const weekend = weekday(date) > 5;
  if (!year) return { kind: weekend ? 'weekend' : 'work', known: false };
  if (year.work.includes(date)) return { kind: 'work', known: true };
  if (year.off.includes(date)) return { kind: 'holiday', known: true };
  return { kind: weekend ? 'weekend' : 'work', known: true };
}
