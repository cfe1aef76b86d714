import { parseYuan } from '../domain/money';

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** How platforms write "nothing". */
const nothing: ReadonlySet<string> = new Set(['-', '--', '—', '——', '/', 'null', 'NULL', '无']);

/** A cell's text without what spreadsheets and platforms put around it: `="…"`, tabs, quotes, invisible signs. */
export function cleanCell(raw: string): string {
  const text = raw
    .replace(invisible, '')
    .replace(/\u00a0/g, ' ')
    .trim();
  const inside = /^="(.*)"$/s.exec(text)?.[1] ?? text;
  const bare = inside
    .trim()
    .replace(/^['‘’`]+|['‘’`]+$/g, '')
    .trim();
  return nothing.has(bare) ? '' : bare;
}

/** A heading as it is compared: no blanks, half-width brackets, one spelling of 账, small letters. */
export function cleanHeading(raw: string): string {
  return raw
    .replace(invisible, '')
    .replace(/\s+/g, '')
    .replace(/^="(.*)"$/, '$1')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/帐/g, '账')
    .toLowerCase();
}

/** What spreadsheets make of a long number: its last digits are gone for good. */
const scientific = /^[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+$/;
/** Fifteen digits are all a spreadsheet keeps of a number; the rest it fills with zeros. */
const rounded = /^\d{13,15}0{3,}$/;

export type IdCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'damaged'; readonly text: string }
  /** `doubtful`: ends in so many zeros that a spreadsheet may have rounded it. */
  | { readonly kind: 'id'; readonly id: string; readonly doubtful: boolean };

/** An order number from a cell, as text. */
export function readId(raw: string): IdCell {
  const id = cleanCell(raw)
    .normalize('NFKC')
    .replace(/^No[:.]\s*/i, '')
    .replace(/\s+/g, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .slice(0, 64);
  if (id === '') return { kind: 'empty' };
  if (scientific.test(id)) return { kind: 'damaged', text: id };
  return { kind: 'id', id, doubtful: id.length >= 16 && rounded.test(id) };
}

/** Whether a text can be an order number at all: totals and remarks under a table cannot. */
export function looksLikeOrderNo(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{3,}$/.test(id) && /\d/.test(id);
}

/** An amount in yuan as integer fen, more than two decimals rounded; null when the cell says none. */
export function readMoney(raw: string): number | null {
  const plain = cleanCell(raw)
    .normalize('NFKC')
    .replace(/[¥,\s元]|^(?:CNY|RMB)/gi, '');
  const long = /^(-?\d{1,12}\.\d{2})(\d)\d*$/.exec(plain);
  if (long === null) return parseYuan(plain);
  const fen = parseYuan(long[1] ?? '');
  if (fen === null) return null;
  const up = Number(long[2]) >= 5 ? 1 : 0;
  return plain.startsWith('-') ? fen - up : fen + up;
}

/** A count of pieces, 0 to a million; null when the cell says none. */
export function readCount(raw: string): number | null {
  const found = /^(\d{1,7})(?:\.0+)?(?:件|个|份)?$/.exec(cleanCell(raw).normalize('NFKC').replace(/,/g, ''));
  return found === null ? null : Number(found[1]);
}

/** Days between a spreadsheet's day 0 and 1970. */
const serialEpoch = 25_569;
const dayMs = 86_400_000;
/** Shanghai is eight hours ahead all year round; through a calendar a year of orders would take seconds. */
const aheadMs = 8 * 3_600_000;

/** A time in Shanghai as epoch ms; null when the cell holds none. Takes all forms exports are seen in. */
export function readTime(raw: string): number | null {
  const text = cleanCell(raw).normalize('NFKC');
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const days = Number(text);
    return days < 30_000 || days > 70_000 ? null : Math.round((days - serialEpoch) * dayMs) - aheadMs;
  }
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时](\d{1,2})分?(?::?(\d{1,2})秒?)?(?:\.\d+)?)?$/.exec(
      text,
    );
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year < 2000 || month < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const real = new Date(at);
  // The 30th of February is no day.
  const isReal = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
  return isReal ? at - aheadMs : null;
}
