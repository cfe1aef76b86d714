import { ownFen } from '../domain/cost';
import { paidBackFen, type Claim } from '../domain/claim';
import type { Cost } from '../domain/cost';
import type { CaseId } from '../domain/ids';

/** A cost with what the reports group it by. */
export type ReportCost = Pick<Cost, 'caseId' | 'kind' | 'amountFen' | 'bearer' | 'at'> & {
  readonly product: string;
  /** What was found, else what was stated; empty when nobody said. */
  readonly reason: string;
};

export type CostGroup = {
  readonly key: string;
  readonly fen: number;
  readonly count: number;
  readonly ids: readonly CaseId[];
};

/** Sums by a key, largest first, ties by key; whole fen. */
export function costsBy(
  costs: readonly ReportCost[],
  keyOf: (cost: ReportCost) => string,
): readonly CostGroup[] {
  const groups = new Map<string, { fen: number; count: number; ids: Set<CaseId> }>();
  for (const cost of costs) {
    const key = keyOf(cost);
    const group = groups.get(key) ?? { fen: 0, count: 0, ids: new Set<CaseId>() };
    group.fen += cost.amountFen;
    group.count += 1;
    group.ids.add(cost.caseId);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { fen, count, ids }]) => ({ key, fen, count, ids: [...ids] }))
    .toSorted((a, b) => b.fen - a.fen || (a.key < b.key ? -1 : 1));
}

export type CostSums = {
  readonly all: number;
  readonly own: number;
  /** What came back by claims paid in the period. */
  readonly back: number;
  readonly costs: number;
  readonly cases: number;
};

/** What after-sales cost: all of it, the shop's own part, and what claims brought back; whole fen. */
export function costSums(costs: readonly ReportCost[], paid: readonly Pick<Claim, 'paidFen'>[]): CostSums {
  return {
    all: costs.reduce((sum, { amountFen }) => sum + amountFen, 0),
    own: ownFen(costs),
    back: paidBackFen(paid),
    costs: costs.length,
    cases: new Set(costs.map(({ caseId }) => caseId)).size,
  };
}
