import { getCases, listCaseIds } from './case-repository';
import type { Case } from '#shared/domain/case';

/** More than this nobody reads: typing another letter is quicker. */
const shown = 20;

/** Cases whose buyer, order, number or product holds this text, open ones first, the latest changed at the top. */
export async function findCases(text: string): Promise<Case[]> {
  const open = await listCaseIds({ status: 'open', text }, 'updatedAt');
  const closed = open.length >= shown ? [] : await listCaseIds({ status: 'closed', text }, 'updatedAt');
  const cases = await getCases([...open, ...closed].slice(0, shown));
  return cases.filter((item) => item.deletedAt === null);
}
