import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGrams, type WeighedPart, type WeighingInput } from '#shared/domain/weighing';
import { judgeWeighing } from '#shared/domain/weighing-verdict';
import { askToWeigh } from '#shared/knowledge/weighing-script';

const part = (name: string, unitGrams: number | null, more: Partial<WeighedPart> = {}): WeighedPart => ({
  name,
  quantity: 1,
  unitGrams,
  readGrams: null,
  waybill: '',
  evidenceId: null,
  ...more,
});
const weighing = (more: Partial<WeighingInput> = {}): WeighingInput => ({
  parts: [part('连衣裙', 420), part('腰带', 60), part('备用扣', 4, { quantity: 2 })],
  waybills: [],
  packagingGrams: 120,
  totalGrams: null,
  totalEvidenceId: null,
  toleranceGrams: 20,
  tolerancePercent: 3,
  note: '',
  ...more,
});
const received = (waybill: string, grams: number | null) => ({ waybill, grams, state: 'received' as const });

describe('R33 weights', () => {
  test.each([
    ['350', 350],
    [' 350 g ', 350],
    ['３５０克', 350],
    ['0.35kg', 350],
    ['1.2345kg', null],
    ['1.5 公斤', 1500],
    ['2斤', 1000],
    ['3两', 150],
    ['12.4', 12],
    ['', null],
    ['-5', null],
    ['1e3', null],
    ['9999999kg', null],
  ])('%s is read as %s grams', (text, grams) => {
    expect(parseGrams(text)).toBe(grams);
  });

  test('are whole grams, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const grams = parseGrams(text);
        return grams === null || (Number.isInteger(grams) && grams >= 0);
      }),
    );
  });
});

describe('R33 the verdict', () => {
  test('says nothing without a reading', () => {
    expect(judgeWeighing(weighing())).toMatchObject({ verdict: 'noData', expected: 608, difference: null });
  });

  test('agrees within the stated tolerance and not one gram beyond it', () => {
    expect(judgeWeighing(weighing({ totalGrams: 588 }))).toMatchObject({ verdict: 'match', difference: -20 });
    expect(judgeWeighing(weighing({ totalGrams: 587 }))).toMatchObject({ verdict: 'short', tolerance: 20 });
    expect(judgeWeighing(weighing({ totalGrams: 587, tolerancePercent: 5 })).verdict).toBe('match');
    expect(judgeWeighing(weighing({ totalGrams: 640 })).verdict).toBe('over');
  });

  test('names what would explain the difference', () => {
    const { suspects } = judgeWeighing(weighing({ totalGrams: 545 }));
    expect(suspects).toEqual([{ index: 1, count: 1 }]);
    const two = weighing({ parts: [part('碗', 200, { quantity: 4 })], packagingGrams: 100, totalGrams: 500 });
    expect(judgeWeighing(two).suspects).toEqual([{ index: 0, count: 2 }]);
  });

  test('tells a parcel that left too light from one that is lighter now', () => {
    const light = weighing({ waybills: [received('SF1', 540)], totalGrams: 540 });
    expect(judgeWeighing(light).verdict).toBe('sentShort');
    const lost = weighing({ waybills: [received('SF1', 610)], totalGrams: 545 });
    expect(judgeWeighing(lost)).toMatchObject({ verdict: 'lighterNow', base: 610, difference: -65 });
  });

  test('R32 what lies in a parcel that is still underway is not missing', () => {
    const split = weighing({
      parts: [part('连衣裙', 420, { waybill: 'SF1' }), part('腰带', 60, { waybill: 'SF2' })],
      waybills: [received('SF1', 545), { waybill: 'SF2', grams: 90, state: 'underway' }],
      totalGrams: 540,
    });
    expect(judgeWeighing(split)).toMatchObject({ verdict: 'split', expected: 540, sent: 545 });
    expect(judgeWeighing(split).parts[1]?.state).toBe('underway');
    const arrived = {
      ...split,
      waybills: split.waybills.map((one) => ({ ...one, state: 'received' as const })),
    };
    expect(judgeWeighing(arrived)).toMatchObject({ verdict: 'lighterNow', sent: 635 });
  });

  test('R32 nobody is blamed for what lies in a parcel of which nobody knows where it is', () => {
    const unsure = weighing({
      parts: [part('连衣裙', 420, { waybill: 'SF1' }), part('腰带', 60, { waybill: 'SF2' })],
      waybills: [received('SF1', 545), { waybill: 'SF2', grams: null, state: 'unknown' }],
    });
    expect(judgeWeighing(unsure)).toMatchObject({ verdict: 'unsure', expected: 540, sent: 545 });
    expect(judgeWeighing({ ...unsure, totalGrams: 540 }).verdict).toBe('unsure');
    expect(judgeWeighing({ ...unsure, totalGrams: 540 }).parts[1]?.state).toBe('unsure');
    // What should be in the parcel at hand is still missed.
    expect(judgeWeighing({ ...unsure, totalGrams: 140 }).verdict).toBe('lighterNow');
  });

  test('a waybill is not believed against goods that are all on the scale: couriers round up, and err', () => {
    const roundedUp = weighing({ waybills: [received('SF1', 1000)], totalGrams: 605 });
    expect(judgeWeighing(roundedUp)).toMatchObject({ verdict: 'match', base: 608, difference: -3 });
    const tooLow = weighing({ waybills: [received('SF1', 300)], totalGrams: 610 });
    expect(judgeWeighing(tooLow)).toMatchObject({ verdict: 'match', suspects: [] });
    // Rounded up and something is missing all the same: compared with what we know, so that the part is named.
    const missing = weighing({ waybills: [received('SF1', 1000)], totalGrams: 545 });
    expect(judgeWeighing(missing)).toMatchObject({ verdict: 'lighterNow', base: 608, difference: -63 });
    expect(judgeWeighing(missing).suspects).toEqual([{ index: 1, count: 1 }]);
  });

  test('goes line by line, without the box, when there is no reading of everything', () => {
    const parts = [part('连衣裙', 420, { readGrams: 425 }), part('腰带', 60, { readGrams: 0 })];
    const found = judgeWeighing(weighing({ parts }));
    expect(found).toMatchObject({ scale: 425, base: 480, verdict: 'short' });
    expect(found.parts.map(({ state }) => state)).toEqual(['ok', 'short']);
  });
});

test('R33 the words to the buyer name the parts, whatever they are called', () => {
  expect(askToWeigh('zh', ['连衣裙 × 1', ' ', '$& 腰带'])).toContain('（连衣裙 × 1、$& 腰带）');
  expect(askToWeigh('en', [])).toContain('(goods and accessories)');
});
