import { startOfDay } from '#shared/domain/shanghai-time';
import { arrangeToday } from '#shared/domain/today';
import { listOpenCases } from './case-repository';
import { listDuePromises } from './commitment-repository';
import { listRunningDeadlines } from './deadline-repository';

/** How many rows stand under "overdue" on Today at `now` (epoch ms): the number beside its name in the bar. */
export async function countOverdue(now: number): Promise<number> {
  const [cases, deadlines, promises] = await Promise.all([
    listOpenCases(),
    listRunningDeadlines(),
    listDuePromises(),
  ]);
  const rows = arrangeToday(cases, deadlines, now, startOfDay(now, 1), promises);
  return rows.filter(({ band }) => band === 'overdue').length;
}
