/** The keys that bring up the message window over any program, as they are delivered. */
export const defaultMessageKeys = 'Ctrl+Shift+Space';

const modifiers = ['Ctrl', 'Alt', 'Shift', 'Super'] as const;
const key = /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/;

/** What every program needs itself: a shortcut over all of them would take it away everywhere. */
const usedEverywhere: ReadonlySet<string> = new Set([
  ...['A', 'C', 'F', 'N', 'O', 'P', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z', 'Space'].map((one) => `Ctrl+${one}`),
  ...['A', 'C', 'F', 'N', 'O', 'Q', 'S', 'V', 'W', 'X', 'Z', 'Space'].map((one) => `Super+${one}`),
  'Ctrl+Insert',
  'Ctrl+Home',
  'Ctrl+End',
  'Ctrl+Left',
  'Ctrl+Right',
  'Ctrl+Shift+Z',
  'Alt+F4',
  'Alt+Space',
  'Alt+Left',
  'Alt+Right',
]);

/** Why keys cannot be a shortcut over all programs. */
export type ShortcutProblem = 'unknownKey' | 'noModifier' | 'usedEverywhere';

/** What is wrong with keys like `Ctrl+Shift+Space`, or null. Names and order as `shortcutOf` writes them. */
export function problemOfShortcut(keys: string): ShortcutProblem | null {
  const parts = keys.split('+');
  const last = parts.pop() ?? '';
  const inOrder = modifiers.filter((one) => parts.includes(one));
  if (!key.test(last) || inOrder.join('+') !== parts.join('+')) return 'unknownKey';
  if (inOrder.every((one) => one === 'Shift')) return 'noModifier';
  return usedEverywhere.has(keys) ? 'usedEverywhere' : null;
}

/** A key press as the browser tells it. */
export type KeyPress = {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
};

/** The keys of a press, by their place on the keyboard whatever it types; null while only Ctrl, Alt … are down. */
export function shortcutOf(press: KeyPress): string | null {
  if (/^(?:Control|Alt|Shift|Meta|OS|Fn|CapsLock)/.test(press.code)) return null;
  const held = [press.ctrlKey, press.altKey, press.shiftKey, press.metaKey];
  const last = press.code.replace(/^(?:Key|Digit|Arrow)/, '');
  return [...modifiers.filter((_one, at) => held[at]), last].join('+');
}
