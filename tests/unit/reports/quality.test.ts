import { describe, expect, test } from 'vitest';
import { effectOf } from '#shared/reports/effect';
import { cleanFaultLimit, findFaults } from '#shared/reports/faults';
import { newest, parseScore, scoreLines } from '#shared/reports/scores';
import { nameless, shorten, voices } from '#shared/reports/voices';
import { closing, reportCase } from './make-report-case';
import type { Case } from '#shared/domain/case';
import type { CaseId, ShopId } from '#shared/domain/ids';
import type { QualityFeedback, QualityFeedbackId, ShopScore } from '#shared/domain/report-records';

const day = 86_400_000;
const now = Date.parse('2026-11-21T03:00:00Z');
const limit = { times: 3, days: 14 };
const dress = (id: string, daysAgo: number, part: Partial<Case> = {}) =>
  reportCase(id, { product: '裙', foundReason: 'quality', createdAt: now - daysAgo * day, ...part });

describe('R31 the same fault again and again', () => {
  test('of one product, n times in m days: the day before does not count, the last moment does', () => {
    const three = [dress('a1', 13.99), dress('a2', 2), dress('a3', 0)];
    expect(findFaults(three, limit, now, [])).toMatchObject([
      { product: '裙', reason: 'quality', ids: ['a1', 'a2', 'a3'], found: 3, told: null },
    ]);
    expect(findFaults([dress('a1', 14), dress('a2', 2), dress('a3', 0)], limit, now, [])).toEqual([]);
    expect(findFaults([...three.slice(1), dress('a4', 1, { product: '帽' })], limit, now, [])).toEqual([]);
  });

  test('what the buyer says counts until it is found to be something else', () => {
    const said = (id: string, part: Partial<Case> = {}) => {
      const item = dress(id, 1, { claimReason: 'quality', ...part });
      return part.foundReason === undefined ? { ...item, found: '' } : item;
    };
    expect(findFaults([said('a1'), said('a2'), dress('a3', 1)], limit, now, [])).toMatchObject([
      { found: 1 },
    ]);
    expect(
      findFaults([said('a1'), said('a2', { foundReason: 'noReason' }), dress('a3', 1)], limit, now, []),
    ).toEqual([]);
    // No fault at all, and no product.
    const none = [1, 2, 3].map((n) => dress(`b${n}`, 1, { foundReason: 'noReason' }));
    const bare = [1, 2, 3].map((n) => dress(`c${n}`, 1, { product: '' }));
    expect(findFaults([...none, ...bare], limit, now, [])).toEqual([]);
  });

  test('told to the supplier it rests, until a new case comes', () => {
    const cases = [dress('a1', 3), dress('a2', 2), dress('a3', 1)];
    const told = {
      id: 'f1' as QualityFeedbackId,
      product: '裙',
      batch: '',
      reason: 'quality',
      to: '厂家',
      text: '看看',
      caseIds: ['a1', 'a2', 'a3'] as CaseId[],
      at: now,
      sample: false,
    } as QualityFeedback;
    expect(findFaults(cases, limit, now, [told])[0]?.told?.id).toBe('f1');
    expect(findFaults([...cases, dress('a4', 0)], limit, now, [told])[0]?.told).toBeNull();
  });

  test('a limit that makes no sense is brought into its range', () => {
    expect(cleanFaultLimit({})).toEqual({ times: 3, days: 14 });
    expect(cleanFaultLimit({ times: 0, days: 9999 })).toEqual({ times: 2, days: 180 });
    expect(cleanFaultLimit({ times: Number.NaN, days: 1.5 })).toEqual({ times: 3, days: 14 });
  });
});

