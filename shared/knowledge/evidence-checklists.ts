import { evidenceSlot, type EvidenceSlot } from './evidence-slots';
import type { CaseType } from '../domain/case';
import type { ClaimReason } from '../domain/claim-reason';

/**
 * What a case needs, by its type (R81, R87, R88, R96, R160) and by the reason the buyer gives (R131). Data only: a
 * slot named in both lists is asked for once, with the stronger need. `id?` asks for it as "should".
 */
const byType: Readonly<Record<CaseType, string>> = {
  unshippedRefund: 'talk-record?',
  inTransitRefund: 'courier-reply track? talk-record?',
  returnRefund: 'talk-record? inspected',
  refundOnly: 'talk-record?',
  partialRefund: 'talk-record',
  exchange: 'talk-record? inspected',
  reship: 'talk-record?',
  wrongShipment: '',
  shortage: '',
  damage: '',
  lost: '',
  undeliverable: 'courier-reply talk-record',
  refused: 'track inspected',
  repair: 'fault-video talk-record agreed-before-sale?',
  intervention: 'talk-record shipped platform-notice',
  complaint: 'complaint-text talk-record shipped?',
  review: 'review-shot talk-record?',
  outOfStock: 'supplier-reply talk-record?',
  invoice: '',
  message: '',
};

const byReason: Readonly<Record<ClaimReason, string>> = {
  quality: 'fault-photo logo-photo supplier-reply qualification?',
  notAsDescribed: 'fault-photo talk-record',
  wrongItem: 'wrong-item packing-list? logo-photo supplier-reply?',
  missing: 'packing-list received-all weighing outer-packing',
  damage: 'outer-packing inner-goods waybill-label liable-confirmation',
  notReceived: 'track courier-reply liable-confirmation',
  counterfeit: 'fault-photo qualification talk-record',
  noReason: 'inspected?',
  size: 'talk-record?',
};

/** The reason that a type of case already says; for the other types the seller picks it. */
const reasonOfType: Partial<Readonly<Record<CaseType, ClaimReason>>> = {
  wrongShipment: 'wrongItem',
  shortage: 'missing',
  damage: 'damage',
  lost: 'notReceived',
};

/** Types where the buyer's reason changes what has to be proved. */
const asksReason: ReadonlySet<CaseType> = new Set([
  'returnRefund',
  'refundOnly',
  'partialRefund',
  'exchange',
  'reship',
  'repair',
  'intervention',
  'complaint',
  'review',
]);

/** Types that are a dispute as such: every word counts (R11). */
export const riskyTypes: ReadonlySet<CaseType> = new Set(['intervention', 'complaint']);

/** The reason that counts for a case: the picked one, else what its type says, else none. */
export function reasonOf(type: CaseType, picked: ClaimReason | undefined): ClaimReason | null {
  return picked ?? reasonOfType[type] ?? null;
}

/** Whether the seller should pick a reason, because the list depends on it (R131). */
export function wantsReason(type: CaseType): boolean {
  return asksReason.has(type);
}

/** The slots of a case, in the order they are asked for. `risky` makes the chat screenshot a must (R11). */
export function checklistOf(
  type: CaseType,
  reason: ClaimReason | null,
  risky: boolean,
): readonly EvidenceSlot[] {
  const names = [byType[type], reason === null ? '' : byReason[reason], risky ? 'talk-record' : '']
    .flatMap((list) => list.split(' '))
    .filter((name) => name !== '');
  const found = new Map<string, EvidenceSlot>();
  for (const name of names) {
    const id = name.replace('?', '');
    const shipped = evidenceSlot(id);
    if (shipped === undefined) continue;
    const wanted = name.endsWith('?') ? { ...shipped, need: 'should' as const } : shipped;
    if (found.get(id)?.need !== 'must') found.set(id, wanted);
  }
  return [...found.values()];
}
