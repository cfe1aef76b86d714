import { create } from 'zustand';
import type { EvidenceId } from '#shared/domain/ids';

type Selection = {
  readonly ids: ReadonlySet<EvidenceId>;
  /** Where a range with Shift begins. */
  readonly anchor: EvidenceId | null;
  /** Whether the seller is asked which case the selected pieces go to. */
  readonly moving: boolean;
};
type Picked = Pick<Selection, 'ids' | 'anchor'>;

/** Which pieces are selected, in the archive or in a case; a restart forgets it. */
export const useSelection = create<Selection>()(() => ({ ids: new Set(), anchor: null, moving: false }));

export type Gesture = 'only' | 'toggle' | 'range';

/** What a click means: with Ctrl one more or less, with Shift everything up to here, plain this one alone. */
export function gestureOf(event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): Gesture {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

/** The selection after a click or key on a piece. `order` is everything on screen, in its order. */
export function selectBy(
  { ids, anchor }: Picked,
  id: EvidenceId,
  gesture: Gesture,
  order: readonly EvidenceId[],
): Picked {
  if (gesture === 'only') return { ids: new Set([id]), anchor: id };
  if (gesture === 'toggle') {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    return { ids: next, anchor: id };
  }
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return { ids: new Set([id]), anchor: id };
  return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor };
}

/** Selects nothing. */
export function clearSelection(): void {
  useSelection.setState({ ids: new Set(), anchor: null, moving: false });
}

/** Selects everything given. */
export function selectAll(ids: readonly EvidenceId[]): void {
  useSelection.setState({ ids: new Set(ids), anchor: ids[0] ?? null });
}

/** Selects pieces and asks which case they go to. */
export function startMoving(ids: readonly EvidenceId[]): void {
  useSelection.setState({ ids: new Set(ids), anchor: ids[0] ?? null, moving: true });
}
