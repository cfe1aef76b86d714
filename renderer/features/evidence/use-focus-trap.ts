import { useEffect, useRef, type RefObject } from 'react';

/** Takes the focus, keeps Tab inside, and gives the focus back to where it was. */
export function useFocusTrap(): RefObject<HTMLDivElement | null> {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = dialog.current;
    const before = document.activeElement;
    node?.focus();
    const keepInside = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Tab' || node === null) return;
      const stops = [...node.querySelectorAll<HTMLElement>('button:not(:disabled), video, audio')];
      const first = stops[0];
      const last = stops.at(-1);
      const here = document.activeElement;
      if (event.shiftKey && (here === first || here === node)) {
        event.preventDefault();
        last?.focus();
      } else if (!event.shiftKey && (here === last || !node.contains(here))) {
        event.preventDefault();
        first?.focus();
      }
    };
    document.addEventListener('keydown', keepInside, true);
    return () => {
      document.removeEventListener('keydown', keepInside, true);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return dialog;
}
