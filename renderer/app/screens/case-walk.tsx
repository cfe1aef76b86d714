import { WalkPanel } from '../../features/playbook/walk-panel';
import { useWalkActions } from './use-walk-actions';
import type { CaseId } from '#shared/domain/ids';

/** The procedure of a case, with what the other features do for its steps. */
export function CaseWalk({ caseId, present }: { readonly caseId: CaseId; readonly present: number }) {
  const actions = useWalkActions();
  return <WalkPanel key={caseId} caseId={caseId} present={present} actions={actions} />;
}
