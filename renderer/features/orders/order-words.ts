import { formatYuan } from '#shared/domain/money';
import type { OrderStage, RefundStage } from '#shared/domain/order';

/** Which chip says how far an order has come. */
export const stageTone: Readonly<Record<OrderStage, string>> = {
  pendingPay: 'wait',
  toShip: 'soon',
  onHold: 'urgent',
  partShipped: 'soon',
  shipped: 'wait',
  received: 'ok',
  success: 'ok',
  refunded: 'wait',
  closed: 'wait',
  unknown: 'wait',
};

/** Which chip says that a refund is under way. */
export const refundTone: Readonly<Record<RefundStage, string>> = {
  none: 'wait',
  open: 'urgent',
  done: 'ok',
  closed: 'wait',
  unknown: 'wait',
};

/** An amount as it is shown; `none` when nobody knows it. */
export function moneyWords(fen: number | null, none: string): string {
  return fen === null ? none : `¥${formatYuan(fen)}`;
}
