import { describe, expect, test } from 'vitest';
import { guessSource } from '#shared/domain/file-source';
import { bandsOf, distance, likenessOf } from '#shared/domain/likeness';
import { readTakenTime, takenWords } from '#shared/domain/taken-time';
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

describe('likeness', () => {
  const slope = Array.from({ length: 72 }, (_, at) => ((at % 9) * 25 + Math.floor(at / 9) * 7) % 200);
  test('a plain sheet has none; a slope has one that survives being darker', () => {
    expect(likenessOf(Array.from({ length: 72 }, () => 200))).toBeNull();
    const one = likenessOf(slope);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(likenessOf(slope.map((value) => value * 0.8))).toBe(one);
  });
  test('differing signs are counted; two that differ in seven share a band', () => {
    expect(distance('ffffffffffffffff', '0000000000000000')).toBe(64);
    expect(distance('80000000ffffffff', '00000000fffffffe')).toBe(2);
    const other = new Set(bandsOf('01010101010101ff'));
    expect(bandsOf('00000000000000ff').filter((band) => other.has(band))).toHaveLength(1);
  });
});

describe('R19 the watch folder passes over', () => {
  test.each(['.hidden.jpg', '~$合同.docx', 'a.jpg.part', 'b.mp4.crdownload', 'x.tmp', 'Thumbs.db'])('%s', (name) => {
    expect(isPassedOver(name)).toBe(true);
  });
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
