import { database } from './database';
import { getCases } from './case-repository';
import { makeId } from './make-id';
import { setNotePasted } from './note-repository';
import { moveToTrash } from './trash-repository';
import type { OrderNoteId } from '#shared/domain/ids';
import type { MemoJob } from '#shared/domain/memo-batch';
import type { FlagColor } from '#shared/domain/order-note';
import type { Platform } from '#shared/domain/platform';

/** A memo that waits to be pasted on its platform, from a case or from a batch. */
export type QueuedMemo = {
  readonly kind: 'note' | 'job';
  readonly id: string;
  readonly platform: Platform;
  readonly orderNo: string;
  readonly buyerId: string;
  readonly text: string;
  readonly flag: FlagColor;
  readonly tag: string;
};

/** Everything not yet pasted, by platform and then oldest first, so that one back office is done before the next. */
export async function listQueue(): Promise<QueuedMemo[]> {
  const db = database();
  const [notes, jobs] = await Promise.all([
    db.orderNotes.filter((note) => note.pastedAt === null).toArray(),
    db.memoJobs.filter((job) => job.pastedAt === null).toArray(),
  ]);
  const cases = await getCases([...new Set(notes.map(({ caseId }) => caseId))]);
  const buyerOf = new Map(cases.map((item) => [item.id, item.buyerId]));
  const all = [
    ...notes.map((note) => ({
      at: note.createdAt,
      memo: {
        ...pick(note),
        kind: 'note' as const,
        buyerId: buyerOf.get(note.caseId) ?? '',
        tag: note.tag ?? '',
      },
    })),
    ...jobs.map((job) => ({
      at: job.createdAt,
      memo: { ...pick(job), kind: 'job' as const, buyerId: '', tag: job.tag },
    })),
  ];
  return all
    .toSorted(
      (a, b) =>
        a.memo.platform.localeCompare(b.memo.platform) || a.at - b.at || (a.memo.id < b.memo.id ? -1 : 1),
    )
    .map(({ memo }) => memo);
}

function pick({
  id,
  platform,
  orderNo,
  text,
  flag,
}: Pick<MemoJob, 'id' | 'platform' | 'orderNo' | 'text' | 'flag'>) {
  return { id: id as string, platform, orderNo, text, flag };
}

/** Ticks a queued memo as really pasted (R28), or takes the tick back. */
export async function setPasted(
  memo: Pick<QueuedMemo, 'kind' | 'id'>,
  pasted: boolean,
  now: number,
): Promise<void> {
  if (memo.kind === 'note') await setNotePasted(memo.id as OrderNoteId, pasted, now);
  else await database().memoJobs.update(memo.id, { pastedAt: pasted ? now : null });
}

/** Takes a memo that is not wanted out of the queue: one of a case goes to the trash, one of a batch is gone. */
export async function dropQueued(memo: Pick<QueuedMemo, 'kind' | 'id'>, now: number): Promise<void> {
  if (memo.kind === 'note') await moveToTrash('note', [memo.id], now);
  else await database().memoJobs.delete(memo.id);
}

/** Adds memos for orders without a case, all or none. */
export async function addMemoJobs(
  jobs: readonly Pick<MemoJob, 'platform' | 'orderNo' | 'text' | 'flag' | 'tag'>[],
  now: number,
): Promise<void> {
  await database().memoJobs.bulkAdd(
    jobs.map((job) => ({ ...job, id: makeId<'memoJob'>(now), createdAt: now, pastedAt: null })),
  );
}
