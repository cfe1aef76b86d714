/** Pictures that differ in at most this many of 64 signs are said to look alike. */
export const likeLimit = 6;

/** Size of the grey picture a likeness is read from. */
export const likenessSize = { width: 9, height: 8 } as const;

/**
 * With fewer changes of brightness than this (of 64), a picture is mostly plain, and all such pictures look alike: of
 * drawn chats with less, one pair in twenty did; of 51 photos one has less.
 */
const fewestSteps = 32;
/** A phone's screenshot is longer than any photo, and two of the same chat program look alike whatever they say. */
const longest = 1.9;

/** Whether a picture of this size (pixels) is compared with others at all. */
export function isComparable(width: number, height: number): boolean {
  return Math.max(width, height) <= longest * Math.min(width, height);
}

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

/** A likeness as two numbers, to be compared with many others. */
export type LikenessBits = readonly [number, number];

export function bitsOf(hash: string): LikenessBits {
  return [parseInt(hash.slice(0, 8), 16), parseInt(hash.slice(8), 16)];
}

/** In how many of 64 signs two likenesses differ. */
export function distance([a, b]: LikenessBits, [c, d]: LikenessBits): number {
  return onesIn(a ^ c) + onesIn(b ^ d);
}

/** Counts in pairs, then in fours, then in bytes, and adds the bytes up. */
function onesIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The eight bytes with their places. Two that differ in at most seven signs share at least one. */
export function bandsOf(hash: string): string[] {
  return Array.from({ length: 8 }, (_, row) => `${row}${hash.slice(row * 2, row * 2 + 2)}`);
}
