/** Pictures that differ in at most this many of 64 signs are said to look alike. */
export const likeLimit = 6;

/** Size of the grey picture a likeness is read from. */
export const likenessSize = { width: 9, height: 8 } as const;

/** With fewer changes of brightness than this, a picture is a plain sheet, and all plain sheets look alike. */
const fewestSteps = 6;
/** A step in brightness (of 255) below this is noise. */
const noise = 3;

/**
 * How a picture looks (difference hash): for each pair of neighbours in a grey picture of 9 by 8, whether it gets
 * brighter. Survives scaling, other formats and a platform's own compression.
 * @param grey 72 values, row by row
 * @returns 16 hex digits, null when the picture is too plain to tell
 */
export function likenessOf(grey: readonly number[]): string | null {
  const { width, height } = likenessSize;
  let hash = '';
  let steps = 0;
  for (let row = 0; row < height; row += 1) {
    let byte = 0;
    for (let column = 0; column < width - 1; column += 1) {
      const step = (grey[row * width + column + 1] ?? 0) - (grey[row * width + column] ?? 0);
      byte = (byte << 1) | (step > noise ? 1 : 0);
      if (Math.abs(step) > noise) steps += 1;
    }
    hash += byte.toString(16).padStart(2, '0');
  }
  return steps < fewestSteps ? null : hash;
}

/** In how many of 64 signs two likenesses differ. */
export function distance(one: string, other: string): number {
  let count = 0;
  for (let at = 0; at < 16; at += 8) {
    let bits = parseInt(one.slice(at, at + 8), 16) ^ parseInt(other.slice(at, at + 8), 16);
    for (; bits !== 0; bits &= bits - 1) count += 1;
  }
  return count;
}

/** The eight bytes with their places. Two that differ in at most seven signs share at least one. */
export function bandsOf(hash: string): string[] {
  return Array.from({ length: 8 }, (_, row) => `${row}${hash.slice(row * 2, row * 2 + 2)}`);
}
