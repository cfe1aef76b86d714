import { database } from './database';
import { listDuePromises } from './commitment-repository';
import type { Case } from '#shared/domain/case';
import type { Commitment } from '#shared/domain/commitment';
import type { CaseId } from '#shared/domain/ids';

/** One thing with a time: a running deadline of a case, its follow-up, or a promise to its buyer. */
export type WeekEntry = {
  readonly key: string;
  readonly item: Case;
  readonly ruleId: string | null;
  readonly promise?: Commitment;
  readonly at: number;
  readonly theirs: boolean;
  readonly onMiss: string;
};

/** Deadlines and follow-ups of open cases, and open promises, with `from` <= time < `to` (epoch ms), soonest first. */
export async function listWeekEntries(from: number, to: number): Promise<readonly WeekEntry[]> {
  const db = database();
  const [promises, deadlines, followUps] = await Promise.all([
    listDuePromises(),
    db.deadlines.where('[state+dueAt]').between(['running', from], ['running', to], true, false).toArray(),
    db.cases
      .where('[status+nextSort]')
      .between(['open', Math.max(from, 1)], ['open', to], true, false)
      .toArray(),
  ]);
  const ids = [...new Set<CaseId>(deadlines.map(({ caseId }) => caseId))];
  const cases = new Map<CaseId, Case>();
  for (const item of await db.cases.bulkGet(ids)) if (item !== undefined) cases.set(item.id, item);
  const entries: WeekEntry[] = followUps.map((item) => ({
    key: `${item.id}:next`,
    item,
    ruleId: null,
    at: item.nextSort,
    theirs: item.waitingOn !== 'us',
    onMiss: 'none',
  }));
  for (const { id, caseId, ruleId, dueAt, actor, onMiss } of deadlines) {
    const item = cases.get(caseId);
    if (item === undefined) continue;
    const theirs = actor !== 'merchant' && actor !== 'both';
    entries.push({ key: id, item, ruleId, at: dueAt, theirs, onMiss });
  }
  for (const { one, item } of promises) {
    if (one.dueAt < from || one.dueAt >= to) continue;
    entries.push({
      key: one.id,
      item,
      ruleId: null,
      promise: one,
      at: one.dueAt,
      theirs: false,
      onMiss: 'none',
    });
  }
  return entries.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}
