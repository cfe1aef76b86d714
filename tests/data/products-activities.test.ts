import { day, freshDatabase, noon, readRows } from './fresh-database';
import { expect, test } from 'vitest';
import {
  listActivities,
  listActivitiesBetween,
  removeActivity,
  saveActivity,
} from '../../renderer/data/activity-repository';
import { createCase } from '../../renderer/data/case-repository';
import { setFoundReason } from '../../renderer/data/decide-repository';
import {
  countFaults,
  findProductCard,
  listProductCards,
  removeProductCard,
  saveProductCard,
  searchProductCards,
  type ProductInput,
} from '../../renderer/data/product-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { DiscountStep } from '#shared/domain/discount';

freshDatabase();

const dress: ProductInput = {
  name: '连衣裙 雾蓝 × 1',
  sku: 'D-01',
  sellingPoints: ' 不起球 ',
  sizeNotes: '偏小',
  faults: '线头',
  questions: [
    { ask: '缩水吗', answer: '不缩' },
    { ask: ' ', answer: '' },
  ],
  pictures: [],
};
const none = new Map();

test('R56 a card is kept without the count and without empty questions, found by number, and one per name', async () => {
  const card = await saveProductCard(null, dress, none, noon);
  expect(card).toMatchObject({
    name: '连衣裙 雾蓝',
    sellingPoints: '不起球',
    questions: [{ ask: '缩水吗', answer: '不缩' }],
  });
  expect((await searchProductCards('d-0', 8)).map(({ name }) => name)).toEqual(['连衣裙 雾蓝']);
  expect(await searchProductCards(' ', 8)).toEqual([]);
  const before = await readRows();
  await expect(saveProductCard(null, { ...dress, name: '连衣裙　雾蓝' }, none, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  await expect(saveProductCard(null, { ...dress, name: ' ' }, none, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  expect(await readRows()).toEqual(before);
  await saveProductCard(card.id, { ...dress, sku: 'D-02' }, none, noon + 1);
  expect(await listProductCards()).toHaveLength(1);
  await removeProductCard(card.id);
  expect(await listProductCards()).toEqual([]);
});

test('R56 a case finds the card of its product, the most exact one, and no other', async () => {
  await saveProductCard(null, { ...dress, name: '连衣裙' }, none, noon);
  await saveProductCard(null, dress, none, noon);
  expect((await findProductCard('连衣裙 雾蓝 M × 2'))?.name).toBe('连衣裙 雾蓝');
  expect((await findProductCard('连衣裙 米白 S'))?.name).toBe('连衣裙');
  expect(await findProductCard('连衣裙子 M')).toBeUndefined();
  expect(await findProductCard('')).toBeUndefined();
});

test('R56 known faults are counted from the product’s cases of the last year', async () => {
  const card = await saveProductCard(null, dress, none, noon);
  const open = async (product: string, at: number): Promise<void> => {
    const { id } = await createCase(makeCaseInput({ product }), at);
    await setFoundReason(id, 'quality', at);
  };
  await open('连衣裙 雾蓝 M × 1', noon - day);
  await open('连衣裙 雾蓝 L × 2', noon - 2 * day);
  await open('连衣裙 雾蓝 L', noon - 400 * day);
  await open('帽子', noon);
  await createCase(makeCaseInput({ product: '连衣裙 雾蓝 S' }), noon);
  const { faults, cases } = await countFaults(card, new Map(), noon);
  expect(cases).toBe(3);
  expect(faults.map(({ reason, ids }) => [reason, ids.length])).toEqual([['quality', 2]]);
});

const step: DiscountStep = { kind: 'reduction', fromFen: 30_000, offFen: 4000, every: true };

test('R57 a promotion is kept with its days and discounts and stands in the calendar’s days', async () => {
  const input = {
    name: ' 双12 ',
    platform: null,
    from: noon,
    to: noon + 2 * day,
    steps: [step],
    note: '会员先打折',
  };
  const made = await saveActivity(null, input, noon);
  expect(made).toMatchObject({ name: '双12', steps: [step] });
  expect(await listActivitiesBetween(noon + day, noon + 3 * day)).toEqual([made]);
  expect(await listActivitiesBetween(noon + 2 * day, noon + 3 * day)).toEqual([]);
  await saveActivity(made.id, { ...input, name: '双12 返场' }, noon + 1);
  expect((await listActivities()).map(({ name }) => name)).toEqual(['双12 返场']);
  await removeActivity(made.id);
  expect(await listActivities()).toEqual([]);
});

test.each([
  ['no name', { name: ' ' }],
  ['an end before its beginning', { to: noon - 1 }],
  ['a rate above the price', { steps: [{ kind: 'percent', perMille: 1001 }] }],
  ['a sum that is no whole number of fen', { steps: [{ ...step, offFen: 0.5 }] }],
] as const)('R57 a promotion with %s is refused, nothing is written', async (_what, part) => {
  const input = { name: 'x', platform: null, from: noon, to: noon + day, steps: [step], note: '' };
  await expect(saveActivity(null, { ...input, ...part }, noon)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  expect(await listActivities()).toEqual([]);
});
