import { caseQueues, queueOf, type CaseQueue } from '#shared/domain/case-queue';
import { database } from './database';
import type { CaseId } from '#shared/domain/ids';

/** Open cases by the queue they stand in. Reads the open cases only, of which there are never many. */
async function readQueues(): Promise<ReadonlyMap<CaseQueue, ReadonlySet<CaseId>>> {
  const found = new Map<CaseQueue, Set<CaseId>>(caseQueues.map((queue) => [queue, new Set()]));
  const open = database().cases.where('[status+nextSort]').between(['open', 0], ['open', Infinity]);
  // All at once: a cursor asks the browser for every single row.
  for (const item of await open.toArray()) {
    const queue = queueOf(item);
    if (queue !== null && item.deletedAt === null) found.get(queue)?.add(item.id);
  }
  return found;
}

/** How many open cases stand in each queue (R59). */
export async function countQueues(): Promise<Readonly<Record<CaseQueue, number>>> {
  const found = await readQueues();
  return Object.fromEntries(caseQueues.map((queue) => [queue, found.get(queue)?.size ?? 0])) as Record<
    CaseQueue,
    number
  >;
}

/** The open cases of a queue. */
export async function idsInQueue(queue: CaseQueue): Promise<ReadonlySet<CaseId>> {
  return (await readQueues()).get(queue) ?? new Set();
}
