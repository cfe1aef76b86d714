import { database } from './database';
import { fileInTransaction, filingTables, type CheckedFile, type FilingOutcome } from './evidence-repository';
import { keepInInbox, type InboxOutcome, type InboxFile } from './inbox-repository';
import type { CaseId } from '#shared/domain/ids';

/** Where a checked file goes: to a case, or into the inbox (未归档). */
export type BatchJob =
  | { readonly to: 'case'; readonly caseId: CaseId; readonly file: CheckedFile }
  | { readonly to: 'inbox'; readonly file: InboxFile };
export type BatchOutcome = FilingOutcome | InboxOutcome;

/**
 * Stores several files in one durable transaction: the disk is asked to make sure once, not once per photo. All of them
 * are stored, or none (R21, R22).
 */
export async function storeBatch(jobs: readonly BatchJob[], now: number): Promise<BatchOutcome[]> {
  const db = database();
  const inbox = jobs.some(({ to }) => to === 'inbox') ? [db.inbox] : [];
  const tables = jobs.every(({ to }) => to === 'inbox') ? [db.blobs, db.evidence, db.cases] : filingTables();
  return db.transaction('rw', [...tables, ...inbox], async () => {
    const outcomes: BatchOutcome[] = [];
    for (const job of jobs) {
      outcomes.push(
        job.to === 'case'
          ? await fileInTransaction(job.caseId, job.file, now)
          : await keepInInbox(job.file, now),
      );
    }
    return outcomes;
  });
}
