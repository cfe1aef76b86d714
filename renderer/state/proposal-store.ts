import { create } from 'zustand';
import type { Case } from '#shared/domain/case';
import type { InboxId } from '#shared/domain/ids';

/** Files whose names tell a case they seem to belong to, waiting for the seller's yes. */
export type Proposal = {
  readonly groups: readonly {
    readonly item: Case;
    /** What it was recognised by. */
    readonly by: 'caseNo' | 'orderNo' | 'buyerId';
    readonly files: readonly string[];
    /** Where they lie, as soon as they are in. */
    readonly ids: Promise<readonly InboxId[]>;
  }[];
  /** Files that no case fits. */
  readonly others: number;
};

type ProposalStore = {
  readonly proposal: Proposal | null;
  readonly set: (proposal: Proposal | null) => void;
};

/** The one question that is open about files without a case. */
export const useProposal = create<ProposalStore>()((set) => ({
  proposal: null,
  set: (proposal) => {
    set({ proposal });
  },
}));
