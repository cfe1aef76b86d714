import { CaseEvidence } from './case-evidence';
import { CheckCard } from './check-card';
import { WeighingCard } from './weighing-card';
import type { Case } from '#shared/domain/case';

/** The evidence tab of a case: what has to be proved, what is there, and the weights. */
export function CaseEvidenceTab({ item, present }: { readonly item: Case; readonly present: number }) {
  return (
    <div className="case-evidence-tab">
      <CheckCard item={item} present={present} />
      <CaseEvidence caseId={item.id} />
      <WeighingCard item={item} />
    </div>
  );
}
