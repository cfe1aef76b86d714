import { freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { casesByContentment } from '../../renderer/data/contentment-repository';
import { closeMany, readCloseRows } from '../../renderer/data/close-many';
import { listGifts } from '../../renderer/data/gift-repository';
import { countOpenedToday, readDailyLoad, writeDailyLoad } from '../../renderer/data/load-repository';
import { addCost } from '../../renderer/data/money-repository';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

test('R115 gifts of a buyer are listed over all cases with what, cost and case, newest first, and of nobody else', async () => {
  const first = await createCase(makeCaseInput({ buyerId: '小鱼' }), noon);
  const second = await createCase(makeCaseInput({ buyerId: '小鱼' }), noon);
  const other = await createCase(makeCaseInput({ buyerId: '别人' }), noon);
  const gift = { kind: 'gift', amountFen: 350, bearer: 'shop', note: '发圈' } as const;
  await addCost(first.id, gift, noon);
  await addCost(second.id, { ...gift, kind: 'coupon', amountFen: 500, note: '' }, noon + hour);
  await addCost(second.id, { ...gift, kind: 'freightOut' }, noon);
  await addCost(other.id, gift, noon);
  const gifts = await listGifts('pdd', '小鱼');
  expect(gifts.map(({ cost, item }) => [cost.kind, cost.amountFen, cost.note, item.id])).toEqual([
    ['coupon', 500, '', second.id],
    ['gift', 350, '发圈', first.id],
  ]);
});

test('R185 cases are found by how content their buyer was at the close', async () => {
  const close = async (satisfaction: number | null) => {
    const { id } = await createCase(makeCaseInput({ liability: 'shop' }), noon);
    const [row] = await readCloseRows([id]);
    const seen = row?.issues.map(({ key }) => key) ?? [];
    const input = {
      outcome: 'settled' as const,
      statedReason: '',
      realReason: '尺码',
      shares: row?.shares ?? [],
      satisfaction,
      satisfactionNote: '',
      ruleQuote: '',
      improvement: '',
    };
    await closeMany([{ id, input, seen }], noon);
    return id;
  };
  const [bad, worst, middle, good] = [await close(2), await close(1), await close(3), await close(4)];
  await close(null);
  expect([...(await casesByContentment('bad'))].toSorted()).toEqual([bad, worst].toSorted());
  expect([...(await casesByContentment('middle'))]).toEqual([middle]);
  expect([...(await casesByContentment('good'))]).toEqual([good]);
});

test('R186 the cases of the Shanghai day are counted, open or closed; the limit is kept within what platforms take', async () => {
  const midnight = Date.UTC(2026, 10, 20, 16);
  await createCase(makeCaseInput(), midnight - 1);
  await createCase(makeCaseInput(), midnight);
  await createCase(makeCaseInput(), midnight + 23 * hour);
  expect(await countOpenedToday(midnight + 23 * hour)).toBe(2);
  expect(await countOpenedToday(midnight - 1)).toBe(3);
  expect(await readDailyLoad()).toBeNull();
  await writeDailyLoad(9000);
  expect(await readDailyLoad()).toBe(500);
  await writeDailyLoad(null);
  expect(await readDailyLoad()).toBeNull();
});
