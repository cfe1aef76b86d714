/** One discount of an order, applied to what is left after those before it (R57). Money is integer fen. */
export type DiscountStep =
  /** A member's or a single item's discount: 95 折 is 950 of a thousand. */
  | { readonly kind: 'percent'; readonly perMille: number }
  /** 满减: `offFen` for a sum of `fromFen`, once or for every `fromFen`. */
  | { readonly kind: 'reduction'; readonly fromFen: number; readonly offFen: number; readonly every: boolean }
  /** A coupon of `offFen` from a sum of `fromFen` (0 for any). */
  | { readonly kind: 'coupon'; readonly fromFen: number; readonly offFen: number };
export const discountKinds = ['percent', 'reduction', 'coupon'] as const;

/** One line of an order. `joins`: whether the discounts count for it. */
export type OrderLine = {
  readonly name: string;
  readonly priceFen: number;
  readonly pieces: number;
  readonly joins: boolean;
};
export type Basket = {
  readonly lines: readonly OrderLine[];
  readonly steps: readonly DiscountStep[];
  readonly freightFen: number;
};

export type Reckoning = {
  /** What each line costs in the end; together with the freight exactly `totalFen`. */
  readonly lines: readonly { readonly listFen: number; readonly paidFen: number }[];
  /** What each discount took off; 0 when its sum was not reached. */
  readonly offFen: readonly number[];
  readonly totalFen: number;
};

const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0);

/**
 * Splits a sum by weights so that the parts add up to it exactly: each part is the rounded-down share, and the fen that
 * are left go to the largest remainders, the earlier line first. Without any weight all of it goes to the first part.
 */
export function splitByShare(total: number, weights: readonly number[]): readonly number[] {
  const all = BigInt(sum(weights));
  if (all === 0n) return weights.map((_one, index) => (index === 0 ? total : 0));
  const shares = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = shares.map((share) => Number(share / all));
  const order = weights
    .map((_one, index) => index)
    .toSorted((a, b) => Number((shares[b] ?? 0n) % all) - Number((shares[a] ?? 0n) % all) || a - b);
  for (const index of order.slice(0, total - sum(parts))) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** What a discount takes off each line. */
function offOf(step: DiscountStep, left: readonly number[]): readonly number[] {
  if (step.kind === 'percent') {
    // Half a fen is rounded in the shop's favour nowhere: up, as platforms show it.
    return left.map((fen) => fen - Number((BigInt(fen) * BigInt(step.perMille) + 500n) / 1000n));
  }
  const all = sum(left);
  if (all < step.fromFen || all === 0) return left.map(() => 0);
  const times =
    step.kind === 'reduction' && step.every && step.fromFen > 0 ? Math.floor(all / step.fromFen) : 1;
  return splitByShare(Math.min(all, step.offFen * times), left);
}

/** Applies the discounts in their order, each to what is left after those before it (R57). Nothing falls below 0. */
export function reckon({ lines, steps, freightFen }: Basket): Reckoning {
  const listed = lines.map(({ priceFen, pieces }) => priceFen * pieces);
  let left = listed;
  const offFen = steps.map((step) => {
    const off = offOf(
      step,
      left.map((fen, index) => (lines[index]?.joins === true ? fen : 0)),
    );
    left = left.map((fen, index) => fen - (off[index] ?? 0));
    return sum(off);
  });
  return {
    lines: listed.map((listFen, index) => ({ listFen, paidFen: left[index] ?? 0 })),
    offFen,
    totalFen: sum(left) + freightFen,
  };
}

/**
 * The same order when the back office says that another sum was paid: the difference (red packets, coins, a discount
 * nobody wrote down) is spread over the lines by what they cost. `paidFen` includes the freight.
 */
export function fitToPaid({ lines, offFen }: Reckoning, paidFen: number, freightFen: number): Reckoning {
  const goods = Math.max(0, paidFen - freightFen);
  const costs = lines.map((line) => line.paidFen);
  const weights = sum(costs) > 0 ? costs : lines.map((line) => line.listFen);
  const parts = splitByShare(goods, weights);
  return {
    lines: lines.map(({ listFen }, index) => ({ listFen, paidFen: parts[index] ?? 0 })),
    offFen,
    totalFen: paidFen,
  };
}

/**
 * What goes back for `back` of a line's pieces after `before` were refunded already. All refunds of a line, however
 * they are cut, add up to what was paid for it.
 */
export function refundFen(paidFen: number, pieces: number, back: number, before: number): number {
  if (pieces <= 0) return 0;
  const upTo = (count: number): number =>
    Number((BigInt(paidFen) * BigInt(Math.min(pieces, count))) / BigInt(pieces));
  return upTo(before + back) - upTo(before);
}
