import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bearerOf } from '#shared/domain/bearer-rule';
import { fromShanghai, isoMinute } from '#shared/domain/shanghai-time';
import { judgeWarranty, type WarrantyInput } from '#shared/domain/warranty';
import { warrantyRules } from '#shared/knowledge/decide/warranty-rules';
import { noFacts } from '../../helpers/no-facts';
import type { StepFacts } from '#shared/domain/step-facts';

const at = (text: string): number => {
  const time = fromShanghai(text);
  if (time === null) throw new Error(text);
  return time;
};
const signedAt = at('2026-03-01 15:20');
const judge = (now: string, part: Partial<WarrantyInput> = {}) =>
  judgeWarranty(
    { goods: 'phone', part: '', signedAt, promisedMonths: 0, repairDays: 0, twice: false, ...part },
    at(now),
  );
const day = (instant: number | null): string => (instant === null ? '-' : isoMinute(instant));

describe('the three guarantees', () => {
  test.each([
    ['2026-03-01 16:00', 'return'],
    ['2026-03-08 23:59', 'return'],
    ['2026-03-09 00:00', 'exchange'],
    ['2026-03-16 23:59', 'exchange'],
    ['2026-03-17 00:00', 'repair'],
    ['2027-03-01 23:59', 'repair'],
    ['2027-03-02 00:00', 'over'],
  ] as const)('R152 a phone signed for on March 1st: at %s the answer is %s', (now, answer) => {
    expect(judge(now).answer).toBe(answer);
  });

  test('R152 parts have periods of their own, time in repair does not count, two vain repairs mean exchange', () => {
    expect(day(judge('2026-04-01 00:00', { part: 'battery' }).repairUntil)).toBe('2026-09-02 00:00');
    expect(day(judge('2026-04-01 00:00', { part: 'battery', repairDays: 20 }).repairUntil)).toBe(
      '2026-09-22 00:00',
    );
    expect(judge('2026-09-10 00:00', { part: 'battery' }).answer).toBe('over');
    expect(judge('2026-09-10 00:00', { part: 'battery', repairDays: 20, twice: true }).answer).toBe(
      'exchange',
    );
    expect(judge('2028-12-01 00:00', { goods: 'appliance', part: 'main' }).answer).toBe('repair');
    expect(judge('2028-12-01 00:00', { goods: 'appliance' }).answer).toBe('over');
  });

  test('R155 a promise that is longer than the law counts, a shorter one does not', () => {
    const long = judge('2028-01-01 00:00', { promisedMonths: 24 });
    expect(long).toMatchObject({ answer: 'repair', basis: 'promise' });
    expect(day(long.repairUntil)).toBe('2028-03-02 00:00');
    expect(judge('2026-12-01 00:00', { promisedMonths: 3 })).toMatchObject({
      answer: 'repair',
      basis: 'law',
    });
  });

  test('R152 goods without fixed guarantees: seven days, then what was promised, else exchange or repair', () => {
    const none = { goods: 'none' };
    expect(judge('2026-03-08 12:00', none).answer).toBe('return');
    expect(judge('2026-03-09 12:00', none)).toMatchObject({ answer: 'agree', repairUntil: null });
    expect(judge('2026-05-01 00:00', { ...none, promisedMonths: 3 }).answer).toBe('repair');
    expect(judge('2026-07-01 00:00', { ...none, promisedMonths: 3 }).answer).toBe('agree');
  });

  test('without a delivery nothing is claimed; unknown classes and parts fall back', () => {
    expect(judge('2026-03-05 00:00', { signedAt: null })).toMatchObject({
      answer: 'unknown',
      returnUntil: null,
      repairUntil: null,
    });
    expect(judge('2026-03-05 00:00', { goods: '__proto__', part: 'constructor' }).rule.id).toBe('none');
    expect(judge('2026-03-05 00:00', { part: 'toString' }).part?.id).toBe('whole');
  });

  test('the periods never shrink with a longer promise or longer repairs', () => {
    const months = fc.integer({ min: 0, max: 240 });
    const goods = fc.constantFrom(...warrantyRules.map(({ id }) => id));
    fc.assert(
      fc.property(goods, months, months, fc.nat(365), (id, a, b, repairDays) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)].map(
          (promisedMonths) =>
            judge('2026-03-05 00:00', { goods: id, promisedMonths, repairDays }).repairUntil ?? 0,
        );
        expect(long).toBeGreaterThanOrEqual(short ?? 0);
      }),
    );
  });

  test('every rule says in both languages what it rests on, in growing periods', () => {
    for (const { title, why, source, rows, returnDays, exchangeDays, parts } of warrantyRules) {
      for (const { zh, en } of [title, why, source, ...parts.map((part) => part.title)]) {
        expect(zh).not.toBe('');
        expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
      }
      expect(rows).toContain('R152');
      expect(exchangeDays ?? returnDays).toBeGreaterThanOrEqual(returnDays);
      expect(parts.every(({ months }) => months > 0)).toBe(true);
    }
  });
});

test('R98 made to order without an agreement: whoever sold it bears both ways', () => {
  const fields = {
    ...noFacts.fields,
    type: 'exchange',
    platform: 'jd',
    goods: '',
    liability: 'shop',
    waitingOn: '',
  };
  const facts: StepFacts = { ...noFacts, fields };
  expect(bearerOf(facts, { 'circ.notAgreed': 'yes' })).toMatchObject({ outbound: 'staff', back: 'staff' });
  expect(bearerOf(facts, {})?.id).toBe('jdSeven');
});
