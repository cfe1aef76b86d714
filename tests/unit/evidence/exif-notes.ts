type Entry = readonly [tag: number, type: number, count: number, value: readonly number[]];

const u16 = (value: number): number[] => [value & 255, value >> 8];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const text = (tag: number, value: string): Entry => [
  tag,
  2,
  value.length + 1,
  [...Array.from(value, (sign) => sign.charCodeAt(0)), 0],
];

/** A directory at `start`; values of more than four bytes lie behind it. */
function directory(start: number, entries: readonly Entry[]): number[] {
  let behind: number[] = [];
  const rows = entries.flatMap(([tag, type, count, value]) => {
    const row = [...u16(tag), ...u16(type), ...u32(count)];
    if (value.length <= 4) return [...row, ...value, ...Array.from({ length: 4 - value.length }, () => 0)];
    const at = start + 6 + entries.length * 12 + behind.length;
    behind = [...behind, ...value, ...(value.length % 2 === 1 ? [0] : [])];
    return [...row, ...u32(at)];
  });
  return [...u16(entries.length), ...rows, ...u32(0), ...behind];
}

/** An EXIF segment as a phone writes it: when the photo was taken, by which clock, and where. */
export function notesSegment(taken: string, offset: string): number[] {
  const pointers = 8 + 6 + 2 * 12;
  const exif = directory(pointers, [text(0x9003, taken), text(0x9011, offset)]);
  const third = [...u32(30), ...u32(1), ...u32(15), ...u32(1), ...u32(0), ...u32(1)];
  const gps = directory(pointers + exif.length, [
    text(1, 'N'),
    [2, 5, 3, third],
    text(3, 'E'),
    [4, 5, 3, third],
  ]);
  const first = directory(8, [
    [0x8769, 4, 1, u32(pointers)],
    [0x8825, 4, 1, u32(pointers + exif.length)],
  ]);
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 42, 0, ...u32(8), ...first, ...exif, ...gps];
  return [0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
}
