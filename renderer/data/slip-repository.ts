import { slipPapers, type SlipPaper } from '#shared/domain/return-slip';
import { database } from './database';
import { appendEvent } from './timeline-repository';
import type { CaseId } from '#shared/domain/ids';

/** What was done with a slip. */
export type SlipWay = 'print' | 'pdf' | 'picture' | 'text';

/** Writes into a case's history that its return slip was made (R25, R177). */
export async function recordSlip(caseId: CaseId, how: SlipWay, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.events], async () => appendEvent(caseId, 'slipMade', { how }, now));
}

/** Notes that the return details went to the buyer (R25). */
export async function recordReturnInfo(caseId: CaseId, now: number): Promise<void> {
  const { events } = database();
  await database().transaction('rw', [events], async () => appendEvent(caseId, 'returnInfoSent', {}, now));
}

const paperKey = 'slipPaper';

/** The paper the seller used last; a label printer has only one. */
export async function readSlipPaper(): Promise<SlipPaper> {
  const stored = (await database().settings.get(paperKey))?.value;
  return slipPapers.find((paper) => paper === stored) ?? '100x150';
}

/** Keeps the chosen paper for the next slip. */
export async function rememberSlipPaper(paper: SlipPaper): Promise<void> {
  await database().settings.put({ key: paperKey, value: paper });
}
