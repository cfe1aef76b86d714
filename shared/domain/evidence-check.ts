import type { Evidence } from './evidence';
import type { EvidenceSlot } from '../knowledge/evidence-slots';

/** A piece that fills a slot; `guessed` when nobody said so and only its kind fits. */
export type Filled = { readonly item: Evidence; readonly guessed: boolean };

/** How far a slot is: nothing there, waits for the seller's look (R17), buyer was asked again, or done. */
export type SlotState = 'missing' | 'toJudge' | 'askAgain' | 'done';

export type SlotCheck = {
  readonly slot: EvidenceSlot;
  readonly filled: readonly Filled[];
  readonly state: SlotState;
  /** How many more pieces are needed; 0 when done. */
  readonly lacking: number;
};

/**
 * Puts a case's evidence into its slots: what the seller chose first, then the rest by kind, in the order it came in;
 * each piece once. A piece the buyer was asked to take again does not count, and where a look is needed only accepted
 * ones do (R17).
 */
export function checkEvidence(
  slots: readonly EvidenceSlot[],
  items: readonly Evidence[],
): readonly SlotCheck[] {
  const filled = new Map<string, Filled[]>(slots.map(({ id }) => [id, []]));
  const isOpen = (slot: EvidenceSlot): boolean =>
    (filled.get(slot.id) ?? []).filter(({ item }) => item.verdict?.state !== 'askAgain').length <
    slot.atLeast;
  for (const item of items) {
    if (item.slot !== undefined && item.slot !== null) filled.get(item.slot)?.push({ item, guessed: false });
  }
  for (const item of items) {
    // A slot of a list the case no longer has does not hold the piece back.
    if (item.slot !== undefined && item.slot !== null && filled.has(item.slot)) continue;
    // A marked-up or cut copy proves nothing that its original does not prove.
    if (item.derivedFrom !== undefined) continue;
    const open = slots.filter((slot) => !slot.chosenOnly && slot.kinds.includes(item.kind) && isOpen(slot));
    // The slot whose first kind this is comes before one that merely takes it too.
    const best = open.find(({ kinds }) => kinds[0] === item.kind) ?? open[0];
    if (best !== undefined) filled.get(best.id)?.push({ item, guessed: true });
  }
  return slots.map((slot) => judgeSlot(slot, filled.get(slot.id) ?? []));
}

function judgeSlot(slot: EvidenceSlot, filled: readonly Filled[]): SlotCheck {
  const usable = filled.filter(({ item }) => item.verdict?.state !== 'askAgain');
  const counted = slot.accept ? usable.filter(({ item }) => item.verdict?.state === 'accepted') : usable;
  const lacking = Math.max(0, slot.atLeast - counted.length);
  const state: SlotState =
    lacking === 0
      ? 'done'
      : usable.length >= slot.atLeast
        ? 'toJudge'
        : filled.length > usable.length
          ? 'askAgain'
          : 'missing';
  return { slot, filled, state, lacking };
}
