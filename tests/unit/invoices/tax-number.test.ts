import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSignOf, cleanTaxNumber, lookAtTaxNumber } from '#shared/domain/tax-number';

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc.string({ unit: fc.constantFrom(...Array.from(signs)), minLength: 17, maxLength: 17 });

describe('the look of a tax number', () => {
  // Published numbers of well-known companies and offices.
  test.each(['91330100799655058B', '914403001922038216', '91110000802100433B', '11100000000013127D'])(
    'R68 %s has the right check sign',
    (number) => {
      expect(lookAtTaxNumber(number)).toEqual({ kind: 'fine' });
    },
  );

  test('R68 any single wrong sign of a good number is seen, and nothing throws', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.constantFrom(...Array.from(signs)), (start, place, wrong) => {
        const good = start + checkSignOf(start);
        fc.pre(good[place] !== wrong);
        const bad = good.slice(0, place) + wrong + good.slice(place + 1);
        expect(lookAtTaxNumber(good).kind).toBe('fine');
        expect(lookAtTaxNumber(bad).kind).not.toBe('fine');
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => lookAtTaxNumber(text).kind !== undefined));
  });

  test('R68 written with blanks, dashes, small letters or full width it is the same number', () => {
    const spaced = ' 9133 0100-7996 5505 8b ';
    expect(cleanTaxNumber(spaced)).toBe('91330100799655058B');
    expect(lookAtTaxNumber('９１３３０１００７９９６５５０５８Ｂ').kind).toBe('fine');
  });

  test('R68 each oddity is told for what it is', () => {
    expect(lookAtTaxNumber('')).toEqual({ kind: 'empty' });
    expect(lookAtTaxNumber('91330100799655058C')).toEqual({ kind: 'checkDigit' });
    expect(lookAtTaxNumber('9133010079965505')).toEqual({ kind: 'length', length: 16 });
    expect(lookAtTaxNumber('9I330100799655O58B')).toEqual({ kind: 'badSigns', signs: 'I O' });
    expect(lookAtTaxNumber('330100799655058')).toEqual({ kind: 'old' });
    // A made-up identity number with a fitting check sign.
    expect(lookAtTaxNumber('11010519491231002X')).toEqual({ kind: 'personal' });
  });
});
