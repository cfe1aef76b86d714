import { orderFamily } from '../knowledge/order-families';
import type { FlagColor } from './order-note';
import type { OrderId, Sha256 } from './ids';
import type { Platform } from './platform';

/** How far an order has come, whatever its platform calls it. `unknown` keeps the platform's own word in sight. */
export const orderStages = [
  'pendingPay',
  'toShip',
  'onHold',
  'partShipped',
  'shipped',
  'received',
  'success',
  'refunded',
  'closed',
  'unknown',
] as const;
export type OrderStage = (typeof orderStages)[number];

/** What the platform says of after-sales on an order. */
export type RefundStage = 'none' | 'open' | 'done' | 'closed' | 'unknown';

/** Kinds of orders that after-sales treats differently (R128). */
export const orderKinds = [
  'normal',
  'crossBorder',
  'auction',
  'voucherPack',
  'localLife',
  'eVoucher',
] as const;
export type OrderKind = (typeof orderKinds)[number];

/** One product of an order. */
export type OrderLine = {
  /** The platform's number of this line, else made of what tells it from the others. */
  readonly id: string;
  readonly title: string;
  readonly sku: string;
  readonly quantity: number | null;
  /** What was paid for this line alone; null when the platform only says it for the whole order. */
  readonly paidFen: number | null;
};

/** What a later export said differently (R132). */
export type OrderChange = {
  /** Epoch ms of the import. */
  readonly at: number;
  readonly field: 'status' | 'refund' | 'paidFen' | 'waybill' | 'sku';
  readonly from: string;
  readonly to: string;
};

/** What is checked before an order goes to be made or packed (R77), and when each was, epoch ms. */
export const entryChecks = ['address', 'phone', 'sku', 'custom'] as const;
export type EntryCheck = (typeof entryChecks)[number];

export type EntryTicks = Readonly<Partial<Record<EntryCheck, number>>>;

/**
 * An order of a platform, as its exports told it. Names, phones and addresses of receivers are never kept. Times are
 * epoch ms, money is integer fen.
 */
export type Order = {
  /** {@link orderKey} of it. */
  readonly key: string;
  /** Orders by it: behind the app lock the key itself has no order. */
  readonly id: OrderId;
  readonly platform: Platform;
  readonly orderNo: string;
  readonly shopName: string;
  /** Absent when the export names nobody: most of today's do. */
  readonly buyerId?: string;
  /** As told for the whole order; the lines say more when there are any. */
  readonly title: string;
  readonly sku: string;
  readonly quantity: number | null;
  readonly paidFen: number | null;
  readonly freightFen: number | null;
  readonly lines: readonly OrderLine[];
  /** The platform's number of the (first) product; empty when it gives none. */
  readonly itemId: string;
  readonly kind: OrderKind;
  /** The seller said what kind it is: imports leave it. */
  readonly kindSet?: true;
  /** The platform's own words. */
  readonly status: string;
  readonly stage: OrderStage;
  readonly refund: string;
  readonly refundStage: RefundStage;
  readonly createdAt: number | null;
  readonly paidAt: number | null;
  readonly shippedAt: number | null;
  readonly doneAt: number | null;
  readonly courier: string;
  readonly waybill: string;
  readonly buyerMessage: string;
  readonly memo: string;
  readonly flag: FlagColor | null;
  readonly importedAt: number;
  readonly updatedAt: number;
  readonly sample: boolean;
  /** Oldest first. */
  readonly changes: readonly OrderChange[];
  /** What was checked before it was made or packed (R77). */
  readonly entry?: EntryTicks;
};

/** A picture the seller gave a product, shown on every order of it (R127). */
export type ProductPicture = {
  readonly key: string;
  readonly sha256: Sha256;
  readonly mime: string;
  readonly at: number;
};

/** What tells one order from all others. */
export function orderKey(platform: Platform, orderNo: string): string {
  return `${orderFamily(platform)}:${orderNo}`;
}

/** What tells one product from the others of its platform. */
export function productKey(order: Pick<Order, 'platform' | 'itemId' | 'title' | 'lines'>): string {
  return `${orderFamily(order.platform)}:${order.itemId === '' ? titleOf(order) : order.itemId}`;
}

const between = '，';

/** What was bought, in words (R127 商品名称). */
export function titleOf({ title, lines }: Pick<Order, 'title' | 'lines'>): string {
  const titles = [...new Set(lines.map((line) => line.title).filter((one) => one !== ''))];
  return titles.length === 0 ? title : titles.join(between);
}

/** Which variants were bought. */
export function skuOf({ sku, lines }: Pick<Order, 'sku' | 'lines'>): string {
  const skus = [...new Set(lines.map((line) => line.sku).filter((one) => one !== ''))];
  return skus.length === 0 ? sku : skus.join(between);
}

/** How many pieces (R127 数量); null when no export said it. */
export function quantityOf({ quantity, lines }: Pick<Order, 'quantity' | 'lines'>): number | null {
  if (quantity !== null) return quantity;
  return sum(lines.map((line) => line.quantity));
}

/** What the buyer paid, fen (R127 实付金额): as told for the order, else the lines together. */
export function paidOf({ paidFen, lines }: Pick<Order, 'paidFen' | 'lines'>): number | null {
  if (paidFen !== null) return paidFen;
  return sum(lines.map((line) => line.paidFen));
}

/** Null when one part is not known: half a sum is a wrong sum. */
function sum(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0) return null;
  let all = 0;
  for (const part of parts) {
    if (part === null) return null;
    all += part;
  }
  return all;
}

/** When an order was placed, as far as anything says; 0 when nothing does. */
export function placedAt({ createdAt, paidAt }: Pick<Order, 'createdAt' | 'paidAt'>): number {
  return createdAt ?? paidAt ?? 0;
}
