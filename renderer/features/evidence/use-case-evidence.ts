import { listEvidenceOfCase } from '../../data/evidence-repository';
import { useCalmLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { useIntake } from './intake-store';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';

const list = (caseId: string): Promise<Evidence[]> => listEvidenceOfCase(caseId as CaseId);

/** A case's evidence in the order it came in; while files come in it is read twice a second. Undefined until read. */
export function useCaseEvidence(caseId: CaseId): readonly Evidence[] | undefined {
  const busy = useIntake((state) => state.running);
  return useCalmLive(list, caseId, busy, report);
}

/** How many pieces of evidence a case has, for a tab's badge; undefined until counted. */
export function useEvidenceCount(caseId: CaseId): number | undefined {
  return useCaseEvidence(caseId)?.length;
}
