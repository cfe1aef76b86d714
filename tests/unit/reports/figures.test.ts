import { describe, expect, test } from 'vitest';
import { costSums, costsBy, type ReportCost } from '#shared/reports/costs';
import { productRows } from '#shared/reports/products';
import {
  formatHundredths,
  formatTenths,
  isRefund,
  isReturn,
  rateOf,
  rateRows,
  soldByKey,
  sumRates,
} from '#shared/reports/rates';
import { pareto, perMille } from '#shared/reports/reasons';
import { soldKey, type SoldOrders } from '#shared/domain/report-records';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { closing, reportCase } from './make-report-case';
import type { CaseId, ShopId } from '#shared/domain/ids';

const at = (text: string): number => fromShanghai(text) ?? Number.NaN;
const shop = 's1' as ShopId;

describe('reasons', () => {
  test('R4 most frequent first, with the share of all up to each; cases without a reason are told apart', () => {
    const cases = [
      reportCase('a1', { foundReason: 'quality' }),
      reportCase('a2', { status: 'closed', closing: { ...closing, realReason: ' 质量问题 ' } }),
      reportCase('a3', { status: 'closed', closing: { ...closing, realReason: 'Quality fault' } }),
      reportCase('a4', { foundReason: 'size' }),
      reportCase('a5', { status: 'closed', closing: { ...closing, realReason: '吊牌贴错' } }),
      reportCase('a6'),
    ];
    const { rows, told, all } = pareto(cases, 'found');
    expect([told, all]).toEqual([5, 6]);
    expect(rows.map(({ key, count, share, upTo }) => [key, count, share, upTo])).toEqual([
      ['quality', 3, 600, 600],
      ['=吊牌贴错', 1, 200, 800],
      ['size', 1, 200, 1000],
    ]);
    expect(rows[0]?.ids).toEqual(['a1', 'a2', 'a3']);
  });

  test('R4 what was picked wins over words; a whole story is no reason; a wiped one is none', () => {
    const picked = reportCase('a1', {
      claimReason: 'damage',
      foundReason: 'quality',
      status: 'closed',
      closing: { ...closing, statedReason: '质量问题', realReason: '破损' },
    });
    expect([picked.stated, picked.found]).toEqual(['damage', 'quality']);
    const story = '买家说收到的时候箱子是湿的，打开以后里面也湿了，要求全额退款并且不退货';
    expect(reportCase('a2', { closing: { ...closing, statedReason: story } }).stated).toBe('');
    // An anonymised case of an older version has an empty text where the code stood.
    expect(reportCase('a3', { claimReason: '' as 'quality' }).stated).toBe('');
  });

  test('shares are whole tenths and the last is all, whatever the numbers; nothing of nothing is nothing', () => {
    const cases = Array.from({ length: 7 }, (_none, index) =>
      reportCase(`a${index}`, { foundReason: (['quality', 'size', 'damage'] as const)[index % 3] ?? 'size' }),
    );
    const { rows } = pareto(cases, 'found');
    expect(rows.at(-1)?.upTo).toBe(1000);
    expect(rows.map(({ share }) => formatTenths(share))).toEqual(['42.9', '28.6', '28.6']);
    expect(pareto([], 'found')).toEqual({ rows: [], told: 0, all: 0 });
    expect([perMille(0, 0), perMille(1, 3), perMille(2, 3)]).toEqual([0, 333, 667]);
  });

  test('R4 products without their count, ties by name, the most frequent reason of each', () => {
    const rows = productRows([
      reportCase('a1', { product: '连衣裙 M × 1', foundReason: 'quality' }),
      reportCase('a2', { product: '连衣裙 M × 2', claimReason: 'quality' }),
      reportCase('a3', { product: '杯子', type: 'exchange' }),
      reportCase('a4', { product: '伞 x2', type: 'invoice' }),
      reportCase('a5', { product: ' ' }),
      reportCase('a6', { product: 'iPhone X 15' }),
    ]);
    expect(rows.map(({ product, ids }) => [product, ids.length])).toEqual([
      ['连衣裙 M', 2],
      ['iPhone X 15', 1],
      ['伞', 1],
      ['杯子', 1],
    ]);
    expect(rows[0]).toMatchObject({ reason: 'quality', reasonCount: 2, refunds: 2, returns: 0 });
    expect(rows[3]).toMatchObject({ reason: '', refunds: 0, returns: 1 });
  });
});

