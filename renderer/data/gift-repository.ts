import { listCasesOfBuyer } from './case-repository';
import { database } from './database';
import type { Case } from '#shared/domain/case';
import type { Cost, CostKind } from '#shared/domain/cost';
import type { Platform } from '#shared/domain/platform';

/** Costs that are something given to a buyer. */
const given: ReadonlySet<CostKind> = new Set(['gift', 'coupon']);

/** Something given to a buyer, with the case it was written down in (R115). */
export type Gift = { readonly cost: Cost; readonly item: Case };

/** What a buyer was given in all cases, newest first. */
export async function listGifts(platform: Platform, buyerId: string): Promise<Gift[]> {
  const cases = await listCasesOfBuyer(platform, buyerId);
  const costs = await database()
    .costs.where('caseId')
    .anyOf(cases.map(({ id }) => id))
    .filter(({ kind }) => given.has(kind))
    .toArray();
  return costs
    .flatMap((cost) => {
      const item = cases.find(({ id }) => id === cost.caseId);
      return item === undefined ? [] : [{ cost, item }];
    })
    .toSorted((a, b) => b.cost.at - a.cost.at);
}
