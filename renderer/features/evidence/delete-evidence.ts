import { moveToTrash } from '../../data/trash-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import type { EvidenceId } from '#shared/domain/ids';

/** Moves a piece of evidence to the trash; its bytes stay, and the message with the way back comes by itself. */
export async function deleteEvidence(id: EvidenceId): Promise<void> {
  try {
    await moveToTrash('evidence', [id], now());
  } catch (error) {
    report(error, () => void deleteEvidence(id));
  }
}
