import { crc32 } from 'node:zlib';

/** Real beginnings of files, for tests that judge by bytes. */

type Part = string | readonly number[];

/** Bytes from texts (one byte per sign) and numbers, padded with zeros to at least `size`. */
export function bytes(parts: readonly Part[], size = 0): Uint8Array<ArrayBuffer> {
  const all = parts.flatMap((part) =>
    typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : [...part],
  );
  const padded = new Uint8Array(Math.max(size, all.length));
  padded.set(all);
  return padded;
}

const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** An EXIF segment that says how the camera was held (1 to 8), little-endian as phones write it. */
export function exifSegment(orientation: number): number[] {
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return [0xff, 0xe1, ...u16(body.length + 2), ...body];
}

/** A JPEG as far as its header: enough to tell type, size and orientation; the picture itself is missing. */
export function jpegHead(width: number, height: number, before: readonly number[] = []): number[] {
  const frame = [
    0xff,
    0xc0,
    ...u16(17),
    8,
    ...u16(height),
    ...u16(width),
    3,
    1,
    0x22,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ];
  return [0xff, 0xd8, ...before, ...frame];
}

export function pngHead(width: number, height: number): number[] {
  const start = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  const rest = [8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54];
  return start.concat(u32(width), u32(height), rest);
}

/** Camera notes of a PNG, with their check sum; they belong before its picture. */
export function pngNotes(tiff: readonly number[]): number[] {
  const named = [0x65, 0x58, 0x49, 0x66, ...tiff];
  return [...u32(tiff.length), ...named, ...u32(crc32(Uint8Array.from(named)))];
}

export const gifHead = (width: number, height: number): Part[] => [
  'GIF89a',
  [width & 255, width >> 8, height & 255, height >> 8, 0, 0, 0],
];

/** A picture inside a GIF: the part that says its size. */
export const gifFrame = (width: number, height: number): number[] => [
  0x2c,
  0,
  0,
  0,
  0,
  width & 255,
  width >> 8,
  height & 255,
  height >> 8,
  0,
];

/** The first box of an MP4, MOV, HEIC or AVIF file. */
export function ftyp(brand: string, ...compatible: string[]): Part[] {
  return [u32(16 + compatible.length * 4), 'ftyp', brand, u32(0), ...compatible];
}

/** A zip with one stored entry of this name. */
export function zipWith(name: string): Part[] {
  const head = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  return ['PK', [3, 4], head, [name.length, 0, 0, 0], name];
}
