import { useEffect, useRef, useState } from 'react';
import { isFocusLost } from '../../ui/focus-lost';
import type { InboxItem } from '#shared/domain/inbox';

const waitingTile = '.inbox-tile[tabindex="0"]';
/** With nothing left to file, the keys go on in the archive below. */
const archiveTile = '.evidence-tile[tabindex="0"]';

function focusFirst(...places: readonly (Element | string | null)[]): void {
  if (!isFocusLost()) return;
  for (const place of places) {
    const to = typeof place === 'string' ? document.querySelector(place) : place;
    if (to instanceof HTMLElement && to !== document.body && to.isConnected) {
      to.focus({ preventScroll: true });
      return;
    }
  }
}

/** When a question about waiting files goes, the focus goes back to where it was, or to the files that still wait. */
export function useFocusBack(): void {
  // Read while rendering: an effect comes after the first field has taken the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      focusFirst(before, waitingTile, archiveTile);
    },
    [before],
  );
}

/** Keeps the focus among the waiting files: when the one that has it is filed, what stands in its place gets it. */
export function useHeldTile(items: readonly InboxItem[]): {
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const held = useRef(false);
  const shown = useRef(items);
  useEffect(() => {
    const before = shown.current;
    shown.current = items;
    if (before !== items && held.current) focusFirst(waitingTile);
  }, [items]);
  useEffect(
    () => () => {
      if (held.current) focusFirst(archiveTile);
    },
    [],
  );
  return {
    onFocus: () => {
      held.current = true;
    },
    // Not told of an element that is taken away.
    onBlur: () => {
      held.current = false;
    },
  };
}
