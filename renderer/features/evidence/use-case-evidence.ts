import { listEvidenceOfCase } from '../../data/evidence-repository';
import { useLive } from '../../data/use-live';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';

/** A case's evidence in the order it came in. Undefined until read. */
export function useCaseEvidence(caseId: CaseId): readonly Evidence[] | undefined {
  return useLive(() => listEvidenceOfCase(caseId), [caseId]);
}

/** How many pieces of evidence a case has, for a tab's badge; undefined until counted. */
export function useEvidenceCount(caseId: CaseId): number | undefined {
  return useCaseEvidence(caseId)?.length;
}
