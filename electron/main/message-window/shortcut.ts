import type { MessageKeys, MessageKeysChoice } from '#shared/ipc/message-window';
import { errorKind, type Log } from '../log';
import type { Preferences } from '../preferences';

/** The system's keys over all programs; Electron's `globalShortcut`, or a test's own. */
export type SystemKeys = {
  readonly register: (keys: string, pressed: () => void) => boolean;
  readonly unregister: (keys: string) => void;
};

type Parts = {
  readonly system: SystemKeys;
  readonly preferences: Pick<Preferences, 'get' | 'update'>;
  readonly pressed: () => void;
  readonly log: Log;
};

export type Shortcut = {
  /** Asks the system for the chosen keys; called once at start. */
  readonly start: () => void;
  readonly status: () => MessageKeys;
  /** Takes other keys, or asks for the same once more. Those that work are not given up for some that do not. */
  readonly change: (choice: MessageKeysChoice) => MessageKeys;
};

/** The keys that bring up the message window, and whether the system gave them to us. */
export function createShortcut({ system, preferences, pressed, log }: Parts): Shortcut {
  let held: string | null = null;

  function take(keys: string): boolean {
    if (held === keys) return true;
    let taken = false;
    try {
      taken = system.register(keys, pressed);
    } catch (error) {
      log('warn', `shortcut not accepted (${errorKind(error)})`);
    }
    if (!taken) {
      log('warn', 'shortcut is taken by another program');
      return false;
    }
    if (held !== null) system.unregister(held);
    held = keys;
    return true;
  }

  function release(): void {
    if (held !== null) system.unregister(held);
    held = null;
  }

  function status(refused: string | null = null): MessageKeys {
    const { on, keys } = preferences.get().messageKeys;
    return { on, keys, works: held === keys, refused };
  }

  return {
    start: () => {
      const { on, keys } = preferences.get().messageKeys;
      if (on) take(keys);
    },
    status: () => status(),
    change: (choice) => {
      if (!choice.on) {
        release();
        preferences.update({ messageKeys: choice });
        return status();
      }
      if (!take(choice.keys)) {
        // The old ones, working or not, stay chosen; only turning on is kept.
        const { keys } = preferences.get().messageKeys;
        preferences.update({ messageKeys: { on: true, keys } });
        return status(choice.keys);
      }
      preferences.update({ messageKeys: choice });
      return status();
    },
  };
}
