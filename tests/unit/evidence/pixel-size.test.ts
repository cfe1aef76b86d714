import { describe, expect, test } from 'vitest';
import { readJpegHeader } from '../../../renderer/workers/jpeg-header';
import { readPixelSize } from '../../../renderer/workers/pixel-size';
import { bytes, exifSegment, gifHead, jpegHead, pngHead, pngNotes } from './file-bytes';

const segment = (marker: number, length: number): number[] => [
  0xff,
  marker,
  ((length + 2) >> 8) & 255,
  (length + 2) & 255,
  ...Array.from({ length }, () => 0xc0),
];

describe('size and orientation from a JPEG header', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is read', (orientation) => {
    const head = bytes([jpegHead(400, 300, exifSegment(orientation))]);
    expect(readJpegHeader(head)).toEqual({ width: 400, height: 300, orientation, exifAt: [6] });
  });

  test('a picture on its side is as wide as it is high', () => {
    expect(readPixelSize(bytes([jpegHead(400, 300, exifSegment(6))]), 'image/jpeg')).toEqual({
      width: 300,
      height: 400,
    });
    expect(readPixelSize(bytes([jpegHead(400, 300, exifSegment(3))]), 'image/jpeg')).toEqual({
      width: 400,
      height: 300,
    });
  });

  test('the size behind 300 KB of maps and previews is found', () => {
    const maps = Array.from({ length: 5 }, () => segment(0xe2, 60_000)).flat();
    expect(readPixelSize(bytes([jpegHead(400, 300, maps)]), 'image/jpeg')).toEqual({
      width: 400,
      height: 300,
    });
  });

  test('a small frame hidden in a comment does not hide the huge one', () => {
    const lie = [0xff, 0xfe, 0, 21, ...jpegHead(10, 10).slice(2)];
    // One 0xFF too many before the marker: decoders skip it, and so must we.
    const odd = [0xff, ...lie];
    expect(readJpegHeader(bytes([jpegHead(60_000, 60_000, lie)]))).toMatchObject({ width: 60_000 });
    expect(readJpegHeader(bytes([jpegHead(60_000, 60_000, odd)]))).toMatchObject({ width: 60_000 });
  });

  test.each([
    ['cut off before the frame', bytes([jpegHead(400, 300, exifSegment(6)).slice(0, 30)])],
    ['scan before any frame', bytes([[0xff, 0xd8, 0xff, 0xda, 0, 8]], 64)],
    ['no size', bytes([jpegHead(0, 300)])],
    ['not a JPEG', bytes([pngHead(4, 3)])],
    ['lengths that stand still', bytes([[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0]], 64)],
    ['nothing', bytes([])],
  ])('%s gives no size', (_what, head) => {
    expect(readJpegHeader(head)).toBeNull();
  });

  test('an EXIF directory that points outside is no orientation', () => {
    const wild = exifSegment(6);
    wild[14] = 0xff;
    expect(readJpegHeader(bytes([jpegHead(400, 300, wild)]))).toMatchObject({ orientation: 1 });
  });
});

describe('a PNG that says how the camera was held', () => {
  const head = pngHead(400, 300);
  const [before, picture] = [head.slice(0, -8), head.slice(-8)];
  const whole = pngNotes(exifSegment(6).slice(10));
  const sum = whole.slice(0, -1).concat((whole.at(-1) ?? 0) ^ 1);
  test.each([
    ['on its side', [before, whole, picture], { width: 300, height: 400 }],
    ['upside down', [before, pngNotes(exifSegment(3).slice(10)), picture], { width: 400, height: 300 }],
    ['behind its picture, where nobody looks', [head, whole], { width: 400, height: 300 }],
    ['with a wrong check sum', [before, sum, picture], { width: 400, height: 300 }],
    ['cut off', [before, whole.slice(0, 20)], { width: 400, height: 300 }],
  ])('%s', (_what, parts, size) => {
    expect(readPixelSize(bytes(parts), 'image/png')).toEqual(size);
    expect(readPixelSize(bytes(parts), 'image/apng')).toEqual(size);
  });
});

test.each([
  ['image/png', bytes([pngHead(22_000, 22_000)]), { width: 22_000, height: 22_000 }],
  ['image/gif', bytes(gifHead(65_000, 65_000), 64), { width: 65_000, height: 65_000 }],
  ['image/png', bytes([pngHead(0, 5)]), null],
  ['image/heic', bytes([[0, 0, 0, 0]], 64), null],
])('size of %s', (mime, head, size) => {
  expect(readPixelSize(head, mime)).toEqual(size);
});
