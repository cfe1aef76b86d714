import { freshDatabase, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { closeCase, readClosingIssues } from '../../renderer/data/close-case';
import { database } from '../../renderer/data/database';
import { addCost, fileClaim, payClaim, readMoneyOfCase } from '../../renderer/data/money-repository';
import { anonymiseCases } from '../../renderer/data/privacy-repository';
import { setFoundReason } from '../../renderer/data/decide-repository';
import {
  hasCases,
  readFaultAlerts,
  readReport,
  readReportCases,
  readReportSettings,
  writeReportSettings,
} from '../../renderer/data/report-repository';
import {
  addQualityAction,
  addQualityFeedback,
  addShopScore,
  listQualityActions,
  listShopScores,
  listSoldOrders,
  readReportNotes,
  saveReportNote,
  saveSoldOrders,
  setQualityActionDone,
} from '../../renderer/data/report-notes-repository';
import { moveToTrash, restoreFromTrash } from '../../renderer/data/trash-repository';
import { logWrongShipment } from '../../renderer/data/wrong-shipment-repository';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { daysPeriod, monthPeriod, type Period } from '#shared/reports/period';
import { pareto } from '#shared/reports/reasons';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import type { CaseId, ShopId } from '#shared/domain/ids';

freshDatabase();

const names = new Map([['质量问题', 'quality']]);
const november = monthPeriod('2026-11');
const at = (text: string): number => fromShanghai(text) ?? Number.NaN;
const shop = '01KAJ0000000000000000SHOP1' as ShopId;

function open(when: number, part: Parameters<typeof makeCaseInput>[0] = {}): Promise<Case> {
  return createCase(makeCaseInput(part), when);
}
async function close({ id }: Case, realReason: string, when: number): Promise<void> {
  const seen = (await readClosingIssues(id)).map(({ key }) => key);
  const texts = { statedReason: '', satisfactionNote: '', ruleQuote: '', improvement: '写清尺码' };
  const shares = [{ bearer: 'shop', percent: 100 }] as const;
  await closeCase(id, { ...texts, realReason, shares, outcome: 'settled', satisfaction: null }, when, {
    seen,
  });
}
const read = (period: Period = november, choice: ShopId | 'all' | 'none' = 'all') =>
  readReport(period, choice, names, noon);

describe('what is counted', () => {
  test('R1 cases from the first to the last moment of the month in Shanghai, open and closed, oldest first', async () => {
    await open(at('2026-10-31T23:59'));
    const first = await open(at('2026-11-01T00:00'));
    const late = await open(at('2026-11-30T23:59'));
    await open(at('2026-12-01T00:00'));
    await close(late, '质量问题', at('2026-12-02T10:00'));
    const found = await readReportCases(november, 'all', names);
    expect(found.map(({ id }) => id)).toEqual([first.id, late.id]);
    expect(found[1]).toMatchObject({ found: 'quality', status: 'closed' });
    expect(await hasCases()).toBe(true);
  });

  test('each case once, however the days are cut; of part of a month the rest is known too', async () => {
    for (let day = 1; day <= 28; day += 1) await open(at(`2026-11-${String(day).padStart(2, '0')}T00:00`));
    expect(await readReportCases(november, 'all', names)).toHaveLength(28);
    const part = daysPeriod('2026-11-10', '2026-11-12') ?? november;
    const { cases, monthCases } = await read(part);
    expect([cases.length, monthCases.length]).toEqual([3, 28]);
  });

  test('a thousand and more cases of one moment, and more after it, each once', async () => {
    const item = await open(noon);
    const row = await database().cases.get(item.id);
    if (row === undefined) throw new Error('no case');
    const copies = Array.from({ length: 1700 }, (_none, index) => ({
      ...row,
      id: `copy${String(index).padStart(4, '0')}` as CaseId,
      caseNo: `copy-${index}`,
      createdAt: noon + Math.max(0, index - 1200),
    }));
    await database().cases.bulkAdd(copies);
    const found = await readReportCases(november, 'all', names);
    expect(new Set(found.map(({ id }) => id)).size).toBe(1701);
    expect(found).toHaveLength(1701);
  });

  test('by shop, or those without one', async () => {
    const mine = await open(noon, { shopId: shop });
    const bare = await open(noon + 1);
    expect((await read(november, shop)).cases.map(({ id }) => id)).toEqual([mine.id]);
    expect((await read(november, 'none')).cases.map(({ id }) => id)).toEqual([bare.id]);
    expect((await read()).cases).toHaveLength(2);
  });

  test('what lies in the trash is in no figure, and comes back with its costs', async () => {
    const item = await open(noon);
    await addCost(item.id, { kind: 'goods', amountFen: 500, bearer: 'shop', note: '' }, noon);
    await moveToTrash('case', [item.id], noon);
    expect(await read()).toMatchObject({ cases: [], costs: [] });
    expect(await hasCases()).toBe(false);
    await restoreFromTrash(item.id, noon);
    expect(await read()).toMatchObject({ cases: [{ id: item.id }], costs: [{ amountFen: 500 }] });
  });

  test('R4 an anonymised case keeps its figures and its reason, and nothing of its buyer', async () => {
    const item = await open(noon, { buyerId: '小鱼爱吃猫', description: '小鱼爱吃猫说开线' });
    await setFoundReason(item.id, 'quality', noon);
    await addCost(item.id, { kind: 'goods', amountFen: 500, bearer: 'shop', note: '' }, noon);
    await close(item, '小鱼爱吃猫说是质量', noon);
    await anonymiseCases([item.id], noon);
    const report = await read();
    expect(pareto(report.cases, 'found').rows).toMatchObject([{ key: 'quality', count: 1 }]);
    expect(report.costs).toMatchObject([{ amountFen: 500, reason: 'quality' }]);
    expect(JSON.stringify(report)).not.toContain('小鱼');
  });

  test('R118 costs by the day they were noted, also of older cases; claims by the day they were paid', async () => {
    const old = await open(at('2026-09-01T10:00'), { product: '杯子 × 2', shopId: shop });
    await addCost(old.id, { kind: 'freightBack', amountFen: 1250, bearer: 'shop', note: '' }, noon);
    await addCost(
      old.id,
      { kind: 'freightBack', amountFen: 99, bearer: 'shop', note: '' },
      at('2026-12-01T00:00'),
    );
    await fileClaim(
      old.id,
      { against: 'platform', whom: '', askedFen: 800, verified: true, note: '', dueAt: 0 },
      noon,
    );
    const [claim] = (await readMoneyOfCase(old.id)).claims;
    if (claim === undefined) throw new Error('no claim');
    await payClaim(claim.id, 700, noon);
    const report = await read();
    expect(report.cases).toEqual([]);
    expect(report.costs).toEqual([
      expect.objectContaining({ caseId: old.id, amountFen: 1250, product: '杯子', reason: '' }),
    ]);
    expect(report.paid).toMatchObject([{ paidFen: 700 }]);
    expect(await read(november, 'none')).toMatchObject({ costs: [], paid: [] });
    expect((await read(monthPeriod('2026-10'))).paid).toEqual([]);
  });

  test('a wrong shipment with a cost of its own is told apart, unless its case has costs', async () => {
    const item = await open(noon);
    const line = {
      caseId: item.id,
      shopId: null,
      platform: 'pdd',
      buyerId: 'x',
      orderNo: '1',
      kind: 'missing',
      shouldSend: 'a',
      sent: '',
      quantity: 1,
      cause: 'miscount',
      causeNote: '',
      packedBy: '',
      remedy: 'reship',
      costFen: 650,
      happenedAt: noon,
    } as const;
    await logWrongShipment(line, noon);
    expect((await read()).wrong).toEqual({ fen: 650, count: 1 });
    await addCost(item.id, { kind: 'freightOut', amountFen: 650, bearer: 'shop', note: '' }, noon);
    expect((await read()).wrong).toEqual({ fen: 0, count: 0 });
  });

  test('refunds are what their step says, in fen', async () => {
    const item = await open(noon, { events: { 'refund.succeeded': noon } });
    await open(noon + 1, { events: { 'refund.succeeded': noon } });
    await database().steps.put({
      id: `${item.id}:refund`,
      caseId: item.id,
      stepId: 'refund',
      kind: 'refund',
      at: noon,
      by: '',
      state: 'done',
      answer: null,
      reason: '',
      title: { zh: '', en: '' },
      values: { refund: '12.5' },
    });
    expect((await read()).refunded).toEqual({ fen: 1250, cases: 1 });
  });
});

describe('what is typed in', () => {
  test('R1 orders sold per shop and month: kept, changed, taken away; what is no number is refused', async () => {
    const of = { scope: 'shop', of: shop, month: '2026-11' } as const;
    await saveSoldOrders(of, 120, noon);
    await saveSoldOrders({ ...of, month: '2026-10' }, 0, noon);
    await saveSoldOrders(of, 130, noon + 1);
    expect((await listSoldOrders()).map(({ month, orders }) => [month, orders])).toEqual([
      ['2026-10', 0],
      ['2026-11', 130],
    ]);
    for (const orders of [-1, 1.5, Number.NaN, 10_000_001])
      await expect(saveSoldOrders(of, orders, noon)).rejects.toMatchObject({ code: 'invalidInput' });
    await saveSoldOrders(of, null, noon);
    expect(await listSoldOrders()).toHaveLength(1);
  });

  test('R1 R31 targets and limits: shipped until chosen, brought into range', async () => {
    expect(await readReportSettings()).toEqual({
      times: 3,
      days: 14,
      refundTarget: null,
      returnTarget: null,
    });
    await writeReportSettings({ refundTarget: 350, times: 1 });
    expect(await readReportSettings()).toMatchObject({ times: 2, refundTarget: 350, returnTarget: null });
    await database().settings.put({ key: 'reports', value: { refundTarget: 'x', days: null } });
    expect(await readReportSettings()).toMatchObject({ days: 14, refundTarget: null });
  });

  test('R4 R118 words are kept by product and month, and empty ones are taken away', async () => {
    await saveReportNote('month|2026-11|all', ' 换供应商 ', noon);
    await saveReportNote('product|裙', '加固袖口', noon);
    const notes = await readReportNotes(['month|2026-11|all', 'product|帽']);
    expect([...notes.values()].map(({ text }) => text)).toEqual(['换供应商']);
    await saveReportNote('month|2026-11|all', '  ', noon);
    expect((await readReportNotes(['month|2026-11|all'])).size).toBe(0);
  });

  test('R157 improvements: open ones by day, done ones last; nothing without words', async () => {
    const input = { product: '裙', reason: '', dueAt: 0, caseIds: [] as readonly CaseId[] };
    const later = await addQualityAction({ ...input, text: '没日子' }, noon);
    const done = await addQualityAction({ ...input, text: '做完', dueAt: 1 }, noon + 1);
    await addQualityAction({ ...input, text: '有日子', dueAt: noon }, noon + 2);
    await setQualityActionDone(done.id, noon);
    expect((await listQualityActions()).map(({ text }) => text)).toEqual(['有日子', '没日子', '做完']);
    await setQualityActionDone(done.id, null);
    expect((await listQualityActions())[0]?.text).toBe('做完');
    await expect(addQualityAction({ ...input, text: ' ' }, noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    await expect(setQualityActionDone('none' as typeof later.id, noon)).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('R184 a score that its kind cannot have is refused', async () => {
    const score = { platform: 'taobao', shopId: shop, kind: 'description', at: noon } as const;
    await addShopScore({ ...score, hundredths: 484 }, noon);
    await expect(addShopScore({ ...score, hundredths: 501 }, noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    expect(await listShopScores()).toMatchObject([{ hundredths: 484 }]);
  });
});

test('R31 the alert over all shops: said when the third comes, at rest once the supplier was told', async () => {
  const part = { product: '连衣裙 M × 1' };
  const ids: CaseId[] = [];
  for (const [index, shopId] of [shop, null, null].entries()) {
    const item = await open(noon - index * 3_600_000, { ...part, shopId });
    await setFoundReason(item.id, 'quality', noon);
    ids.push(item.id);
    expect(await readFaultAlerts(noon, names)).toHaveLength(index < 2 ? 0 : 1);
  }
  const feedback = { product: '连衣裙 M', batch: '', reason: 'quality', to: '', text: '请查', caseIds: ids };
  await addQualityFeedback(feedback, noon);
  expect((await readFaultAlerts(noon, names))[0]?.told).not.toBeNull();
  await moveToTrash('case', ids.slice(0, 1), noon);
  expect(await readFaultAlerts(noon, names)).toEqual([]);
});
