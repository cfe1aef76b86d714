import type { Clipboard, GlobalShortcut } from 'electron';
import { requireReady } from './lifecycle';
import { guard } from './not-implemented';

const pressed = new Map<string, () => void>();

/** Modifiers as Electron knows them; anything else but one key is no accelerator. */
const modifier =
  /^(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/i;

function spelled(accelerator: string): string {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  if (key === '' || modifier.test(key) || parts.some((part) => !modifier.test(part)))
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  return [...parts.map((part) => part.toLowerCase()).toSorted(), key.toLowerCase()].join('+');
}

/** Keys that another program has: `npm start` has no keys over other programs at all (`*`). */
function isTaken(keys: string): boolean {
  const taken = (process.env['STAND_IN_TAKEN_SHORTCUTS'] ?? '').split(',').filter(Boolean);
  return taken.some((one) => one === '*' || spelled(one) === keys);
}

/** Keys over all programs; only a driver presses them. */
export const globalShortcut = guard('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    requireReady('globalShortcut');
    const keys = spelled(accelerator);
    // As in Electron: keys that are taken are refused without an error, also those this app has already.
    if (isTaken(keys) || pressed.has(keys)) return false;
    pressed.set(keys, callback);
    return true;
  },
  unregister(accelerator: string): void {
    requireReady('globalShortcut');
    pressed.delete(spelled(accelerator));
  },
  isRegistered(accelerator: string): boolean {
    requireReady('globalShortcut');
    return pressed.has(spelled(accelerator));
  },
  unregisterAll(): void {
    requireReady('globalShortcut');
    pressed.clear();
  },
} satisfies Pick<GlobalShortcut, 'register' | 'unregister' | 'isRegistered' | 'unregisterAll'>);

/** Somebody presses keys in whatever program has the focus; false when the app has not registered them. */
export function pressShortcut(accelerator: string): boolean {
  const callback = pressed.get(spelled(accelerator));
  callback?.();
  return callback !== undefined;
}

let text = '';

/** The system's clipboard as main sees it: kept here, and read by the driver. Pages use the browser's own. */
export const clipboard = guard('clipboard', {
  async writeText(value: string): Promise<void> {
    text = value;
  },
  readText: async (): Promise<string> => text,
  clear(): void {
    text = '';
  },
} satisfies Pick<Clipboard, 'writeText' | 'readText' | 'clear'>);
