import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { maxPixels, viewability } from '#shared/domain/file-check';
import { checkFile, type CheckAnswer } from '../../../renderer/workers/check-file';
import { hugeAv1, makeHeif, tiles } from './heif-file';
import { bytes, exifSegment, ftyp, gifHead, jpegHead, pngHead, zipWith } from './file-bytes';

type Bytes = Uint8Array<ArrayBuffer>;
const look = (name: string, content: Bytes): Promise<CheckAnswer> => checkFile(new Blob([content]), name);
const how = async (name: string, content: Bytes): Promise<string> => {
  const answer = await look(name, content);
  return answer.ok ? viewability(answer) : `refused: ${answer.reason}`;
};
const number = (value: number, size: number, little = true): number[] => {
  const all = Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) % 256);
  return little ? all : all.reverse();
};

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

const bmp = (width: number, height: number): Bytes =>
  bytes([
    'BM',
    number(1054, 4),
    number(0, 4),
    number(54, 4),
    number(40, 4),
    number(width, 4),
    number(height < 0 ? 2 ** 32 + height : height, 4),
    number(1, 2),
    number(24, 2),
    zeros(1024),
  ]);
const webp = (side: number): Bytes =>
  bytes([
    'RIFF',
    number(200, 4),
    'WEBPVP8X',
    number(10, 4),
    [0, 0, 0, 0],
    number(side - 1, 3),
    number(side - 1, 3),
    zeros(170),
  ]);
/** A HEIC or AVIF that says it is this large. */
const heif = (brand: 'heic' | 'avif', side: number): Bytes =>
  bytes([[...makeHeif({ brand, data: [tiles.red], says: [side, side] })]], 600);
const chunk = (kind: string, body: readonly number[]): number[] => [
  ...number(body.length, 4, false),
  ...Buffer.from(kind, 'latin1'),
  ...body,
  0,
  0,
  0,
  0,
];
/** A picture with a note that unpacks to 16 MB. */
const withNote = (kind: string): Bytes =>
  bytes([
    pngHead(40, 30),
    chunk(kind, [...Buffer.from('Comment\0\0', 'latin1'), ...deflateSync(Buffer.alloc(16 * 1024 * 1024))]),
    chunk('IDAT', [0]),
  ]);

describe('R18 hostile files: kept as bytes or refused by name, never decoded beyond a hundred megapixels', () => {
  test.each([
    ['bomb.jpg', bytes([jpegHead(65_000, 65_000)], 400)],
    ['bomb.png', bytes([pngHead(30_000, 30_000)], 400)],
    ['bomb.gif', bytes(gifHead(65_535, 65_535), 400)],
    ['bomb.webp', webp(16_000)],
    ['bomb.bmp', bmp(100_000, 100_000)],
    ['upside-down.bmp', bmp(50_000, -50_000)],
    ['bomb.heic', heif('heic', 60_000)],
    ['bomb.avif', heif('avif', 60_000)],
    ['lie.avif', bytes([[...makeHeif({ brand: 'avif', data: [hugeAv1], says: [100, 100] })]], 600)],
    ['lie.gif', bytes([...gifHead(10, 10), [0x2c, 0, 0, 0, 0, 0xe0, 0x2e, 0xe0, 0x2e, 0]], 400)],
  ])('%s is too large to be shown', async (name, content) => {
    const answer = await look(name, content);
    expect(answer).toMatchObject({ ok: true, kind: 'photo' });
    if (!answer.ok || answer.width === null || answer.height === null) throw new Error('no size');
    expect(Math.abs(answer.width * answer.height)).toBeGreaterThan(maxPixels);
    expect(viewability(answer)).toBe('tooLarge');
  });

  test.each(['zTXt', 'iCCP'])('a %s note that unpacks to 16 MB is not unpacked', async (kind) => {
    const content = withNote(kind);
    expect(content.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await how('note.png', content)).toBe('picture');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });

  test.each([
    ['gif and script', 'a.gif', bytes(['GIF89a/*', zeros(100), '*/=1;alert(1)//;']), 'damaged'],
    ['PDF and ZIP', 'a.pdf', bytes(['%PDF-1.4\n', ...zipWith('x.txt')], 200), 'none'],
    ['PDF called a photo', 'a.jpg', bytes(['%PDF-1.4\n'], 200), 'none'],
    ['JPEG and ZIP', 'a.jpg', bytes([jpegHead(400, 300), ...zipWith('x.txt')], 900), 'picture'],
    ['ZIP called a photo', 'a.jpg', bytes(zipWith('x.txt'), 200), 'refused: mismatch'],
    ['Android program in a ZIP', 'a.zip', bytes(zipWith('classes.dex'), 200), 'refused: executable'],
    ['page called a photo', 'a.png', bytes(['<html><script>alert(1)</script>'], 200), 'refused: markup'],
    [
      'drawing called a photo',
      'a.jpg',
      bytes(['<?xml version="1.0"?><svg onload="x"/>'], 200),
      'refused: markup',
    ],
    ['script behind blanks', 'a.jpg', bytes([' '.repeat(900), '<html>'], 950), 'damaged'],
    [
      'installer called a photo',
      'a.jpg',
      bytes([[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], 900),
      'refused: mismatch',
    ],
    ['program behind a mark', 'a.jpg', bytes([[0xef, 0xbb, 0xbf], 'MZ'], 200), 'refused: executable'],
  ])('two things in one: %s', async (_what, name, content, result) => {
    expect(await how(name, content)).toBe(result);
  });

  test('cut off anywhere, a file is kept as it is or refused, without an error and at once', async () => {
    const whole: readonly (readonly [string, Bytes])[] = [
      ['a.jpg', bytes([jpegHead(400, 300, exifSegment(6))], 400)],
      ['a.png', bytes([pngHead(40, 30)], 120)],
      ['a.gif', bytes(gifHead(4, 3), 60)],
      ['a.webp', webp(400)],
      ['a.bmp', bmp(40, 30)],
      ['a.heic', heif('heic', 400)],
      ['a.avif', heif('avif', 400)],
      ['a.mp4', bytes(ftyp('isom', 'isom'), 60)],
      ['a.pdf', bytes(['%PDF-1.7\n'], 60)],
    ];
    for (const [name, content] of whole) {
      for (let length = 1; length < Math.min(content.length, 160); length += 1) {
        const answer = await look(name, content.slice(0, length));
        if (answer.ok && answer.width !== null) expect(viewability(answer)).not.toBe('tooLarge');
        expect(answer.ok || answer.reason !== 'failed').toBe(true);
      }
    }
  });

  test.each([
    [
      'points at itself',
      [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0],
    ],
    ['promises 65535 entries', [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0xff, 0xff]],
    ['begins outside', [0x49, 0x49, 0x2a, 0, 0xf0, 0xff, 0xff, 0xff]],
  ])('camera notes whose directory %s tell nothing and hold nobody up', async (_what, tiff) => {
    const note = [
      0xff,
      0xe1,
      ...number(tiff.length + 8, 2, false),
      ...Buffer.from('Exif\0\0', 'latin1'),
      ...tiff,
    ];
    const answer = await look('a.jpg', bytes([jpegHead(400, 300, note)], 600));
    expect(answer).toMatchObject({ ok: true, width: 400, height: 300 });
    expect(answer).not.toHaveProperty('taken');
  });
});
