import { expect, test } from 'vitest';
import { checkFile } from '../../../renderer/workers/check-file';
import { isBlack } from '../../../renderer/workers/is-black';
import { readWebpOrientation } from '../../../renderer/workers/webp-orientation';
import { bytes, exifSegment } from './file-bytes';

const chunk = (kind: string, body: readonly number[]): (string | number[])[] => [
  kind,
  [body.length & 255, (body.length >> 8) & 255, 0, 0],
  [...body, ...(body.length % 2 === 1 ? [0] : [])],
];
/** EXIF data as a WebP holds them: the segment of a JPEG without its marker, with or without the name. */
const notes = (orientation: number, named: boolean): number[] =>
  exifSegment(orientation).slice(named ? 4 : 10);
const webp = (flags: number, ...rest: (string | number[])[]): Blob =>
  new Blob([
    bytes([
      'RIFF',
      [0, 0, 0, 0],
      'WEBP',
      ...chunk('VP8X', [flags, 0, 0, 0, 99, 0, 0, 99, 0, 0]),
      ...chunk('VP8 ', [1, 2, 3, 4, 5]),
      ...rest,
    ]),
  ]);

test.each([1, 2, 3, 4, 5, 6, 7, 8])('R18 a WebP that lies on its side says so: %i', async (orientation) => {
  expect(await readWebpOrientation(webp(8, ...chunk('EXIF', notes(orientation, false))))).toBe(orientation);
  expect(await readWebpOrientation(webp(8, ...chunk('EXIF', notes(orientation, true))))).toBe(orientation);
});

test.each([
  ['says that it holds none', webp(0, ...chunk('EXIF', notes(6, false)))],
  ['ends before them', webp(8)],
  ['has them cut off', webp(8, 'EXIF', [200, 0, 0, 0], [0x49, 0x49])],
  ['is no WebP', new Blob(['GIF89a'])],
  ['is empty', new Blob([])],
])('a WebP that %s is upright', async (_what, file) => {
  expect(await readWebpOrientation(file)).toBe(1);
});

test.each([
  [1, 100, 60],
  [3, 100, 60],
  [6, 60, 100],
  [8, 60, 100],
])('R18 the size of a WebP held as %i is the one it is seen with', async (orientation, width, height) => {
  const wide = bytes([
    'RIFF',
    [0, 0, 0, 0],
    'WEBP',
    ...chunk('VP8X', [8, 0, 0, 0, 99, 0, 0, 59, 0, 0]),
    ...chunk('VP8 ', [1, 2, 3, 4, 5]),
    ...chunk('EXIF', notes(orientation, true)),
  ]);
  expect(await checkFile(new Blob([wide]), 'a.webp')).toMatchObject({ ok: true, width, height });
});

test('a picture without any light is none, one with a single grey point is', () => {
  const pixels = (...values: number[]): { data: Uint8ClampedArray<ArrayBuffer> } => ({
    data: new Uint8ClampedArray(values),
  });
  expect(isBlack(pixels(0, 0, 0, 255, 0, 0, 0, 255))).toBe(true);
  expect(isBlack(pixels(0, 0, 0, 0, 0, 0, 0, 0))).toBe(true);
  expect(isBlack(pixels(0, 0, 0, 255, 0, 1, 0, 255))).toBe(false);
});
