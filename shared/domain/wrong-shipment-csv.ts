import Papa from 'papaparse';
import { formatYuan } from './money';
import { isoDay } from './shanghai-time';
import type { Platform } from './platform';
import type { Remedy, WrongCause, WrongKind, WrongShipment } from './wrong-shipment';

/**
 * How a cell of text is written so that a spreadsheet shows it unchanged and never runs it.
 *
 * Long numbers: a trailing tab makes Excel and WPS take `1234567890123456789` as text; platforms export their own
 * order numbers that way. The other two usual tricks are worse: `="…"` is itself a formula, and a leading tab is on
 * OWASP's list of dangerous first signs. Readers that trim get the number back; so does {@link readCell}.
 *
 * Formulas: a line that begins with `= + - @`, their full-width twins or a tab, blanks before it or not, gets a
 * leading apostrophe, as OWASP says. Every line is looked at, because a cell may hold several.
 */
export function textCell(text: string): string {
  const forced = looksLikeNumber(text) ? `${text}\t` : text;
  return forced.replace(lineStart, "'$&");
}

/** The text a cell of {@link textCell} was made from. */
export function readCell(cell: string): string {
  const unguarded = cell.replace(guardedStart, '$1$2');
  const bare = unguarded.slice(0, -1);
  return unguarded.endsWith('\t') && looksLikeNumber(bare) ? bare : unguarded;
}

const blank = String.raw`[^\S\r\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]`;
// Apostrophes are part of both, so that a text that already has one comes back as it was.
const danger = String.raw`'*(?:\t|(?:${blank})*[=+\-@＝＋－＠])`;
// A line break as the very first sign is dropped by some readers, so it counts as dangerous too.
const lineStart = new RegExp(`(?<=^|[\\r\\n])${danger}|^'*[\\r\\n]`, 'g');
const guardedStart = new RegExp(`(?<=^|[\\r\\n])'(${danger})|^'('*[\\r\\n])`, 'g');

/** True for what a spreadsheet could turn into a number, a date or a percentage: digits and no other writing. */
function looksLikeNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  return /\d/.test(plain) && !/[^\p{ASCII}年月日时分秒¥￥]/u.test(plain);
}

export type WrongShipmentCsvRow = WrongShipment & { readonly caseNo: string };

/** Headings and names in the language of the screen. */
export type WrongShipmentCsvWords = {
  readonly headings: Readonly<Record<(typeof csvColumns)[number], string>>;
  readonly platform: Readonly<Record<Platform, string>>;
  readonly kind: Readonly<Record<WrongKind, string>>;
  readonly cause: Readonly<Record<WrongCause, string>>;
  readonly remedy: Readonly<Record<Remedy, string>>;
};

/** Columns of the file, in order (R30). */
export const csvColumns = [
  'day',
  'platform',
  'buyerId',
  'orderNo',
  'kind',
  'shouldSend',
  'sent',
  'quantity',
  'cause',
  'causeNote',
  'packedBy',
  'remedy',
  'cost',
  'caseNo',
] as const;

/** The wrong-shipment log for Excel (R30): UTF-8 with BOM, CRLF, text safe and whole, quantity and yuan as numbers. */
export function wrongShipmentCsv(rows: readonly WrongShipmentCsvRow[], words: WrongShipmentCsvWords): string {
  const lines = rows.map((row) => [
    isoDay(row.happenedAt),
    words.platform[row.platform],
    textCell(row.buyerId),
    textCell(row.orderNo),
    words.kind[row.kind],
    textCell(row.shouldSend),
    textCell(row.sent),
    String(row.quantity),
    words.cause[row.cause],
    textCell(row.causeNote),
    textCell(row.packedBy),
    words.remedy[row.remedy],
    formatYuan(row.costFen),
    textCell(row.caseNo),
  ]);
  const head = csvColumns.map((column) => words.headings[column]);
  return `\ufeff${Papa.unparse([head, ...lines], { quotes: true, newline: '\r\n' })}\r\n`;
}
