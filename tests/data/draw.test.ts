import { day, freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { saveBuyer } from '../../renderer/data/buyer-repository';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import {
  addReward,
  holdDraw,
  listDraws,
  listEntrants,
  listRewards,
  setRewardSent,
  verifyDraw,
} from '../../renderer/data/draw-repository';
import { importOrders } from '../../renderer/data/order-import';
import { deleteBuyer } from '../../renderer/data/privacy-repository';
import { addReview } from '../../renderer/data/review-repository';
import { removeSample } from '../../renderer/data/sample-removal';
import { makeImportedOrder } from '../helpers/make-imported-order';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

const open = (buyerId: string, part: Parameters<typeof makeCaseInput>[0] = {}, at = noon) =>
  createCase(makeCaseInput({ buyerId, orderNo: `1000000000${buyerId.length}`, ...part }), at);
const everybody = { platform: 'all', from: noon - 90 * day, only: [] } as const;
const draw = { ...everybody, winners: 2, amountFen: 666 };

test('R54 who takes part: buyers with an order in a case, a review or an import, each once, none that was abusive or nameless', async () => {
  await open('甲');
  await open('甲');
  await open('没有订单的', { orderNo: '' });
  await open('早就买过', {}, noon - 100 * day);
  await open('骂人的');
  await saveBuyer('pdd', '骂人的', { caution: 'abusive', reason: '辱骂', note: '' }, noon);
  const review = {
    platform: 'jd',
    shopId: null,
    buyerId: '写评价的',
    orderNo: '301126884207',
    product: '',
    stars: 5,
    text: '',
    pictures: false,
    at: noon - day,
    issue: false,
    topic: 'other',
  } as const;
  await addReview(review, noon);
  await addReview({ ...review, buyerId: 't***3' }, noon);
  const order = { platform: 'douyin', paidAt: noon - day, status: '已发货' } as const;
  await importOrders(
    [
      makeImportedOrder({ ...order, orderNo: '6932188420171209881', buyerId: '下过单的' }),
      makeImportedOrder({ ...order, orderNo: '6932188420171209882', buyerId: '没付款', status: '待付款' }),
      makeImportedOrder({
        ...order,
        orderNo: '6932188420171209883',
        buyerId: '太早',
        paidAt: noon - 100 * day,
      }),
      makeImportedOrder({ ...order, orderNo: '6932188420171209884' }),
    ],
    noon,
  );
  const names = async (part: Partial<typeof everybody> | object = {}) =>
    (await listEntrants({ ...everybody, ...part })).map(({ buyerId }) => buyerId).toSorted();
  expect(await names()).toEqual(['下过单的', '写评价的', '甲'].toSorted());
  expect(await names({ platform: 'jd' })).toEqual(['写评价的']);
  expect(await names({ only: [' 甲 ', ''] })).toEqual(['甲']);
});

test('R54 a draw is kept with its seed and can be worked out again; another seed draws others', async () => {
  const all = Array.from({ length: 12 }, (_one, index) => `买家${'号'.repeat(index + 1)}`);
  for (const one of all) await open(one);
  const { draw: kept, rewards } = await holdDraw(draw, '', noon);
  expect(kept.seed).toMatch(/^[0-9a-f]{64}$/);
  expect(kept.tickets).toHaveLength(12);
  expect(JSON.stringify(kept)).not.toContain('买家');
  expect(rewards).toHaveLength(2);
  expect(rewards.every((one) => one.amountFen === 666 && one.sentAt === null && one.why === 'draw')).toBe(
    true,
  );
  const again = await holdDraw(draw, '', noon + 1, kept.seed);
  const names = (some: typeof rewards) => some.map(({ buyerId }) => buyerId);
  expect(names(again.rewards)).toEqual(names(rewards));
  const seeds = new Set(
    (await Promise.all([1, 2, 3, 4].map((n) => holdDraw(draw, '', noon + n)))).map((one) => one.draw.seed),
  );
  expect(seeds.size).toBe(4);
  expect(await listDraws()).toHaveLength(6);
  expect(await verifyDraw(kept.id)).toBe('fair');
  const loser = all.find((one) => !names(rewards).includes(one)) ?? '';
  await database().rewards.update(rewards[0]?.id ?? again.rewards[0]!.id, { buyerId: loser });
  expect(await verifyDraw(kept.id)).toBe('wrongTicket');
});

test('R54 a winner who was removed takes nothing of the check along', async () => {
  for (const one of ['甲', '乙二', '丙三三']) await open(one);
  const { draw: kept, rewards } = await holdDraw(draw, '', noon);
  await deleteBuyer({ platform: 'pdd', buyerId: rewards[0]?.buyerId ?? '' });
  expect((await listRewards()).map(({ id }) => id)).toEqual([rewards[1]?.id]);
  expect(await verifyDraw(kept.id)).toBe('fair');
});

test.each([{ winners: 0 }, { winners: 501 }, { winners: 1.5 }, { amountFen: 0 }, { from: noon + day }])(
  'R54 nothing is drawn for %o',
  async (wrong) => {
    await open('甲');
    await expect(holdDraw({ ...draw, ...wrong }, '', noon)).rejects.toMatchObject({ code: 'invalidInput' });
    expect(await listDraws()).toEqual([]);
    expect(await listRewards()).toEqual([]);
  },
);

test('R54 R55 the log says who got what and why, and when it was sent', async () => {
  const given = {
    platform: 'taobao',
    buyerId: ' 甲 ',
    kind: 'coupon',
    why: 'forReview',
    amountFen: 500,
    note: '',
  } as const;
  const one = await addReward(given, noon);
  expect(await listRewards()).toEqual([
    expect.objectContaining({
      buyerId: '甲',
      kind: 'coupon',
      why: 'forReview',
      amountFen: 500,
      sentAt: noon,
    }),
  ]);
  await setRewardSent(one.id, null);
  expect((await listRewards())[0]?.sentAt).toBeNull();
  await expect(addReward({ ...given, amountFen: 0 }, noon)).rejects.toMatchObject({ code: 'invalidInput' });
  await expect(addReward({ ...given, buyerId: ' ' }, noon)).rejects.toMatchObject({ code: 'buyerIdEmpty' });
});

test('R54 what was drawn among the sample shop goes with it, and nothing of real buyers', async () => {
  await createCase(makeCaseInput({ buyerId: '示例' }), noon, true);
  await holdDraw({ ...draw, winners: 5 }, '', noon);
  await open('真买家');
  await holdDraw({ ...draw, winners: 5 }, '', noon + 1);
  await removeSample();
  expect(await listDraws()).toHaveLength(1);
  expect((await listRewards()).map(({ buyerId }) => buyerId)).toEqual(['真买家']);
});
