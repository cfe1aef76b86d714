import type { CaseId } from '../domain/ids';
import { pareto, type ReportCase } from './reasons';
import { isRefund, isReturn } from './rates';

export type ProductRow = {
  readonly product: string;
  readonly ids: readonly CaseId[];
  readonly refunds: number;
  readonly returns: number;
  /** The most frequent reason found, else stated; empty when nobody said. */
  readonly reason: string;
  readonly reasonCount: number;
};

/** Products by their number of cases, most first, ties by name; cases without a product are left out. */
export function productRows(cases: readonly ReportCase[]): readonly ProductRow[] {
  const groups = new Map<string, ReportCase[]>();
  for (const item of cases) {
    if (item.product === '') continue;
    const group = groups.get(item.product);
    if (group === undefined) groups.set(item.product, [item]);
    else group.push(item);
  }
  return [...groups]
    .map(([product, group]): ProductRow => {
      const best = pareto(
        group.map((item) => ({ ...item, found: item.found || item.stated })),
        'found',
      ).rows[0];
      return {
        product,
        ids: group.map(({ id }) => id),
        refunds: group.filter(isRefund).length,
        returns: group.filter(isReturn).length,
        reason: best?.key ?? '',
        reasonCount: best?.count ?? 0,
      };
    })
    .toSorted((a, b) => b.ids.length - a.ids.length || (a.product < b.product ? -1 : 1));
}
