import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYuan, parseYuan } from '#shared/domain/money';

describe('money', () => {
  test('R30 any amount of fen survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
      }),
    );
  });

  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['0.1', 10],
    ['12.', 1200],
    ['¥1,234.50', 123_450],
    ['￥１２．８０', 1280],
    ['128 元', 12_800],
    ['-3.20', -320],
    ['-0', 0],
    // In floating point 1.005 × 100 is 100.49999999999999 and 8.2 × 100 is 819.9999999999999.
    ['8.20', 820],
    ['4.35', 435],
    ['1.15', 115],
  ])('%s is %i fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  test.each(['', 'abc', '1.005', '1.2.3', '--1', '1e3', '.5', '１２三', 'NaN', '9999999999999', '<b>1</b>'])(
    '"%s" is no amount',
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [50, '0.50'],
    [12_800, '128.00'],
    [-5, '-0.05'],
    [123_456_789, '1234567.89'],
  ])('%i fen is written %s', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
  });
});
