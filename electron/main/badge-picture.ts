/** Digits 0 to 9 and `+`, 3 × 5 dots each, row by row. */
const dots: Readonly<Record<string, string>> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001001001001',
  '8': '111101111101111',
  '9': '111101111001111',
  '+': '000010111010000',
};

export const badgeSize = 16;
/** The seal's red, as blue, green, red, opacity: the order Electron takes pixels in. */
const seal = [0x2a, 0x35, 0xb5, 0xff] as const;
const white = [0xff, 0xff, 0xff, 0xff] as const;

/** How a number of waiting reminders is written into 16 pixels. */
export function badgeLabel(waiting: number): string {
  return waiting > 9 ? '9+' : String(waiting);
}

/** A red disc with the number, 16 × 16 pixels of four bytes: Windows has no number of its own on the taskbar. */
export function badgePicture(waiting: number): Uint8Array {
  const pixels = new Uint8Array(badgeSize * badgeSize * 4);
  const put = (x: number, y: number, colour: readonly number[]) => {
    pixels.set(colour, (y * badgeSize + x) * 4);
  };
  const middle = (badgeSize - 1) / 2;
  for (let y = 0; y < badgeSize; y += 1) {
    for (let x = 0; x < badgeSize; x += 1) {
      if (Math.hypot(x - middle, y - middle) <= badgeSize / 2) put(x, y, seal);
    }
  }
  const label = badgeLabel(waiting);
  // One digit is drawn with dots of two pixels, two with dots of one.
  const dot = label.length === 1 ? 2 : 1;
  const width = label.length * 3 * dot + (label.length - 1);
  const left = Math.floor((badgeSize - width) / 2);
  const top = Math.floor((badgeSize - 5 * dot) / 2);
  Array.from(label).forEach((letter, at) => {
    for (let index = 0; index < 15; index += 1) {
      if (dots[letter]?.[index] !== '1') continue;
      const x = left + at * (3 * dot + 1) + (index % 3) * dot;
      const y = top + Math.floor(index / 3) * dot;
      for (let dx = 0; dx < dot; dx += 1) for (let dy = 0; dy < dot; dy += 1) put(x + dx, y + dy, white);
    }
  });
  return pixels;
}