test('R118 R157 the effect of an action: as many days after as before, the same product and reason', () => {
  const doneAt = now - 10 * day;
  const cases = [
    dress('a1', 19),
    dress('a2', 11),
    dress('a3', 10),
    dress('a4', 0.5),
    dress('a5', 11, { product: '帽' }),
    dress('a6', 11, { foundReason: 'size' }),
    dress('a7', 21),
  ];
  const action = { product: '裙', reason: 'quality', doneAt };
  expect(effectOf(action, cases, now)).toEqual({ before: 2, after: 2, days: 10, complete: false });
  expect(effectOf({ ...action, reason: '' }, cases, now)).toMatchObject({ before: 3 });
  expect(effectOf({ ...action, doneAt: now - 40 * day }, cases, now)).toMatchObject({
    days: 30,
    complete: true,
  });
  expect(effectOf({ ...action, doneAt: null }, cases, now)).toBeNull();
  expect(effectOf({ ...action, doneAt: now - 1000 }, cases, now)).toBeNull();
});

describe('R16 words of buyers', () => {
  test('nothing in them tells whose they are', () => {
    const buyer = { buyerId: '小鱼爱吃猫', orderNo: '261119-023188420017' };
    const text =
      '小鱼爱吃猫 说 261119-023188420017 坏了，电话 138 0013 8000，收件人：张三，浙江省杭州市西湖区文三路 5 号，a.b@qq.com，SF1402993388123';
    const plain = nameless(text, buyer);
    for (const part of ['小鱼', '261119', '0013', '8000', '张三', '文三路', 'a.b', 'qq.com', '1402993388'])
      expect(plain).not.toContain(part);
    expect(plain).toContain('坏了');
    // A name of one sign would blank half the text.
    expect(nameless('大小不对', { buyerId: '大', orderNo: '' })).toBe('大小不对');
  });

  test('what was said at closing first, then the reason; the story of an open case as the shop noted it', () => {
    const said = voices([
      reportCase('a1', { description: '袖口开线', createdAt: 1 }),
      reportCase('a2', {
        status: 'closed',
        createdAt: 2,
        description: '不说',
        closing: { ...closing, statedReason: '偏小', satisfaction: 5, satisfactionNote: '很快' },
      }),
      reportCase('a3', { type: 'review', description: '味道淡', createdAt: 3 }),
      reportCase('a4', { description: '  ', createdAt: 4 }),
    ]);
    expect(said.map(({ source, text, stars }) => [source, text, stars])).toEqual([
      ['satisfaction', '很快', 5],
      ['stated', '偏小', null],
      ['description', '味道淡', null],
      ['description', '袖口开线', null],
    ]);
  });

  test('long words are cut between signs, not inside one', () => {
    expect(shorten('😀😀😀', 2)).toBe('😀😀…');
    expect(shorten('😀😀', 2)).toBe('😀😀');
  });
});

describe('R183 R184 the score log', () => {
  const score = (id: string, at: number, hundredths: number, part: Partial<ShopScore> = {}) =>
    ({
      id,
      platform: 'pdd',
      shopId: 's1' as ShopId,
      kind: 'goodRate',
      hundredths,
      at,
      sample: false,
      ...part,
    }) as ShopScore;

  test('one line per shop and kind, by day; the later of two of one day counts', () => {
    const lines = scoreLines([
      score('c', 20, 9700),
      score('a', 10, 9800),
      score('d', 20, 9650),
      score('e', 5, 480, { kind: 'service' }),
      score('f', 5, 9000, { shopId: null }),
    ]);
    expect(
      lines.map(({ kind, shopId, points }) => [kind, shopId, points.map(({ hundredths }) => hundredths)]),
    ).toEqual([
      ['goodRate', 's1', [9800, 9650]],
      ['service', 's1', [480]],
      ['goodRate', null, [9000]],
    ]);
    expect(newest(lines[0] ?? { points: [] })).toMatchObject({ hundredths: 9650, change: -150 });
    expect(newest(lines[1] ?? { points: [] })).toMatchObject({ change: null });
    expect(newest({ points: [] })).toBeNull();
  });

  test('numbers as people type them', () => {
    expect(['4.8', '４．８５', '98.5%', '100', '0', '4.'].map((text) => parseScore(text, 10_000))).toEqual([
      480, 485, 9850, 10_000, 0, 400,
    ]);
    expect(['', '-1', '4.855', '1e2', '101', '四', '4,8'].map((text) => parseScore(text, 10_000))).toEqual(
      Array.from({ length: 7 }, () => null),
    );
    expect(parseScore('5.01', 500)).toBeNull();
  });
});
