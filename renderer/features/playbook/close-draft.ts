import { startShares, type BearerShare, type ClosingInput, type Outcome } from '#shared/domain/outcome';
import type { Case } from '#shared/domain/case';
import type { Playbook } from '#shared/domain/playbook';
import type { CaseWalk } from '../../data/case-walk';

/** The closing as typed; null stands for "not touched", so that what the case says stays fresh. */
export type CloseDraft = {
  readonly outcome: Outcome | null;
  readonly ruleQuote: string;
  readonly statedReason: string | null;
  readonly realReason: string | null;
  readonly shares: readonly { readonly bearer: BearerShare['bearer']; readonly percent: string }[] | null;
  readonly satisfaction: number | null;
  readonly satisfactionNote: string;
  readonly improvement: string;
};

export const emptyClose: CloseDraft = {
  outcome: null,
  ruleQuote: '',
  statedReason: null,
  realReason: null,
  shares: null,
  satisfaction: null,
  satisfactionNote: '',
  improvement: '',
};

/** A percent as typed; 0 when it is not a whole number, which no share may be. */
function readPercent(text: string): number {
  const clean = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(clean) ? Number(clean) : 0;
}

/** The shares on screen: those typed, or what the case's liability makes of them (R2, R3). */
export function sharesOf(
  draft: CloseDraft,
  item: Case,
  playbook: Playbook,
): NonNullable<CloseDraft['shares']> {
  return (
    draft.shares ??
    startShares(item.liability, playbook.bearer).map(({ bearer, percent }) => ({
      bearer,
      percent: String(percent),
    }))
  );
}

/** How the case ends by the last answer that says so (R23, R108); null where none does. */
export function outcomeOf({ playbook, walk }: Pick<CaseWalk, 'playbook' | 'walk'>): Outcome | null {
  const said = walk.finished
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ step, answer }) => step.options?.find(({ id }) => id === answer)?.outcome ?? []);
  return said.findLast((one) => playbook.outcomes.includes(one)) ?? null;
}

/** The closing as it would be saved; `found` is the outcome the steps speak for. */
export function toClosing(
  draft: CloseDraft,
  item: Case,
  playbook: Playbook,
  found: Outcome | null = null,
): ClosingInput {
  const [usual = 'settled'] = playbook.outcomes;
  return {
    outcome: draft.outcome ?? found ?? usual,
    ruleQuote: draft.ruleQuote.trim(),
    statedReason: (draft.statedReason ?? item.description).trim(),
    realReason: (draft.realReason ?? '').trim(),
    shares: sharesOf(draft, item, playbook).map(({ bearer, percent }) => ({
      bearer,
      percent: readPercent(percent),
    })),
    satisfaction: draft.satisfaction,
    satisfactionNote: draft.satisfactionNote.trim(),
    improvement: draft.improvement.trim(),
  };
}
