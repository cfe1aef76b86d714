import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  evidenceFileName,
  folderCandidate,
  nameKey,
  safeNamePart,
  utf8Length,
} from '#shared/domain/evidence-name';
import { evidenceKinds } from '#shared/domain/evidence';
import { isSafeFileName } from '../../../electron/main/files/safe-name';

/** Microsoft's "Naming Files, Paths, and Namespaces", written down a second time and apart from our code. */
function refusedByWindows(name: string): boolean {
  const stem = (name.split('.')[0] ?? '').trimEnd().toUpperCase();
  const devices = ['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'];
  for (const digit of '0123456789¹²³') devices.push(`COM${digit}`, `LPT${digit}`);
  const forbidden = Array.from(name).some((sign) => '<>:"/\\|?*'.includes(sign) || sign.charCodeAt(0) < 32);
  return name === '' || forbidden || /[. ]$/.test(name) || devices.includes(stem) || name.length > 255;
}

const hidden = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

function faultsOf(name: string): string[] {
  const faults = {
    windows: refusedByWindows(name),
    // The main process refuses to rename, so what we call safe has to be safe for it as well.
    main: !isSafeFileName(name),
    broken: /\p{Cs}/u.test(name),
    decomposed: name.normalize('NFC') !== name,
    hidden: hidden.test(name),
    long: utf8Length(name) > 255,
  };
  return Object.entries(faults).flatMap(([fault, found]) =>
    found ? [`${fault}: ${JSON.stringify(name)}`] : [],
  );
}

const hostile = [
  // Device names, dots and blanks.
  'CON|con|NUL.tar.gz|COM¹|lpt9.txt|aux .x|con.| con|CONIN$|nul\u200e|P\u200eRN|..|.|...',
  // Paths and signs with a meaning.
  'a/../../b|\\\\server\\share|C:\\x|a:b|a*b?c"d<e>f|~|-rf|$(x)|<img onerror=x>',
  // Marks nobody sees, halves of signs, signs that stand for nothing.
  '客户\u202Egpj|\u202e|\u0000|a\nb\tc|\ud800|x\udfffy|\ufeffx|\u3164|\u2800|\uffff',
  // Forms of the same letters, scripts, and plain nicks.
  'e\u0301|é|A|a|ｆｕｌｌ|小鱼爱吃猫|tb88123_雨天|مرحبا|\u1100\u1161\u11a8',
]
  .flatMap((line) => line.split('|'))
  .concat('a|b', '名'.repeat(120), 'a'.repeat(300), '👩‍👩‍👧‍👦'.repeat(20))
  .concat(`a${'\u0301'.repeat(200)}`, `nul.${'x'.repeat(200)}`);

const special = '. |\u3000|\u00a0|\u0301|\u0338|\u200d|\u200c|\u202e|\u034f|_|名|👍🏽|1|¹|.| '.split('|');

/** Random text that keeps running into what is special: devices, dots, blanks, marks, emoji, accents. */
const wild = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...hostile),
        fc.constantFrom(...special),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('R21 a buyer ID as folder and file name', () => {
  test('every one of 10 000 strings gives names that Windows, macOS and Linux take, and twice the same', () => {
    fc.assert(
      fc.property(
        wild,
        fc.constantFrom(...evidenceKinds),
        fc.integer({ min: 1, max: 99_999 }),
        (id, kind, sequence) => {
          const folder = safeNamePart(id);
          const file = evidenceFileName(folder, '20261121', kind, sequence, 'jpg');
          const names = [folder, file, folderCandidate(id, 2), folderCandidate(id, 12_345)];
          expect({
            again: safeNamePart(folder),
            faults: names.flatMap(faultsOf),
            // 10 for `D:\Shop\`, 19 for the archive's folder: the path stays below 260 units on Windows.
            short: folder.length + file.length <= 180 && utf8Length(folder) <= 150,
          }).toEqual({ again: folder, faults: [], short: true });
        },
      ),
      { numRuns: 10_000, examples: hostile.map((id) => [id, 'photo', 1]) },
    );
  }, 60_000);

  test('this disk takes the hostile ones, and lists them under the same name', () => {
    const root = mkdtempSync(join(tmpdir(), 'liudi-names-'));
    try {
      for (const id of hostile) {
        const name = evidenceFileName(safeNamePart(id), '20261121', 'photo', 1, 'jpg');
        writeFileSync(join(root, name), id);
        expect(readdirSync(root)).toContain(name);
        rmSync(join(root, name));
      }
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test.each([
    ['小鱼爱吃猫', '小鱼爱吃猫'],
    ['CON', 'CON_'],
    ['con.', 'con_'],
    ['NUL.tar.gz', 'NUL_.tar.gz'],
    ['COM¹', 'COM¹_'],
    ['P\u200eRN', 'PRN_'],
    ['a/../../b', 'a_.._.._b'],
    ['客户\u202Egpj', '客户gpj'],
    ['..', '_'],
    ['\u3164', '_'],
    ['  x . ', 'x'],
    ['名'.repeat(120), '名'.repeat(50)],
    ['a'.repeat(300), 'a'.repeat(64)],
    ['e\u0301', 'é'],
    ['e\u200b\u0301', 'é'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
  ])('%j becomes %j', (id, name) => {
    expect(safeNamePart(id)).toBe(name);
  });

  test('an emoji family is never cut in half', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(safeNamePart(family.repeat(20))).toBe(family.repeat(5));
  });

  test('a letter with two hundred accents keeps the letter', () => {
    expect(safeNamePart(`b${'\u0301'.repeat(200)}`)).toMatch(/^b\u0301+$/);
  });
});

describe('R21 names that one disk takes for the same', () => {
  test.each([
    ['A', 'a'],
    ['é', 'e\u0301'],
    ['ｱ', 'ア'],
    ['Straße', 'STRASSE'],
    ['ab', 'a\u200db'],
    ['ſ', 's'],
  ])('%j and %j have one key', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('different names keep different keys', () => {
    expect(new Set(['a', 'b', 'a~2', '小', '鱼', '👍', '👎'].map(nameKey)).size).toBe(7);
  });

  test('the key of a key is the key, for 2 000 strings', () => {
    fc.assert(
      fc.property(wild, (id) => {
        const key = nameKey(safeNamePart(id));
        expect(nameKey(key)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test('the second buyer of a name gets a number, within the same length', () => {
    expect(folderCandidate('a', 2)).toBe('a~2');
    expect(folderCandidate('名'.repeat(120), 2)).toBe(`${'名'.repeat(49)}~2`);
    expect(utf8Length(folderCandidate('名'.repeat(120), 99_999))).toBeLessThanOrEqual(150);
  });
});
