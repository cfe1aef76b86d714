import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSafeFileName,
  numberedName,
  safeFileName,
  sameFileKey,
} from '../../../electron/main/files/safe-name';
import { evidenceFileName, folderCandidate, utf8Length } from '../../../shared/domain/evidence-name';

describe('safeFileName', () => {
  test.each([
    ['退货说明单_张三.pdf', '退货说明单_张三.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..\\..\\x.csv', '_.._x.csv'],
    ['/etc/passwd', '_etc_passwd'],
    ['C:\\Windows\\x', 'C__Windows_x'],
    ['C:x', 'C_x'],
    ['a\u0000b.csv', 'a_b.csv'],
    ['客户\u202Egpj.exe', '客户_gpj.exe'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['LPT1 .csv', '_LPT1 .csv'],
    ['name. . ', 'name'],
    ['.hidden', 'hidden'],
    ['   ', '_'],
    ['', '_'],
    ['..', '_'],
    ['a\nb\tc', 'a_b_c'],
    ['<img onerror="x">.png', '_img onerror=_x__.png'],
    ['x:stream', 'x_stream'],
    ['\ud800bad', '_bad'],
    ['👩‍👧.jpg', '👩‍👧.jpg'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  test('cuts to 255 bytes and keeps the ending', () => {
    const name = safeFileName(`${'客'.repeat(120)}.jpeg`);
    expect(utf8Length(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^客+\.jpeg$/);
  });

  test('of any text is one safe name, and applying it twice changes nothing', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            '..',
            '/',
            '\\',
            '\u0000',
            'CON',
            '.',
            ' ',
            ':',
            '\u202e',
            '\u200d',
            'a',
            '客',
            '~',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const name = safeFileName(text);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(utf8Length(name)).toBeLessThanOrEqual(255);
        expect(isSafeFileName(name)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  test('R21 every name the evidence rules give is kept as it is', () => {
    const buyer = fc.string({ unit: 'grapheme', maxLength: 130 });
    const attempt = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(buyer, attempt, fc.constantFrom('jpg', 'mp4', ''), (buyerId, n, extension) => {
        const folder = folderCandidate(buyerId, n);
        expect(safeFileName(folder)).toBe(folder);
        const name = evidenceFileName(folder, '20261121', 'photo', 1, extension);
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});

test('taken names are numbered', () => {
  expect([1, 2, 3].map((attempt) => numberedName('导出', attempt))).toEqual(['导出', '导出 (2)', '导出 (3)']);
});

test('names that are one file on Windows and macOS have one key', () => {
  expect(sameFileKey('A', 'x.jpg')).toBe(sameFileKey('a', 'X.JPG'));
  expect(sameFileKey('a', 'b')).not.toBe(sameFileKey('a', 'c'));
});
