import { randomBytes } from 'node:crypto';

/** Crockford's letters: none that are read for another, none that make words. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 24;

/** A code of 120 random bits to print and put away, in groups of four. */
export function makeRecoveryCode(): string {
  // 256 is a multiple of 32: every letter is equally likely.
  const code = [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
  return code.match(/.{4}/g)?.join('-') ?? '';
}

/** The code as it was made, from what was typed off the paper: case, spaces and letters read wrong do not matter. */
export function cleanRecoveryCode(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V');
  return text.match(/.{1,4}/g)?.join('-') ?? '';
}
