import { useEffect } from 'react';
import { useScreen } from '../state/screen-store';
import { isComposing } from '../ui/is-composing';
import { commands } from './commands';

/** True where typing letters means text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'))
  );
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  // With a single sign Shift is part of the sign already (`?`).
  const shift = ctrl !== '' && event.shiftKey ? 'Shift+' : '';
  return `${ctrl}${event.altKey ? 'Alt+' : ''}${shift}${key}`;
}

/** Runs commands by key: never single letters while typing, composing, or with a dialog open. */
export function useHotkeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || isComposing(event)) return;
      const keys = keysOf(event);
      const single = !keys.includes('+') || keys === '+';
      const blocked =
        useScreen.getState().overlay !== null || document.querySelector('[role="dialog"]') !== null;
      if (blocked || (single && isTyping(event.target))) return;
      const command = commands.find((one) => one.keys === keys);
      if (command === undefined || !command.enabled()) return;
      // In a text field the key takes back typing.
      if (command.notWhileTyping === true && isTyping(event.target)) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
