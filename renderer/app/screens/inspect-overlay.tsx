import { getCase } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { InspectDialog } from '../../features/playbook/inspect-dialog';
import type { CaseId } from '#shared/domain/ids';

/** The inspection of a case's goods, from wherever it was asked for. */
export function InspectOverlay({
  caseId,
  onClose,
}: {
  readonly caseId: CaseId;
  readonly onClose: () => void;
}) {
  const item = useLive(() => getCase(caseId), [caseId]);
  return item === undefined ? null : <InspectDialog item={item} onClose={onClose} />;
}
