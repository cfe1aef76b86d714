import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoSize } from '#shared/domain/merge-memo';
import { composeMemo } from '#shared/domain/order-note';
import { memoFormats } from '#shared/knowledge/memo-formats';

describe('order memos', () => {
  test('R28 a memo is content, operator and day, in this order', () => {
    expect(composeMemo(' 退货退款 袖口开线 ', '阿宁', '11-21')).toBe('退货退款 袖口开线 / 阿宁 / 11-21');
  });

  test.each([
    ['', '阿宁', '11-21', '阿宁 / 11-21'],
    ['换货', '  ', '11-21', '换货 / 11-21'],
    ['', '', '', ''],
  ])('R28 an empty part leaves no separator', (content, operator, day, memo) => {
    expect(composeMemo(content, operator, day)).toBe(memo);
  });

  test.each([
    ['abc', 3],
    ['é', 2],
    ['备注', 6],
    ['🧧', 4],
    ['', 0],
  ])('R28 %s is %i bytes', (text, bytes) => {
    expect(memoSize(text, memoFormats.taobao.limit)).toBe(bytes);
  });

  test('R28 bytes are those of UTF-8 for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(memoSize(text, memoFormats.taobao.limit)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
