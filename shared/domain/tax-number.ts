/**
 * What a typed tax number (税号) looks like. Only a look: some real numbers are older than the standard, so nothing here
 * may keep a seller from saving. `badSigns` are letters that no such number has.
 */
export type TaxNumberLook =
  | { readonly kind: 'empty' | 'fine' | 'checkDigit' | 'personal' | 'old' }
  | { readonly kind: 'badSigns'; readonly signs: string }
  | { readonly kind: 'length'; readonly length: number };

/** The signs of a unified social credit code (GB 32100-2015), in the order of their values: no I, O, S, V, Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const cardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** As it is kept: capitals, full-width digits made plain, without blanks and dashes. */
export function cleanTaxNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}\u200b-\u200f\ufeff]/gu, '')
    .toUpperCase();
}

function sumOf(text: string, by: readonly number[], value: (sign: string) => number): number {
  return by.reduce((sum, weight, place) => sum + weight * value(text[place] ?? ''), 0);
}

/** The 18th sign of a unified social credit code, from its first 17. */
export function checkSignOf(first17: string): string {
  return signs[(31 - (sumOf(first17, weights, (sign) => signs.indexOf(sign)) % 31)) % 31] ?? '';
}

/** An identity card's number has a check sign of its own, and a birthday where a company's number has other things. */
function isIdentityCard(text: string): boolean {
  const [, month, day] = /^[1-9]\d{5}(?:19|20)\d{2}(\d{2})(\d{2})\d{3}[\dX]$/.exec(text) ?? [];
  if (month === undefined || Number(month) > 12 || Number(day) > 31) return false;
  return '10X98765432'[sumOf(text, cardWeights, Number) % 11] === text[17];
}

/** Looks at a tax number as typed (R68). Never throws. */
export function lookAtTaxNumber(typed: string): TaxNumberLook {
  const text = cleanTaxNumber(typed);
  if (text === '') return { kind: 'empty' };
  // Numbers of before 2015 (15 digits) and of sole traders (20) have no check sign that we could work out.
  if (/^\d{15}$|^\d{17}[\dX]\d{2}$/.test(text)) return { kind: 'old' };
  const bad = [...new Set(Array.from(text).filter((sign) => !signs.includes(sign)))].join(' ');
  if (bad !== '') return { kind: 'badSigns', signs: bad };
  if (text.length !== 18) return { kind: 'length', length: text.length };
  if (checkSignOf(text) === text[17]) return { kind: 'fine' };
  return { kind: isIdentityCard(text) ? 'personal' : 'checkDigit' };
}
