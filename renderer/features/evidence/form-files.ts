import { fileFromInbox, listForForm, releaseForm } from '../../data/inbox-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { intakeIdle } from './intake';
import { tellBatch } from './tell-batch';
import type { CaseId } from '#shared/domain/ids';

/** Files what waited for the new-case form into the case that was made of it; what is still coming in follows. */
export async function fileFormFiles(caseId: CaseId): Promise<void> {
  try {
    await fileWaiting(caseId);
    await intakeIdle();
    await fileWaiting(caseId);
  } catch (error) {
    report(error, () => {
      void fileFormFiles(caseId);
    });
  }
}

async function fileWaiting(caseId: CaseId): Promise<void> {
  const waiting = await listForForm();
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  const outcomes = await fileFromInbox(ids, caseId, now());
  tellBatch(
    outcomes.map((one) => ({ ...one, name: one.evidence.originalName })),
    0,
  );
}

/** The form was closed: its files stay in the inbox. */
export async function leaveFormFiles(): Promise<void> {
  try {
    await intakeIdle();
    const count = await releaseForm();
    if (count > 0) tell('inbox.leftByForm', { count });
  } catch (error) {
    report(error);
  }
}
