import { soldKey, type SoldOrders, type SoldScope } from '../domain/report-records';
import {
  nothingOutcomes,
  refundEvent,
  refundOutcomes,
  refundTypes,
  returnEvent,
  returnTypes,
} from '../knowledge/report-kinds';
import { isIn, monthPeriod } from './period';
import type { ReportCase } from './reasons';

function happened(item: Pick<ReportCase, 'events'>, event: string): boolean {
  return Object.keys(item.events).some((name) => name === event || name.startsWith(`${event}#`));
}

function cameToNothing({ closing }: Pick<ReportCase, 'closing'>): boolean {
  return closing !== null && nothingOutcomes.includes(closing.outcome);
}

/** Whether money goes back in a case: by its type, its end or what happened; what was withdrawn or refused does not count. */
export function isRefund(item: ReportCase): boolean {
  if (happened(item, refundEvent)) return true;
  if (cameToNothing(item)) return false;
  return (
    refundTypes.includes(item.type) ||
    (item.closing !== null && refundOutcomes.includes(item.closing.outcome))
  );
}

/** Whether goods come back in a case. */
export function isReturn(item: ReportCase): boolean {
  if (happened(item, returnEvent)) return true;
  return !cameToNothing(item) && returnTypes.includes(item.type);
}

export type RateRow = {
  /** A shop's id, empty for cases without one, or a product. */
  readonly of: string;
  readonly month: string;
  readonly cases: number;
  readonly refunds: number;
  readonly returns: number;
  /** Null until typed: then there is a count and no rate. */
  readonly orders: number | null;
  readonly typedAt: number | null;
};

type Sold = ReadonlyMap<string, Pick<SoldOrders, 'orders' | 'at'>>;

/** Typed numbers by their key. */
export function soldByKey(rows: readonly SoldOrders[]): Sold {
  return new Map(rows.map((row) => [row.key, row]));
}

/** Cases, refunds and returns by shop or product and month. `wanted` are the pairs that are listed even with none. */
export function rateRows(
  cases: readonly ReportCase[],
  scope: SoldScope,
  months: readonly string[],
  wanted: readonly string[],
  sold: Sold,
): readonly RateRow[] {
  const counts = new Map<string, { cases: number; refunds: number; returns: number }>();
  const names = new Set<string>(wanted);
  const zero = { cases: 0, refunds: 0, returns: 0 };
  // Asking the calendar once per month and not once per case.
  const spans = months.map((month) => ({ month, period: monthPeriod(month) }));
  for (const item of cases) {
    const of = scope === 'shop' ? (item.shopId ?? '') : item.product;
    names.add(of);
    const month = spans.find(({ period }) => isIn(item.createdAt, period))?.month;
    if (month === undefined) continue;
    const key = soldKey(scope, of, month);
    const row = counts.get(key) ?? zero;
    counts.set(key, {
      cases: row.cases + 1,
      refunds: row.refunds + (isRefund(item) ? 1 : 0),
      returns: row.returns + (isReturn(item) ? 1 : 0),
    });
  }
  return months.flatMap((month) =>
    [...names].map((of): RateRow => {
      const key = soldKey(scope, of, month);
      const typed = sold.get(key);
      return {
        of,
        month,
        ...(counts.get(key) ?? zero),
        orders: typed?.orders ?? null,
        typedAt: typed?.at ?? null,
      };
    }),
  );
}

export type RateSum = {
  readonly count: number;
  /** Of the rows with typed orders only: what the rate is made of. */
  readonly counted: number;
  readonly orders: number;
  /** Hundredths of a percent; null when no orders are known. May be above 10000: older orders come back too. */
  readonly rate: number | null;
  readonly typed: number;
  readonly rows: number;
};

/** A rate over several rows: only those whose orders are known go into it, above and below the line. */
export function sumRates(rows: readonly RateRow[], what: 'refunds' | 'returns'): RateSum {
  const typed = rows.filter(({ orders }) => orders !== null);
  const orders = typed.reduce((sum, row) => sum + (row.orders ?? 0), 0);
  const counted = typed.reduce((sum, row) => sum + row[what], 0);
  return {
    count: rows.reduce((sum, row) => sum + row[what], 0),
    counted,
    orders,
    rate: rateOf(counted, orders),
    typed: typed.length,
    // A shop without a case and without orders has nothing to tell.
    rows: rows.filter((row) => row.cases > 0 || row.orders !== null).length,
  };
}

/** Hundredths of a percent; null for an unknown or empty denominator. */
export function rateOf(count: number, orders: number | null): number | null {
  return orders === null || orders <= 0 ? null : Math.floor((count * 20_000 + orders) / (orders * 2));
}

/** `3.25` for 325 hundredths of a percent. */
export function formatHundredths(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** `12.5` for 125 tenths of a percent. */
export function formatTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
