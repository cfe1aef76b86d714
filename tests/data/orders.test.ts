import { freshDatabase, minute, noon, readRows } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { importOrders, previewOrders } from '../../renderer/data/order-import';
import {
  casesOfOrder,
  findOrder,
  listOrders,
  removeOrders,
  setEntryChecks,
  setOrderKind,
} from '../../renderer/data/order-repository';
import { searchOrders } from '../../renderer/data/order-search';
import { anonymiseCases, deleteBuyer, exportBuyer } from '../../renderer/data/privacy-repository';
import { countSample, loadSample } from '../../renderer/data/sample-repository';
import { removeSample } from '../../renderer/data/sample-removal';
import { answerStep } from '../../renderer/data/step-repository';
import { beginUndo, listSteps, undoStep } from '../../renderer/data/undo/undo-repository';
import { endNoting } from '../../renderer/data/undo/undo-middleware';
import { actionsFor, orderActions } from '#shared/knowledge/order-actions';
import { paidOf, quantityOf, titleOf } from '#shared/domain/order';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { makeCaseInput } from '../helpers/make-case-input';
import { makeImportedOrder } from '../helpers/make-imported-order';

freshDatabase();

const nos = ['261109-880231776540123', '261114-330917264481777'] as const;
const first = makeImportedOrder({ orderNo: nos[0], status: '待发货', paidFen: 9_900, title: '针织开衫' });

describe('an import', () => {
  test('adds, and a second time changes nothing', async () => {
    const many = Array.from({ length: 600 }, (_one, index) =>
      makeImportedOrder({ orderNo: `261109-${String(880_231_776_540_000 + index)}` }),
    );
    expect(await importOrders(many, noon)).toEqual({ new: 600, changed: 0, same: 0 });
    const before = await readRows();
    expect(await importOrders(many, noon + minute)).toEqual({ new: 0, changed: 0, same: 600 });
    expect(await readRows()).toEqual(before);
    expect(await listOrders()).toHaveLength(600);
  });

  test('R132 brings news in, notes what was changed or cancelled, and never overwrites with nothing', async () => {
    await importOrders([first], noon);
    const later = makeImportedOrder({ orderNo: nos[0], status: '已取消', refund: '退款成功', title: '' });
    const [seen] = await previewOrders([later], noon + minute);
    expect(seen?.effect).toBe('changed');
    await importOrders([later], noon + minute);
    const order = await findOrder(nos[0]);
    expect(order).toMatchObject({
      title: '针织开衫',
      paidFen: 9_900,
      stage: 'closed',
      refundStage: 'done',
      importedAt: noon,
      changes: [
        { at: noon + minute, field: 'status', from: '待发货', to: '已取消' },
        { at: noon + minute, field: 'refund', from: '', to: '退款成功' },
      ],
    });
  });

  test('joins the table of orders and that of items whichever comes first', async () => {
    const main = makeImportedOrder({
      platform: 'taobao',
      orderNo: '2610053318842006615',
      paidFen: 2_750,
      quantity: 3,
    });
    const line = (id: string, title: string, paidFen: number) => ({
      id,
      title,
      sku: '',
      quantity: 1,
      paidFen,
    });
    const items = makeImportedOrder({
      platform: 'taobao',
      orderNo: '2610053318842006615',
      title: '',
      quantity: null,
      paidFen: null,
      lines: [line('1', '杯子', 1_850), line('2', '盘子', 900)],
    });
    const told = async (order: readonly (typeof main)[]) => {
      await database().orders.clear();
      for (const one of order) await importOrders([one], noon);
      const found = await findOrder('2610053318842006615', 'tmall');
      return found === undefined ? null : [titleOf(found), quantityOf(found), paidOf(found)];
    };
    expect(await told([main, items])).toEqual(['杯子，盘子', 3, 2_750]);
    expect(await told([items, main])).toEqual(['杯子，盘子', 3, 2_750]);
    expect(await told([items])).toEqual(['杯子，盘子', 2, 2_750]);
  });

  test('stops without leaving half of it', async () => {
    const many = Array.from({ length: 600 }, (_one, index) =>
      makeImportedOrder({ orderNo: `261109-${String(880_231_776_540_000 + index)}` }),
    );
    const stop = new AbortController();
    const onProgress = (): void => {
      stop.abort();
    };
    await expect(importOrders(many, noon, { signal: stop.signal, onProgress })).rejects.toThrow();
    expect(await database().orders.count()).toBe(0);
  });

  test('leaves what the seller noted: kind (R128) and entry checks (R77)', async () => {
    await importOrders([first], noon);
    const key = `pdd:${nos[0]}`;
    await setOrderKind(key, 'normal', noon);
    await setEntryChecks(key, { address: noon, phone: noon }, noon);
    await importOrders([{ ...first, kind: 'eVoucher', status: '已发货，待收货' }], noon + minute);
    expect(await findOrder(nos[0], 'pdd')).toMatchObject({
      kind: 'normal',
      stage: 'shipped',
      entry: { address: noon, phone: noon },
    });
  });

  test('goes into the vault, and is taken back in one step', async () => {
    await beginUndo();
    await importOrders([first], noon);
    expect(await database().outbox.where('seq').above(0).last()).toMatchObject({
      table: 'orders',
      op: 'put',
    });
    const [step] = await listSteps();
    await undoStep(step?.id ?? '', noon);
    endNoting();
    expect(await database().orders.count()).toBe(0);
  });
});

