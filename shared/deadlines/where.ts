import { own } from './own';
import type { DateRange, Where, WhereValue } from './rule';
import { parseClock, toLocal } from './shanghai';

export type Facts = Readonly<Record<string, string | number>>;

/** `assumed` means that nothing speaks against it, but not every fact is known. */
export interface WhereMatch {
  readonly result: 'met' | 'assumed' | 'failed';
  readonly fact: string;
}

function isTimeRange(value: WhereValue): value is readonly [string, string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every((part) => /^\d{1,2}:\d{2}$/u.test(String(part)))
  );
}

/** Time-of-day range; both ends count, and a range such as 18:00-09:00 runs over midnight. */
function isBetween(instant: number, [from, to]: readonly [string, string]): boolean {
  const { ms } = toLocal(instant);
  const [start, end] = [parseClock(from), parseClock(to)];
  return start <= end ? ms >= start && ms <= end : ms >= start || ms <= end;
}

/** Files write `return_refund` where the app says `returnRefund`. */
function normal(value: string | number | boolean): string {
  return String(value).replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

/** Whether the anchor lies in a season; a range such as 11-20 to 01-05 runs over New Year. */
function isInSeason(instant: number, { from = '', to = '' }: DateRange): boolean {
  const { date } = toLocal(instant);
  const yearly = (from || to).length === 'MM-DD'.length;
  const day = yearly ? date.slice('YYYY-'.length) : date;
  const [started, ended] = [day >= from, to !== '' && day > to];
  return yearly && from !== '' && to !== '' && from > to ? started || !ended : started && !ended;
}

function isSeason(value: WhereValue): value is DateRange {
  return typeof value === 'object' && !Array.isArray(value);
}

function checkOne(
  key: string,
  value: WhereValue,
  facts: Facts,
  anchor: number | undefined,
): WhereMatch['result'] {
  if (key.endsWith('Between') && isTimeRange(value)) {
    if (anchor === undefined) return 'assumed';
    return isBetween(anchor, value) ? 'met' : 'failed';
  }
  if (isSeason(value)) {
    if (anchor === undefined) return 'assumed';
    return isInSeason(anchor, value) ? 'met' : 'failed';
  }
  const limit = /^(.+)(Max|Min)$/u.exec(key);
  if (limit?.[1] && typeof value === 'number') {
    const fact = own(facts, limit[1]);
    if (fact === undefined) return 'assumed';
    const ok = limit[2] === 'Max' ? Number(fact) <= value : Number(fact) >= value;
    return ok ? 'met' : 'failed';
  }
  const fact = own(facts, key);
  if (fact === undefined) return 'assumed';
  const allowed = (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean)[];
  return allowed.some((item) => normal(item) === normal(fact)) ? 'met' : 'failed';
}

/** Compares the conditions of a rule (TK22) with what is known of a case; unknown facts never exclude a rule. */
export function matchWhere(where: Where | undefined, facts: Facts, anchor: number | undefined): WhereMatch {
  let assumed = '';
  for (const [key, value] of Object.entries(where ?? {})) {
    const result = checkOne(key, value, facts, anchor);
    if (result === 'failed') return { result, fact: key };
    if (result === 'assumed') assumed ||= key;
  }
  return { result: assumed ? 'assumed' : 'met', fact: assumed };
}
