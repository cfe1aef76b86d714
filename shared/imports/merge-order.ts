import { formatYuan } from '../domain/money';
import { orderKey, paidOf, skuOf, type Order, type OrderChange, type OrderLine } from '../domain/order';
import { refundStageOf, stageOf } from './order-words';
import type { OrderId } from '../domain/ids';
import type { ImportedOrder } from './read-orders';

export type Effect = 'new' | 'changed' | 'same';
export type Merged = { readonly effect: Effect; readonly order: Order };

/** Kept of an order's changes: platforms change a status a handful of times. */
const maxChanges = 30;

/**
 * What an import makes of an order: new, changed, or the same. What the file leaves empty stays as it is known, and
 * what the seller noted stays too. The order in which files come does not matter.
 */
export function mergeOrder(
  before: Order | undefined,
  next: ImportedOrder,
  now: number,
  newId: () => OrderId,
): Merged {
  if (before === undefined) return { effect: 'new', order: freshOrder(next, now, newId()) };
  const lines = mergeLines(before.lines, next.lines);
  const status = next.status || before.status;
  const refund = next.refund || before.refund;
  const merged: Order = {
    ...before,
    shopName: next.shopName || before.shopName,
    ...buyerOf(next.buyerId || (before.buyerId ?? '')),
    title: next.title || before.title,
    sku: next.sku || before.sku,
    quantity: next.quantity ?? before.quantity,
    paidFen: next.paidFen ?? before.paidFen,
    freightFen: next.freightFen ?? before.freightFen,
    lines,
    itemId: before.itemId || next.itemId,
    kind: before.kindSet === true ? before.kind : (next.kind ?? before.kind),
    status,
    stage: stageOf(status),
    refund,
    refundStage: refundStageOf(refund),
    createdAt: next.createdAt ?? before.createdAt,
    paidAt: next.paidAt ?? before.paidAt,
    shippedAt: next.shippedAt ?? before.shippedAt,
    doneAt: next.doneAt ?? before.doneAt,
    courier: next.courier || before.courier,
    waybill: next.waybill || before.waybill,
    buyerMessage: next.buyerMessage || before.buyerMessage,
    memo: next.memo || before.memo,
    flag: next.flag ?? before.flag,
  };
  if (JSON.stringify(merged) === JSON.stringify(before)) {
    return { effect: 'same', order: before };
  }
  const changes = [...before.changes, ...changesBetween(before, merged, now)].slice(-maxChanges);
  return { effect: 'changed', order: { ...merged, changes, sample: false, updatedAt: now } };
}

function freshOrder(next: ImportedOrder, now: number, id: OrderId): Order {
  const { line: _line, doubtful: _doubtful, buyerId, kind, ...rest } = next;
  return {
    ...rest,
    key: orderKey(next.platform, next.orderNo),
    id,
    ...buyerOf(buyerId),
    kind: kind ?? 'normal',
    stage: stageOf(next.status),
    refundStage: refundStageOf(next.refund),
    importedAt: now,
    updatedAt: now,
    sample: false,
    changes: [],
  };
}

/** Without a name the field is not there at all: an empty one would be somebody's. */
function buyerOf(buyerId: string): { readonly buyerId?: string } {
  return buyerId === '' ? {} : { buyerId };
}

function mergeLines(before: readonly OrderLine[], next: readonly OrderLine[]): readonly OrderLine[] {
  if (next.length === 0) return before;
  const lines = new Map(before.map((line) => [line.id, line]));
  for (const line of next) {
    const known = lines.get(line.id);
    lines.set(line.id, {
      id: line.id,
      title: line.title || (known?.title ?? ''),
      sku: line.sku || (known?.sku ?? ''),
      quantity: line.quantity ?? known?.quantity ?? null,
      paidFen: line.paidFen ?? known?.paidFen ?? null,
    });
  }
  return [...lines.values()];
}

/** What the buyer or the platform changed or cancelled since the last export (R132); what was not known is no change. */
function changesBetween(before: Order, after: Order, at: number): OrderChange[] {
  const money = (order: Order): string => {
    const fen = paidOf(order);
    return fen === null ? '' : formatYuan(fen);
  };
  const told: readonly (readonly [OrderChange['field'], string, string])[] = [
    ['status', before.status, after.status],
    ['refund', before.refund, after.refund],
    ['paidFen', money(before), money(after)],
    ['waybill', before.waybill, after.waybill],
    ['sku', skuOf(before), skuOf(after)],
  ];
  return told.flatMap(([field, from, to]) => {
    // A refund that was not there before is news; everything else has to have been known.
    const isNews = from !== to && (from !== '' || field === 'refund');
    return isNews ? [{ at, field, from, to }] : [];
  });
}
