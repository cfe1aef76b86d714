import type { CaseWalk } from '../../data/case-walk';
import type { StepView } from '#shared/domain/playbook-walk';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { ReactNode } from 'react';

/** What other features do for a step; the app gives it, as features do not know each other. */
export type WalkActions = {
  /** Puts the return details on the clipboard and notes it; rejects when the clipboard refuses. */
  readonly copyReturnInfo: (caseId: CaseId) => Promise<void>;
  readonly openSlip: (caseId: CaseId) => void;
  readonly openWrongShipment: (caseId: CaseId) => void;
  readonly openMemo: (caseId: CaseId) => void;
  readonly openEvidence: (caseId: CaseId) => void;
  readonly openScripts: (caseId: CaseId) => void;
  /** The ladder of attempts to reach the buyer. */
  readonly renderContact: (item: Case, present: number) => ReactNode;
  readonly openClosing: (caseId: CaseId) => void;
};

/** What every act of a step gets. */
export type ActProps = {
  readonly walk: CaseWalk;
  readonly view: StepView;
  readonly present: number;
  readonly actions: WalkActions;
};
