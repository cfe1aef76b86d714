import type { CaseType } from '../domain/case';
import type { Order, OrderKind } from '../domain/order';
import type { Platform } from '../domain/platform';

/**
 * What can be begun from an order besides an ordinary case: a case of `type` whose step `step` is answered with
 * `option` as soon as it is open.
 */
export type OrderAction = {
  readonly id: 'proxyRefund' | 'proxyReturn' | 'wrongEntry' | 'custom';
  /** Only where the platform has it; everywhere when left out. */
  readonly platforms?: readonly Platform[];
  /** Kinds of orders the platform refuses it for. */
  readonly refusedKinds?: readonly OrderKind[];
  readonly type: CaseType;
  readonly step: string;
  readonly option: string;
  readonly rows: readonly string[];
};

/** Kuaishou: filing after-sales for the buyer is refused for these (R128); own, cross-border and auction orders may. */
const notByProxy: readonly OrderKind[] = ['voucherPack', 'localLife', 'eVoucher'];

const proxy = {
  platforms: ['kuaishou'],
  refusedKinds: notByProxy,
  type: 'message',
  step: 'task',
  option: 'proxy',
  rows: ['R126', 'R128'],
} as const;

/** All of them, in the order they are offered. */
export const orderActions: readonly OrderAction[] = [
  { ...proxy, id: 'proxyRefund' },
  { ...proxy, id: 'proxyReturn' },
  { id: 'wrongEntry', type: 'outOfStock', step: 'what', option: 'wrongOrder', rows: ['R75', 'R77'] },
  { id: 'custom', type: 'outOfStock', step: 'what', option: 'custom', rows: ['R77', 'R79'] },
];

/** What can be begun from this order, each with whether its platform takes it for this kind of order. */
export function actionsFor({
  platform,
  kind,
}: Pick<Order, 'platform' | 'kind'>): readonly { readonly action: OrderAction; readonly allowed: boolean }[] {
  return orderActions
    .filter(({ platforms }) => platforms === undefined || platforms.includes(platform))
    .map((action) => ({ action, allowed: action.refusedKinds?.includes(kind) !== true }));
}
