import { useEffect, useRef, type FocusEvent } from 'react';
import { isFocusLost } from '../../ui/focus-lost';
import type { EvidenceId } from '#shared/domain/ids';

/**
 * Keeps the focus among pieces: when the one that has it is deleted or goes to another group, `focus` is told to give it
 * to that piece where it is now, or to the one that stands in its place.
 * @param ids everything on screen, in its order
 */
export function useHeldFocus(
  ids: readonly EvidenceId[],
  focus: (id: EvidenceId) => void,
): { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: () => void } {
  const held = useRef<EvidenceId | null>(null);
  const order = useRef(ids);
  useEffect(() => {
    const before = order.current;
    order.current = ids;
    const id = held.current;
    if (before === ids || id === null || !isFocusLost()) return;
    const at = Math.min(before.indexOf(id), ids.length - 1);
    const next = ids.includes(id) ? id : ids[Math.max(0, at)];
    if (next !== undefined) focus(next);
  }, [ids, focus]);
  return {
    onFocus: ({ target }) => {
      const id = target instanceof HTMLElement ? target.dataset['evidenceId'] : undefined;
      held.current = (id as EvidenceId | undefined) ?? null;
    },
    // Not told of an element that is taken away.
    onBlur: () => {
      held.current = null;
    },
  };
}
