import { fitToPaid, reckon, refundFen, type DiscountStep } from '#shared/domain/discount';
import { readLine, readStep, readSum, type ReadLine, type TypedOrder } from './discount-draft';

export type OrderSum = {
  /** By the discounts. */
  readonly totalFen: number;
  /** What was paid by the back office less that; 0 when nothing was said. */
  readonly differenceFen: number;
  readonly offFen: readonly number[];
  readonly lines: readonly { readonly paidFen: number; readonly refundFen: number }[];
  readonly refundFen: number;
  /** What would go back if the discounts were worked out anew for what the buyer keeps. */
  readonly anewFen: number;
};
export type OrderProblem = { readonly key: string; readonly values?: Readonly<Record<string, number>> };

/** Works out an order with its discounts and what goes back (R57), or says what to mend first. Money is fen. */
export function reckonOrder(typed: TypedOrder): OrderSum | OrderProblem {
  const steps: DiscountStep[] = [];
  for (const [index, one] of typed.steps.entries()) {
    const step = readStep(one);
    if (step === null) return { key: 'discount.problem.step', values: { number: index + 1 } };
    steps.push(step);
  }
  const read: ReadLine[] = [];
  for (const [index, one] of typed.lines.entries()) {
    const line = readLine(one);
    if (typeof line === 'string') return { key: `discount.problem.${line}`, values: { number: index + 1 } };
    read.push(line);
  }
  const freightFen = readSum(typed.freight);
  if (freightFen === null) return { key: 'discount.problem.freight' };
  const typedPaid = typed.paid.trim() === '' ? undefined : readSum(typed.paid);
  if (typedPaid === null || (typedPaid ?? freightFen) < freightFen) return { key: 'discount.problem.paid' };
  const basket = { lines: read.map(({ line }) => line), steps, freightFen };
  const plain = reckon(basket);
  const paid = typedPaid === undefined ? plain : fitToPaid(plain, typedPaid, freightFen);
  const lines = read.map(({ line, back, before }, index) => {
    const paidFen = paid.lines[index]?.paidFen ?? 0;
    return { paidFen, refundFen: refundFen(paidFen, line.pieces, back, before) };
  });
  const freightBack = typed.freightBack ? freightFen : 0;
  const kept = read.flatMap(({ line, back, before }) => ({ ...line, pieces: line.pieces - back - before }));
  const before = read.reduce(
    (sum, one, index) => sum + refundFen(lines[index]?.paidFen ?? 0, one.line.pieces, one.before, 0),
    0,
  );
  const keptFen = reckon({ lines: kept, steps, freightFen: 0 }).totalFen;
  const goodsFen = paid.totalFen - freightFen;
  return {
    totalFen: plain.totalFen,
    differenceFen: paid.totalFen - plain.totalFen,
    offFen: plain.offFen,
    lines,
    refundFen: lines.reduce((sum, one) => sum + one.refundFen, 0) + freightBack,
    anewFen: Math.max(0, goodsFen - before - keptFen) + freightBack,
  };
}
