import type { CaseId, Id } from './ids';
import type { Bearer } from './outcome';

export type CostId = Id<'cost'>;

/** What a case costs (费用): freight there and back, goods, money to the buyer, also what a platform paid in advance (先行赔付, R152), work. */
export const costKinds = [
  'freightOut',
  'freightBack',
  'goods',
  'compensation',
  'prepaid',
  'coupon',
  'gift',
  'repair',
  'surcharge',
  'other',
] as const;
export type CostKind = (typeof costKinds)[number];

/** One amount a case cost, and who bears it (R2, R3, R37, R82, R156). Money is integer fen, times epoch ms. */
export type Cost = {
  readonly id: CostId;
  readonly caseId: CaseId;
  readonly kind: CostKind;
  readonly amountFen: number;
  readonly bearer: Bearer;
  readonly note: string;
  readonly at: number;
  readonly sample: boolean;
};

/** Who else than the buyer pays by agreement is not our loss; staff is, as the shop paid it first. */
const ours: ReadonlySet<Bearer> = new Set(['shop', 'staff']);

/** What the shop pays itself, before claims: fen. */
export function ownFen(costs: readonly Pick<Cost, 'amountFen' | 'bearer'>[]): number {
  return costs.reduce((sum, { amountFen, bearer }) => sum + (ours.has(bearer) ? amountFen : 0), 0);
}

/** Sums by a name, largest first: fen. */
export function sumBy<Row extends { readonly amountFen: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly { readonly name: string; readonly fen: number; readonly count: number }[] {
  const sums = new Map<string, { fen: number; count: number }>();
  for (const row of rows) {
    const name = nameOf(row);
    const sum = sums.get(name) ?? { fen: 0, count: 0 };
    sums.set(name, { fen: sum.fen + row.amountFen, count: sum.count + 1 });
  }
  return [...sums].map(([name, sum]) => ({ name, ...sum })).toSorted((a, b) => b.fen - a.fen);
}

/** A compensation a platform's rule fixes as a part of what was paid, within limits: fen. */
export type CompensationRule = {
  readonly percent: number;
  readonly leastFen: number;
  readonly mostFen: number;
};

/** What has to be paid by such a rule, in whole fen (R153). */
export function compensationFen(paidFen: number, { percent, leastFen, mostFen }: CompensationRule): number {
  return Math.min(mostFen, Math.max(leastFen, Math.round((paidFen * percent) / 100)));
}
