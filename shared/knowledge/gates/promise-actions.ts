import type { Case } from '../../domain/case';
import type { Commitment, CommitmentKind } from '../../domain/commitment';
import type { GuardedAction } from '../../domain/gate';

/** Keeping a promise of these kinds is the guarded action itself; freight, credit and thanks are none (1S). */
const byKind: Partial<Readonly<Record<CommitmentKind, GuardedAction>>> = {
  refund: 'refund',
  partialRefund: 'refund',
  sendOut: 'sendOut',
};

/** What a promise in the seller's own words is about: the first row whose words stand in it counts. */
const byWords: readonly { readonly action: GuardedAction; readonly words: RegExp }[] = [
  { action: 'refund', words: /退款|退钱|退货款|全额退|退全款|退差价|赔付|赔款|refund|money back/i },
  {
    action: 'sendOut',
    words: /换新|换货|补发|重发|重新发|发新件|再发一|replacement|resend|reship|send (?:a )?new/i,
  },
];

/** The event that already did it: what was to be asked was asked then. */
const doneBy: Partial<Readonly<Record<GuardedAction, string>>> = {
  refund: 'refund.succeeded',
  sendOut: 'exchange.shipped',
};

/** The guarded action behind ticking a promise as kept; none when it was recorded in the case since the promise. */
export function actionsOfPromise(
  { kind, text, createdAt }: Pick<Commitment, 'kind' | 'text' | 'createdAt'>,
  { events }: Pick<Case, 'events'>,
): readonly GuardedAction[] {
  const action =
    byKind[kind] ?? (kind === 'other' ? byWords.find(({ words }) => words.test(text))?.action : undefined);
  if (action === undefined) return [];
  const event = doneBy[action];
  const minute = Math.floor(createdAt / 60_000) * 60_000;
  const recorded = Object.entries(events).some(
    ([name, at]) => event !== undefined && (name === event || name.startsWith(`${event}#`)) && at >= minute,
  );
  return recorded ? [] : [action];
}