describe('rates', () => {
  test('R1 what counts as refund and return: type, end or event; withdrawn and rejected do not', () => {
    const refunds = (part: Parameters<typeof reportCase>[1]): boolean => isRefund(reportCase('a1', part));
    expect(refunds({ type: 'refundOnly' })).toBe(true);
    expect(refunds({ type: 'exchange' })).toBe(false);
    expect(refunds({ type: 'damage', events: { 'refund.succeeded#2': 1 } })).toBe(true);
    expect(
      refunds({ type: 'damage', status: 'closed', closing: { ...closing, outcome: 'refundNoReturn' } }),
    ).toBe(true);
    for (const outcome of ['withdrawn', 'buyerGaveUp', 'rejected'] as const)
      expect(refunds({ type: 'refundOnly', status: 'closed', closing: { ...closing, outcome } })).toBe(false);
    // Opened again: it has not ended.
    expect(
      refunds({ type: 'refundOnly', status: 'open', closing: { ...closing, outcome: 'withdrawn' } }),
    ).toBe(true);
    expect(isReturn(reportCase('a1', { type: 'returnRefund' }))).toBe(true);
    expect(isReturn(reportCase('a1', { type: 'damage', events: { 'return.waybill_entered': 1 } }))).toBe(
      true,
    );
    expect(isReturn(reportCase('a1', { type: 'refundOnly' }))).toBe(false);
  });

  test('R1 a case belongs to the month it was opened in, at midnight in Shanghai', () => {
    const cases = [
      reportCase('a1', { shopId: shop, createdAt: at('2026-11-01T00:00') - 1 }),
      reportCase('a2', { shopId: shop, createdAt: at('2026-11-01T00:00') }),
      reportCase('a3', { shopId: null, createdAt: at('2026-11-30T23:59') }),
    ];
    const rows = rateRows(cases, 'shop', ['2026-11', '2026-10'], [shop], new Map());
    expect(rows.map(({ of, month, cases: count }) => [of, month, count])).toEqual([
      [shop, '2026-11', 1],
      ['', '2026-11', 1],
      [shop, '2026-10', 1],
      ['', '2026-10', 0],
    ]);
  });

  test('R1 without typed orders there is a count and no rate; a sum takes both sides of typed rows only', () => {
    const sold = (of: string, orders: number): SoldOrders => ({
      key: soldKey('shop', of, '2026-11'),
      scope: 'shop',
      of,
      month: '2026-11',
      orders,
      at: 1,
      sample: false,
    });
    const createdAt = at('2026-11-05T10:00');
    const cases = [
      reportCase('a1', { shopId: shop, createdAt }),
      reportCase('a2', { shopId: shop, createdAt }),
      reportCase('a3', { shopId: 's2' as ShopId, createdAt }),
    ];
    const rows = rateRows(cases, 'shop', ['2026-11'], ['s3'], soldByKey([sold(shop, 160)]));
    expect(rows.find(({ of }) => of === 's2')).toMatchObject({ refunds: 1, orders: null });
    expect(sumRates(rows, 'refunds')).toEqual({
      count: 3,
      counted: 2,
      orders: 160,
      rate: 125,
      typed: 1,
      rows: 2,
    });
    expect(sumRates(rateRows(cases, 'shop', ['2026-11'], [], new Map()), 'refunds').rate).toBeNull();
    // Nothing sold: a rate would be made up.
    expect([rateOf(0, 0), rateOf(3, 0), rateOf(3, null)]).toEqual([null, null, null]);
    expect([rateOf(1, 3), rateOf(3, 2)].map((rate) => formatHundredths(rate ?? 0))).toEqual([
      '33.33',
      '150.00',
    ]);
  });
});

test('R118 costs by bearer and reason in whole fen, and what claims brought back', () => {
  const cost = (part: Partial<ReportCost>): ReportCost => ({
    caseId: 'a1' as CaseId,
    kind: 'freightOut',
    amountFen: 1,
    bearer: 'shop',
    at: 0,
    product: '',
    reason: '',
    ...part,
  });
  const costs = [
    cost({ amountFen: 10 }),
    cost({ amountFen: 20, bearer: 'staff', caseId: 'a2' as CaseId }),
    cost({ amountFen: 9_007_199_254, bearer: 'courier', reason: 'damage' }),
    cost({ amountFen: 30, bearer: 'courier' }),
  ];
  expect(costsBy(costs, ({ bearer }) => bearer).map(({ key, fen, count }) => [key, fen, count])).toEqual([
    ['courier', 9_007_199_284, 2],
    ['staff', 20, 1],
    ['shop', 10, 1],
  ]);
  expect(costsBy(costs, ({ reason }) => reason)[1]).toMatchObject({ key: '', fen: 60, ids: ['a1', 'a2'] });
  expect(costSums(costs, [{ paidFen: 7 }, { paidFen: null }])).toEqual({
    all: 9_007_199_314,
    own: 30,
    back: 7,
    costs: 4,
    cases: 2,
  });
  expect(costSums([], [])).toEqual({ all: 0, own: 0, back: 0, costs: 0, cases: 0 });
});
