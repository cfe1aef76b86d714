import { useEffect, useRef, type RefObject } from 'react';
import { isFocusLost } from '../../ui/focus-lost';
import { focusHome } from './focus-tile';

const stops = 'button:not(:disabled), input:not(:disabled), textarea, video, audio';

/**
 * Takes the focus, keeps Tab inside, takes it up again when the button or field that had it goes or can be pressed no
 * more, and gives it back to where it was.
 */
export function useFocusTrap(): RefObject<HTMLDivElement | null> {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = dialog.current;
    const before = document.activeElement;
    node?.focus();
    const keepInside = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Tab' || node === null) return;
      const reached = [...node.querySelectorAll<HTMLElement>(stops)];
      const first = reached[0];
      const last = reached.at(-1);
      const here = document.activeElement;
      // A dialog that was opened from this one keeps its own focus.
      if (here?.closest('.ant-modal') != null) return;
      if (event.shiftKey && (here === first || here === node)) {
        event.preventDefault();
        last?.focus();
      } else if (!event.shiftKey && (here === last || !node.contains(here))) {
        event.preventDefault();
        first?.focus();
      }
    };
    document.addEventListener('keydown', keepInside, true);
    // Without a focus no key would work, not even Escape.
    const changes = new MutationObserver(() => {
      if (isFocusLost()) (node?.querySelector<HTMLElement>('.annotate') ?? node)?.focus();
    });
    if (node !== null)
      changes.observe(node, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('keydown', keepInside, true);
      changes.disconnect();
      if (before instanceof HTMLElement) before.focus();
      focusHome(before);
    };
  }, []);
  return dialog;
}
