import { orderKey, type Order } from '#shared/domain/order';
import { refundStageOf, stageOf } from '#shared/imports/order-words';
import { sampleOrders, sampleStatus, type SampleOrder } from '#shared/knowledge/sample-orders';
import { database } from './database';
import { makeId } from './make-id';
import type { Case } from '#shared/domain/case';

const minute = 60_000;

/** The orders the sample's cases are about, and a few more, around `now` (epoch ms). Call inside its transaction. */
export async function addSampleOrders(cases: Iterable<Case>, now: number): Promise<void> {
  const { orders } = database();
  const own = sampleOrders.map(({ createdIn, ...one }) => toOrder(one, now + createdIn * minute, now));
  const ofCases = [...cases].flatMap((item) => (item.orderNo === '' ? [] : [orderOfCase(item, now)]));
  const known = new Set(await orders.toCollection().primaryKeys());
  // The seller's own of the same number stays.
  await orders.bulkPut([...ofCases, ...own].filter(({ key }) => !known.has(key)));
}

/** Takes the sample's orders out again. Call inside a transaction over their table. */
export async function removeSampleOrders(): Promise<void> {
  await database()
    .orders.filter((one) => one.sample)
    .delete();
}

function orderOfCase(item: Case, now: number): Order {
  const [, title = item.product, count = '1'] = /^(.*?)\s*×\s*(\d+)$/.exec(item.product) ?? [];
  const facts = {
    platform: item.platform,
    orderNo: item.orderNo,
    title,
    sku: '',
    quantity: Number(count),
    paidFen: item.amountFen,
    freightFen: 0,
    status: sampleStatus[item.platform] ?? '已完成',
    refund: item.status === 'open' ? '售后处理中' : '售后完成',
  };
  return { ...toOrder(facts, item.createdAt - 4 * 24 * 60 * minute, now), buyerId: item.buyerId };
}

function toOrder(facts: Omit<SampleOrder, 'createdIn'>, createdAt: number, now: number): Order {
  const refund = facts.refund ?? '';
  return {
    quantity: null,
    paidFen: null,
    freightFen: null,
    kind: 'normal',
    courier: '',
    waybill: '',
    ...facts,
    key: orderKey(facts.platform, facts.orderNo),
    id: makeId<'order'>(now),
    shopName: '',
    lines: [],
    itemId: '',
    stage: stageOf(facts.status),
    refund,
    refundStage: refundStageOf(refund),
    createdAt,
    paidAt: createdAt,
    shippedAt: null,
    doneAt: null,
    buyerMessage: '',
    memo: '',
    flag: null,
    importedAt: now,
    updatedAt: now,
    sample: true,
    changes: [],
  };
}
