import { useEffect, useState } from 'react';
import { isFocusLost } from '../../ui/focus-lost';

/** Gives a focus that was lost to `home`, or when that has gone too, to the piece of evidence that Tab would reach. */
export function focusHome(home: Element | null): void {
  if (!isFocusLost()) return;
  const tile = document.querySelector('.evidence-tile[tabindex="0"]');
  const to = home instanceof HTMLElement && home !== document.body && home.isConnected ? home : tile;
  if (to instanceof HTMLElement) to.focus({ preventScroll: true });
}

/** When this goes and takes the focus with it, the focus goes back to where it was before. */
export function useFocusReturn(): void {
  // Read while rendering: an effect comes after the first field has taken the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      focusHome(before);
    },
    [before],
  );
}