test('is found by number, product and waybill; the number of another platform is another order', async () => {
  const other = makeImportedOrder({ orderNo: nos[1], title: '陶瓷杯', waybill: '78880012345601' });
  await importOrders([first, other], noon);
  const found = async (text: string) => (await searchOrders(text, 10)).map(({ orderNo }) => orderNo);
  expect(await found(nos[0])).toEqual([nos[0]]);
  expect(await found('陶瓷')).toEqual([nos[1]]);
  expect(await found('123456')).toEqual([nos[1]]);
  expect(await found('')).toEqual([]);
  expect(await findOrder(nos[0], 'jd')).toBeUndefined();
  expect(await removeOrders([`pdd:${nos[0]}`, 'pdd:gone'])).toBe(1);
});

test('R132 an order has all its cases, of its own platform only', async () => {
  await importOrders([first], noon);
  const at = (platform: 'pdd' | 'jd', time: number) =>
    createCase(makeCaseInput({ platform, buyerId: 'a', orderNo: nos[0] }), time);
  const cases = [await at('pdd', noon), await at('pdd', noon + minute)];
  await at('jd', noon);
  const order = await findOrder(nos[0], 'pdd');
  expect(order === undefined ? [] : (await casesOfOrder(order)).map(({ id }) => id)).toEqual(
    cases.map(({ id }) => id),
  );
});

describe('what is begun from an order', () => {
  test.each(orderActions.map((one) => [one.id, one] as const))(
    'R126 R75 R79 %s answers a step its procedure has',
    async (_id, { type, step, option }) => {
      const found = shippedPlaybooks.find(({ key }) => key === type)?.steps.find(({ id }) => id === step);
      expect(found?.options?.map(({ id }) => id)).toContain(option);
      const item = await createCase(makeCaseInput({ platform: 'kuaishou', type }), noon);
      await answerStep(item.id, step, option, noon);
      expect(await database().steps.where('caseId').equals(item.id).toArray()).toMatchObject([
        { stepId: step },
      ]);
    },
  );

  test('R126 R129 filed for the buyer on Kuaishou: the buyer’s 24 hours begin', async () => {
    const item = await createCase(makeCaseInput({ platform: 'kuaishou', type: 'message' }), noon);
    await answerStep(item.id, 'task', 'proxy', noon);
    expect(await database().deadlines.where('caseId').equals(item.id).toArray()).toContainEqual(
      expect.objectContaining({ ruleId: 'kuaishou.proposed.confirm', dueAt: noon + 24 * 60 * minute }),
    );
    // R132: taken back by us.
    await answerStep(item.id, 'proxy-result', 'cancelled', noon + minute);
    expect((await database().cases.get(item.id))?.events).toMatchObject({
      'aftersale.closed': noon + minute,
    });
  });

  test('R128 only where the platform takes it, and not for vouchers, local services and e-vouchers', () => {
    const may = (
      platform: 'kuaishou' | 'jd',
      kind: 'normal' | 'auction' | 'voucherPack' | 'localLife' | 'eVoucher',
    ) => actionsFor({ platform, kind }).find(({ action }) => action.id === 'proxyReturn')?.allowed;
    expect(may('jd', 'normal')).toBeUndefined();
    expect([may('kuaishou', 'normal'), may('kuaishou', 'auction')]).toEqual([true, true]);
    expect((['voucherPack', 'localLife', 'eVoucher'] as const).map((kind) => may('kuaishou', kind))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a buyer’s right to go', () => {
  const named = makeImportedOrder({ orderNo: nos[1], buyerId: '小鱼' });
  test('orders of the buyer’s cases and those that name the buyer are handed out and deleted', async () => {
    await importOrders([first, named, makeImportedOrder({ orderNo: '261121-000000000000001' })], noon);
    await createCase(makeCaseInput({ platform: 'pdd', buyerId: '小鱼', orderNo: nos[0] }), noon);
    const buyer = { platform: 'pdd', buyerId: '小鱼' } as const;
    expect((await exportBuyer(buyer))['orders']).toHaveLength(2);
    await deleteBuyer(buyer);
    expect((await listOrders()).map(({ orderNo }) => orderNo)).toEqual(['261121-000000000000001']);
  });
  test('an anonymised case takes its order along', async () => {
    await importOrders([{ ...first, buyerId: 'another-name' }], noon);
    const item = await createCase(makeCaseInput({ platform: 'pdd', buyerId: '小鱼', orderNo: nos[0] }), noon);
    await anonymiseCases([item.id], noon);
    expect(await listOrders()).toEqual([]);
  });
});

test('the sample has orders and takes them away again, the seller’s own stay', async () => {
  await loadSample(noon);
  expect(await countSample()).not.toBeNull();
  const sample = await listOrders();
  expect(sample.length).toBeGreaterThan(10);
  await importOrders([first], noon);
  await removeSample();
  expect((await listOrders()).map(({ orderNo }) => orderNo)).toEqual([nos[0]]);
});
