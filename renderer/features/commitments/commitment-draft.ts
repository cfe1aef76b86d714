import {
  commitmentDefaults,
  findCommitmentProblem,
  type CommitmentInput,
  type CommitmentKind,
  type CommitmentTrigger,
} from '#shared/domain/commitment';
import { parseYuan } from '#shared/domain/money';
import { parseWhen } from '#shared/domain/parse-when';

/** The fields of a new promise as they are typed. */
export type CommitmentDraft = {
  readonly kind: CommitmentKind;
  readonly amount: string;
  readonly account: string;
  readonly text: string;
  readonly trigger: CommitmentTrigger;
  readonly within: string;
  readonly at: string;
};

/** The usual terms of a kind; what was typed already stays. */
export function withKind(draft: CommitmentDraft, kind: CommitmentKind): CommitmentDraft {
  const { trigger, withinHours } = commitmentDefaults[kind];
  return { ...draft, kind, trigger, within: String(withinHours) };
}

export const emptyCommitment: CommitmentDraft = withKind(
  { kind: 'freight', amount: '', account: '', text: '', trigger: 'tradeSucceeded', within: '', at: '' },
  'freight',
);

/** Which field keeps the promise from being saved. */
export type CommitmentFault = 'amount' | 'date' | 'text' | 'within' | 'time';

/** Reads the typed fields; the first fault, else what is saved. `now` is epoch ms. */
export function readCommitment(
  draft: CommitmentDraft,
  now: number,
): { readonly input: CommitmentInput } | { readonly fault: CommitmentFault } {
  const { kind, text, account, trigger } = draft;
  const amountFen = draft.amount.trim() === '' ? null : parseYuan(draft.amount);
  if (amountFen === null && draft.amount.trim() !== '') return { fault: 'amount' };
  const at = draft.at.trim() === '' || trigger === 'nextOrder' ? null : parseWhen(draft.at, now, 'future');
  if (at === null && draft.at.trim() !== '' && trigger !== 'nextOrder') return { fault: 'time' };
  const hasWithin = trigger !== 'date' && trigger !== 'nextOrder';
  if (hasWithin && !/^\d{1,4}$/u.test(draft.within.trim())) return { fault: 'within' };
  const withinHours = hasWithin ? Number(draft.within.trim()) : 0;
  const input = { kind, text, account, trigger, amountFen, at, withinHours };
  const fault = findCommitmentProblem(input);
  return fault === null ? { input } : { fault };
}
