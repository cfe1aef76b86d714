import { AppError } from '../errors';

/** What spreadsheets make of a long number: `1.23E+18`. The digits are gone for good. */
const scientific = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/;

/**
 * An order number as typed or pasted, as text: full-width digits become plain, blanks around and inside digit
 * groups go. Throws `orderNoScientific` when a spreadsheet has already rounded it, because guessing the missing
 * digits would file evidence under a wrong order.
 */
export function normalizeOrderNo(raw: string): string {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, '')
    .slice(0, 64);
  if (scientific.test(text)) throw new AppError('orderNoScientific', { value: text });
  return text;
}
