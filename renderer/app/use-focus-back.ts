import { useEffect, useRef } from 'react';
import { useScreen } from '../state/screen-store';

/** Gives the focus back to what opened an overlay when it closes and leaves the focus nowhere. */
export function useFocusBack(isOpen: boolean): void {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(
    () =>
      useScreen.subscribe((now, before) => {
        if (now.overlay === null || now.overlay === before.overlay) return;
        const active = document.activeElement;
        // Opened from another overlay (the palette): what had the focus before that one is meant.
        const counts = active instanceof HTMLElement && active !== document.body;
        if (counts && active.closest('[role="dialog"]') === null) opener.current = active;
      }),
    [],
  );
  useEffect(() => {
    if (isOpen || document.activeElement !== document.body) return;
    opener.current?.focus({ preventScroll: true });
  }, [isOpen]);
}
