import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitToPaid,
  reckon,
  refundFen,
  splitByShare,
  type Basket,
  type DiscountStep,
  type OrderLine,
} from '#shared/domain/discount';

const fen = fc.integer({ min: 0, max: 10_000_000 });
const step: fc.Arbitrary<DiscountStep> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), perMille: fc.integer({ min: 0, max: 1000 }) }),
  fc.record({ kind: fc.constant('reduction' as const), fromFen: fen, offFen: fen, every: fc.boolean() }),
  fc.record({ kind: fc.constant('coupon' as const), fromFen: fen, offFen: fen }),
);
const line: fc.Arbitrary<OrderLine> = fc.record({
  name: fc.constant(''),
  priceFen: fen,
  pieces: fc.integer({ min: 1, max: 99 }),
  joins: fc.boolean(),
});
const basket: fc.Arbitrary<Basket> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  steps: fc.array(step, { maxLength: 6 }),
  freightFen: fen,
});
const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);

describe('stacked discounts', () => {
  test('R57 parts add up to what was paid, no line costs less than nothing or more than its price', () => {
    fc.assert(
      fc.property(basket, (order) => {
        const { lines, offFen, totalFen } = reckon(order);
        expect(sum(lines.map((one) => one.paidFen)) + order.freightFen).toBe(totalFen);
        expect(sum(lines.map((one) => one.listFen)) - sum(offFen) + order.freightFen).toBe(totalFen);
        for (const [index, { listFen, paidFen }] of lines.entries()) {
          expect(Number.isInteger(paidFen) && paidFen >= 0 && paidFen <= listFen).toBe(true);
          if (order.lines[index]?.joins === false) expect(paidFen).toBe(listFen);
        }
      }),
    );
  });

  test('R57 refunds of a line, however they are cut, add up to what was paid for it', () => {
    fc.assert(
      fc.property(
        fen,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (paid, cuts) => {
          const pieces = sum(cuts);
          let before = 0;
          const parts = cuts.map((back) => {
            const part = refundFen(paid, pieces, back, before);
            before += back;
            return part;
          });
          expect(sum(parts)).toBe(paid);
          expect(parts.every((part) => part >= 0)).toBe(true);
          // More pieces than are left give no more money.
          expect(refundFen(paid, pieces, 5, pieces)).toBe(0);
        },
      ),
    );
  });

  test('R57 another sum paid is spread over the lines without a fen too many or too few', () => {
    fc.assert(
      fc.property(basket, fen, (order, goods) => {
        const { lines, totalFen } = fitToPaid(reckon(order), goods + order.freightFen, order.freightFen);
        expect(sum(lines.map((one) => one.paidFen)) + order.freightFen).toBe(totalFen);
        expect(lines.every(({ paidFen }) => paidFen >= 0)).toBe(true);
      }),
    );
  });

  test('R57 a share never takes more than its weight, and its sum is exact', () => {
    fc.assert(
      fc.property(fc.array(fen, { minLength: 1, maxLength: 9 }), fc.nat(1000), (weights, perMille) => {
        const total = Math.floor((sum(weights) * perMille) / 1000);
        const parts = splitByShare(total, weights);
        expect(sum(parts)).toBe(total);
        expect(parts.every((part, index) => part >= 0 && part <= (weights[index] ?? 0))).toBe(true);
      }),
    );
    expect(splitByShare(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });

  test('R57 an order of two: member 95 折, every 300 off 40, a coupon of 10, one that joins in nothing', () => {
    const order: Basket = {
      lines: [
        { name: '连衣裙', priceFen: 29_900, pieces: 2, joins: true },
        { name: '帽子', priceFen: 9900, pieces: 1, joins: true },
        { name: '定金', priceFen: 5000, pieces: 1, joins: false },
      ],
      steps: [
        { kind: 'percent', perMille: 950 },
        { kind: 'reduction', fromFen: 30_000, offFen: 4000, every: true },
        { kind: 'coupon', fromFen: 50_000, offFen: 1000 },
        { kind: 'coupon', fromFen: 99_900, offFen: 9999 },
      ],
      freightFen: 800,
    };
    const { lines, offFen, totalFen } = reckon(order);
    // 598 + 99 = 697; 95 折: 568.10 + 94.05 = 662.15; twice 40 off: 582.15; 10 off: 572.15; the last is not reached.
    expect(offFen).toEqual([3485, 8000, 1000, 0]);
    expect(totalFen).toBe(57_215 + 5000 + 800);
    expect(lines.map(({ paidFen }) => paidFen)).toEqual([49_088, 8127, 5000]);
    // One of the two dresses comes back, later the other.
    expect(refundFen(49_088, 2, 1, 0) + refundFen(49_088, 2, 1, 1)).toBe(49_088);
  });

  test('R57 the order of the discounts counts: what is reached before is not reached after', () => {
    const one = (steps: readonly DiscountStep[]) =>
      reckon({ lines: [{ name: '', priceFen: 30_000, pieces: 1, joins: true }], steps, freightFen: 0 })
        .totalFen;
    const percent = { kind: 'percent', perMille: 900 } as const;
    const reduction = { kind: 'reduction', fromFen: 30_000, offFen: 5000, every: false } as const;
    expect(one([reduction, percent])).toBe(22_500);
    expect(one([percent, reduction])).toBe(27_000);
  });
});
