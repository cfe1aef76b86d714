import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { AppError } from '#shared/errors';

describe('order numbers', () => {
  test('R30 any run of digits stays exactly as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,40}$/), (digits) => {
        expect(normalizeOrderNo(digits)).toBe(digits);
      }),
    );
  });

  test.each([
    ['2611190231884200177', '2611190231884200177'],
    ['0012345678901234567890', '0012345678901234567890'],
    [' 261119-023188420017 ', '261119-023188420017'],
    ['２６１１１９－０２', '261119-02'],
    ['2611 1902\t3188\n4200', '2611190231884200'],
    ['\u202d2611190231884200177\u202c', '2611190231884200177'],
    ['\ufeff26111902', '26111902'],
    ['', ''],
    ['E12345', 'E12345'],
    ['12E', '12E'],
    ['3E-shop-1', '3E-shop-1'],
  ])('%j becomes %j', (raw, clean) => {
    expect(normalizeOrderNo(raw)).toBe(clean);
  });

  test.each([
    '1.23E+18',
    '2.61119E+18',
    '1e18',
    ' 1.23e+18 ',
    '1,23E+18',
    '１．２３Ｅ＋１８',
    '-1.5E10',
    '1.23 E+18',
  ])('%s was rounded by a spreadsheet and is refused with its value', (raw) => {
    expect(() => normalizeOrderNo(raw)).toThrow(AppError);
    try {
      normalizeOrderNo(raw);
    } catch (error) {
      expect(error).toMatchObject({ code: 'orderNoScientific' });
      expect((error as AppError).detail.value).toMatch(/^-?1|^2/);
    }
  });

  test('an endless text is cut', () => {
    expect(normalizeOrderNo('7'.repeat(500))).toHaveLength(64);
  });

  test('applying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
        let once: string;
        try {
          once = normalizeOrderNo(raw);
        } catch {
          return;
        }
        expect(normalizeOrderNo(once)).toBe(once);
      }),
    );
  });
});
