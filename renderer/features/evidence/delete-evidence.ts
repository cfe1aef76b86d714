import { moveToTrash } from '../../data/trash-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import type { EvidenceId } from '#shared/domain/ids';

/** Moves pieces of evidence to the trash; their bytes stay, and the message with the way back comes by itself. */
export async function deleteEvidence(ids: readonly EvidenceId[]): Promise<void> {
  try {
    await moveToTrash('evidence', ids, now());
  } catch (error) {
    report(error, () => void deleteEvidence(ids));
  }
}
