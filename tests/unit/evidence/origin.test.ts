import { describe, expect, test } from 'vitest';
import { viewability } from '#shared/domain/file-check';
import { guessSource } from '#shared/domain/file-source';
import { bandsOf, bitsOf, distance, isComparable, likenessOf } from '#shared/domain/likeness';
import { readTakenTime, takenWords } from '#shared/domain/taken-time';
import { checkFile } from '../../../renderer/workers/check-file';
import { readNotes } from '../../../renderer/workers/read-taken';
import { bytes, ftyp, jpegHead } from './file-bytes';
import { heicSample } from './heic-sample';
import { notesSegment } from './exif-notes';
import { isPassedOver, relativeName } from '../../../electron/main/files/watch-scan';

describe('R19 where a file comes from', () => {
  test.each([
    ['微信图片_20261119.jpg', '', 'wechat'],
    ['mmexport1700000000000.jpg', '', 'wechat'],
    ['QQ图片20261119.png', '', 'qq'],
    ['O1CN01abcdef.jpg', '', 'wangwang'],
    ['IMG_20261119_101010.jpg', '', 'self'],
    ['IMG_20261119_101010.jpg', 'D/WeChat Files/Image', 'wechat'],
    ['裂口.jpg', '', 'drop'],
  ])('%s in "%s" → %s', (name, folder, source) => {
    expect(guessSource(name, folder, 'drop')).toBe(source);
  });
});

describe('the time a picture was taken', () => {
  test.each([
    ['2026:11:19 12:30:05', '+08:00', '2026-11-19 12:30:05 (UTC+08:00)'],
    ['2026:11:19 12:30:05', undefined, '2026-11-19 12:30:05'],
    ['2026:11:19 12:30:05', 'nonsense', '2026-11-19 12:30:05'],
    ['2026:11:19 12:30:05', 'Z', '2026-11-19 12:30:05 (UTC+00:00)'],
  ])('%s %s', (text, offset, words) => {
    const taken = readTakenTime(text, offset);
    expect(taken === null ? null : takenWords(taken)).toBe(words);
  });
  test.each(['0000:00:00 00:00:00', '2026:02:30 10:00:00', '1980:01:01 00:00:00', '    ', 12, null])(
    'says nothing for %j',
    (text) => {
      expect(readTakenTime(text, null)).toBeNull();
    },
  );
});

describe('the notes of a photo', () => {
  const jpeg = (notes: readonly number[]): Blob => new Blob([bytes([jpegHead(400, 300, notes)], 600)]);

  test('time and offset are read; of the place only that there is one', async () => {
    const answer = await checkFile(jpeg(notesSegment('2026:11:19 12:30:05', '+08:00')), 'IMG_1.jpg');
    expect(answer).toMatchObject({
      taken: { local: '2026-11-19T12:30:05', offset: '+08:00' },
      hasPlace: true,
      width: 400,
    });
    expect(JSON.stringify(answer)).not.toMatch(/latitude|longitude|gps/i);
  });

  test('notes cut off or broken keep no photo out', async () => {
    const notes = notesSegment('2026:11:19 12:30:05', '+08:00');
    for (let end = 12; end < notes.length; end += 9) {
      const broken = [...notes.slice(0, end), ...notes.slice(end).map(() => 0xc0)];
      expect((await checkFile(jpeg(broken), 'IMG_1.jpg')).ok).toBe(true);
    }
  });

  test('R17 a HEIC of a phone is taken as what it is and shown through a preview', async () => {
    const answer = await checkFile(new Blob([heicSample]), 'IMG_0001.HEIC');
    expect(answer).toMatchObject({ ok: true, kind: 'photo', mime: 'image/heic', width: 120, height: 160 });
    const how = { kind: 'photo', mime: 'image/heic', width: 120, height: 160 } as const;
    expect(viewability(how)).toBe('converted');
    expect(viewability({ ...how, width: 20_000, height: 20_000 })).toBe('tooLarge');
    expect(viewability({ ...how, width: null })).toBe('damaged');
  });
});

describe('likeness', () => {
  const slope = Array.from({ length: 72 }, (_, at) => ((at % 9) * 25 + Math.floor(at / 9) * 7) % 200);
  test('a plain sheet has none; a slope has one that survives being darker', () => {
    expect(likenessOf(Array.from({ length: 72 }, () => 200))).toBeNull();
    const one = likenessOf(slope);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(likenessOf(slope.map((value) => value * 0.8))).toBe(one);
  });
  test('a mostly plain sheet, such as a chat or a drawing, is not compared, nor is a screenshot of a phone', () => {
    expect(likenessOf(slope.map((value, at) => (at % 9 < 3 ? value : 200)))).toBeNull();
    expect([isComparable(1080, 2340), isComparable(1080, 1920), isComparable(4000, 3000)]).toEqual([
      false,
      true,
      true,
    ]);
  });
  test('differing signs are counted; two that differ in seven share a band', () => {
    expect(distance(bitsOf('ffffffffffffffff'), bitsOf('0000000000000000'))).toBe(64);
    expect(distance(bitsOf('80000000ffffffff'), bitsOf('00000000fffffffe'))).toBe(2);
    const other = new Set(bandsOf('01010101010101ff'));
    expect(bandsOf('00000000000000ff').filter((band) => other.has(band))).toHaveLength(1);
  });
});

describe('R19 the watch folder passes over', () => {
  test.each(['.hidden.jpg', '~$合同.docx', 'a.jpg.part', 'b.mp4.crdownload', 'x.tmp', 'Thumbs.db'])(
    '%s',
    (name) => {
      expect(isPassedOver(name)).toBe(true);
    },
  );
  test.each(['微信图片_1.jpg', 'a.part.jpg', 'DCIM'])('not %s', (name) => {
    expect(isPassedOver(name)).toBe(false);
  });
  test('what lies outside or in a hidden folder has no name', () => {
    expect(relativeName('/a/b', '/a/b/c/d.jpg')).toBe('c/d.jpg');
    expect(relativeName('/a/b', '/a/x.jpg')).toBeNull();
    expect(relativeName('/a/b', '/a/b/.sync/d.jpg')).toBeNull();
    expect(relativeName('/a/b', '/a/b')).toBeNull();
  });
});

test(
  'a HEIC whose boxes have no length ends the reading of its notes, as does a cut PNG',
  { timeout: 5000 },
  async () => {
    const heic = bytes(ftyp('heic', 'mif1', 'heic'), 300);
    expect(await readNotes(heic, 'image/heic')).toEqual({});
    expect(await readNotes(new Uint8Array(64).fill(1), 'image/heic')).toEqual({});
    const png = new Uint8Array(60);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(await readNotes(png, 'image/png')).toEqual({});
  },
);
