import { caseQueues, queueOf, type CaseQueue } from '#shared/domain/case-queue';
import { isReached } from '#shared/domain/contact';
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
  for (const id of await unannouncedOf([...(found.get('pending') ?? [])])) found.get('unannounced')?.add(id);
  return found;
}

/** Of these cases, those whose buyer applied without a word and has not been spoken to since (R39). */
async function unannouncedOf(pending: readonly CaseId[]): Promise<readonly CaseId[]> {
  if (pending.length === 0) return [];
  const { steps, contacts } = database();
  const keys = pending.map((id) => `${id}:announced`);
  const marked = (await steps.bulkGet(keys)).flatMap((row) => (row?.answer === 'no' ? [row] : []));
  const talks = await contacts
    .where('caseId')
    .anyOf(marked.map(({ caseId }) => caseId))
    .toArray();
  return marked.flatMap(({ caseId, at }) =>
    talks.some(
      (talk) => talk.caseId === caseId && talk.personId === undefined && talk.at >= at && isReached(talk),
    )
      ? []
      : [caseId],
  );
}

/** How many open cases stand in each queue (R39, R42, R59). */
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
