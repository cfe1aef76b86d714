import { AppError } from '../errors';

/** Longest buyer ID the app keeps, in UTF-16 units; platform nicks are far shorter. */
export const buyerIdMaxLength = 200;

/**
 * A buyer's nick as it identifies them: blanks around it go, composed form (NFC), everything else stays true,
 * upper and lower case included. Throws `buyerIdEmpty`. Invisible direction marks are kept here (it is the true
 * ID) and leave only in file names (see evidence-name.ts).
 */
export function normalizeBuyerId(raw: string): string {
  const text = raw
    .normalize('NFC')
    .replace(/[\r\n\t]+/g, ' ')
    .trim();
  if (text === '' || /^[\p{Cf}\p{Cc}\p{Z}]+$/u.test(text)) throw new AppError('buyerIdEmpty');
  // The cut may fall into an emoji: half of one is no text and could not be written to disk.
  return text
    .slice(0, buyerIdMaxLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
