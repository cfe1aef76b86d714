import { describe, expect, test } from 'vitest';
import { readGifSize } from '../../../renderer/workers/gif-header';
import { readHeifHeader } from '../../../renderer/workers/heif-header';
import { readPixelSize } from '../../../renderer/workers/pixel-size';
import { bytes, gifFrame, gifHead } from './file-bytes';
import { heicSample } from './heic-sample';
import { hugeAv1, makeHeif, tiles } from './heif-file';

const four = [tiles.red, tiles.green, tiles.blue, tiles.white];
const photo = makeHeif({ data: four, says: [128, 100], turn: 1 });

describe('R18 the header of a HEIC or AVIF', () => {
  test('a phone photo of tiles is as large as it is seen, not as its small picture or its tiles', () => {
    expect(readHeifHeader(photo)).toEqual({
      seen: { width: 100, height: 128 },
      largest: { width: 100, height: 128 },
      displayP3: false,
    });
    expect(readPixelSize(photo, 'image/heic')).toEqual({ width: 100, height: 128 });
    expect(readHeifHeader(heicSample)?.seen).toEqual({ width: 120, height: 160 });
  });

  test.each([
    [0, 128, 100],
    [1, 100, 128],
    [2, 128, 100],
    [3, 100, 128],
  ])('turned %i quarters it is %i by %i; a mirror changes nothing', (turn, width, height) => {
    const file = makeHeif({ data: four, says: [128, 100], turn, mirror: 1 });
    expect(readHeifHeader(file)?.seen).toEqual({ width, height });
  });

  test('the colours of Display P3 are known by number', () => {
    expect(readHeifHeader(makeHeif({ data: four, says: [128, 128], displayP3: true }))?.displayP3).toBe(true);
  });

  test.each([
    ['a grid', makeHeif({ data: four, says: [128, 128], grid: [60_000, 60_000] }), 60_000],
    ['AV1 data', makeHeif({ brand: 'avif', data: [hugeAv1], says: [100, 100] }), 12_000],
    [
      'a tile of AV1',
      makeHeif({ brand: 'avif', data: [tiles.red, tiles.red, tiles.red, hugeAv1], says: [100, 100] }),
      12_000,
    ],
  ])('%s that is larger than its boxes say is not decoded', (_what, file, side) => {
    expect(readPixelSize(file, 'image/avif')).toEqual({ width: side, height: side });
  });

  test('H.265 data say themselves how large they are', () => {
    const lie = makeHeif({ data: [tiles.red], says: [10, 10] });
    expect(readHeifHeader(lie)).toMatchObject({ seen: { width: 10 }, largest: { width: 64, height: 64 } });
  });

  test('cut off anywhere, or with any byte changed, it is read or not, without an error', () => {
    for (let length = 0; length < photo.length; length += 1) readHeifHeader(photo.subarray(0, length));
    for (let at = 0; at < photo.length; at += 1) {
      const changed = Buffer.from(photo);
      changed[at] = 0xff;
      readHeifHeader(changed);
    }
    expect(readHeifHeader(photo.subarray(0, 200))).toBeNull();
  });
});

describe('R18 the size of a GIF', () => {
  const note = [0x21, 0xfe, 2, 0x2c, 0x2c, 0];

  test('a first picture larger than the screen widens it, as decoders do', () => {
    expect(readGifSize(bytes([...gifHead(10, 10), note, gifFrame(12_000, 9000)], 64))).toEqual({
      width: 12_000,
      height: 9000,
    });
    expect(readGifSize(bytes([...gifHead(400, 300), gifFrame(10, 10)], 64))).toEqual({
      width: 400,
      height: 300,
    });
  });

  test('a screen without a picture tells nothing, unless it alone is too large', () => {
    expect(readGifSize(bytes(gifHead(4, 3)))).toBeNull();
    expect(readGifSize(bytes([...gifHead(4, 3), [0x21, 0xfe, 255]], 20))).toBeNull();
    expect(readGifSize(bytes(gifHead(65_000, 65_000)))).toEqual({ width: 65_000, height: 65_000 });
  });
});
