import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buyerIdMaxLength, normalizeBuyerId } from '#shared/domain/buyer-id';

describe('buyer IDs', () => {
  test.each([
    ['小鱼爱吃猫', '小鱼爱吃猫'],
    ['  tb88123_雨天 ', 'tb88123_雨天'],
    ['A', 'A'],
    ['a', 'a'],
    ['CON', 'CON'],
    ['a/../../b', 'a/../../b'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['一\n行\t两行', '一 行 两行'],
    ['🐟🧧', '🐟🧧'],
    // Two ways of writing é are one buyer.
    ['Cafe\u0301', 'Caf\u00e9'],
  ])('R21 %j is kept as %j', (raw, clean) => {
    expect(normalizeBuyerId(raw)).toBe(clean);
  });

  test('the true ID keeps its direction marks: only file names lose them', () => {
    expect(normalizeBuyerId('客户\u202Egpj')).toBe('客户\u202Egpj');
  });

  test.each(['', '   ', '\n\t', '\u200b', '\u202e\u202d', '\u3000', '\u200b \u3000\u2060'])(
    'R21 %j is no buyer ID, because nothing could be named by it',
    (raw) => {
      expect(() => normalizeBuyerId(raw)).toThrow(expect.objectContaining({ code: 'buyerIdEmpty' }) as Error);
    },
  );

  test('120 Chinese characters stay whole, an endless text is cut', () => {
    expect(normalizeBuyerId('鱼'.repeat(120))).toHaveLength(120);
    expect(normalizeBuyerId('鱼'.repeat(5000)).length).toBeLessThanOrEqual(buyerIdMaxLength);
  });

  test('cutting never leaves half an emoji', () => {
    const cut = normalizeBuyerId(`a${'🐟'.repeat(300)}`);
    expect(cut).not.toMatch(/\p{Surrogate}/u);
    expect(cut).toHaveLength(199);
  });

  test('applying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (raw) => {
        let once: string;
        try {
          once = normalizeBuyerId(raw);
        } catch {
          return;
        }
        expect(normalizeBuyerId(once)).toBe(once);
      }),
    );
  });
});
