import { contentmentOf, type Contentment } from '#shared/domain/contentment';
import { database } from './database';
import type { CaseId } from '#shared/domain/ids';

/** The closed cases whose buyers were that content (R185). */
export async function casesByContentment(wanted: Contentment): Promise<ReadonlySet<CaseId>> {
  const found = new Set<CaseId>();
  await database()
    .cases.where('[status+createdAt]')
    .between(['closed', -Infinity], ['closed', Infinity])
    .each(({ id, closing }) => {
      if (contentmentOf(closing?.satisfaction) === wanted) found.add(id);
    });
  return found;
}
