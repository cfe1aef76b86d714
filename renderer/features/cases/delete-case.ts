import { moveToTrash } from '../../data/trash-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import type { CaseId } from '#shared/domain/ids';

/** Moves a case to the trash; the message with the way back comes by itself. */
export async function deleteCase(id: CaseId): Promise<void> {
  try {
    await moveToTrash('case', [id], now());
  } catch (error) {
    report(error, () => void deleteCase(id));
  }
}
