/** Reads single bits, most significant first, as video codecs write their headers. Beyond the end come zeros. */
export function readBits(bytes: Uint8Array) {
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
      at += 1;
    }
    return value;
  };
  return {
    bits,
    skip: (count: number): void => {
      at += count;
    },
    /** An Exp-Golomb number (H.265). */
    golomb: (): number => {
      let zeros = 0;
      while (bits(1) === 0 && zeros < 32) zeros += 1;
      return 2 ** zeros - 1 + bits(zeros);
    },
  };
}
