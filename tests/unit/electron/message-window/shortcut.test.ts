import { describe, expect, test } from 'vitest';
import { createShortcut } from '../../../../electron/main/message-window/shortcut';
import type { PreferencesData } from '../../../../electron/main/preferences';

const usual = { on: true, keys: 'Ctrl+Shift+Space' };

/** A system in which some keys belong to others. */
function setup(taken: readonly string[] = [], choice = usual) {
  const held = new Map<string, () => void>();
  let kept = choice;
  let presses = 0;
  const shortcut = createShortcut({
    system: {
      register: (keys, pressed) => {
        if (keys === 'Ctrl+Alt+F20') throw new TypeError('conversion failure');
        if (taken.includes(keys) || held.has(keys)) return false;
        held.set(keys, pressed);
        return true;
      },
      unregister: (keys) => held.delete(keys),
    },
    preferences: {
      get: () => ({ messageKeys: kept }) as PreferencesData,
      update: (change) => {
        kept = change.messageKeys ?? kept;
      },
    },
    pressed: () => {
      presses += 1;
    },
    log: () => undefined,
  });
  return { shortcut, held, kept: () => kept, presses: () => presses };
}

describe('the keys of the message window', () => {
  test('are taken at start and bring it up', () => {
    const { shortcut, held, presses } = setup();
    expect(shortcut.status().works).toBe(false);
    shortcut.start();
    expect(shortcut.status()).toEqual({ ...usual, works: true, refused: null });
    held.get('Ctrl+Shift+Space')?.();
    expect(presses()).toBe(1);
  });

  test('off, nothing is taken', () => {
    const { shortcut, held } = setup([], { ...usual, on: false });
    shortcut.start();
    expect(held.size).toBe(0);
    expect(shortcut.status().works).toBe(false);
  });

  test('taken by another program, it is said, and tried again when asked', () => {
    const taken = ['Ctrl+Shift+Space'];
    const { shortcut } = setup(taken);
    shortcut.start();
    expect(shortcut.status()).toMatchObject({ on: true, works: false });
    expect(shortcut.change(usual)).toMatchObject({ works: false, refused: 'Ctrl+Shift+Space' });
    taken.length = 0;
    expect(shortcut.change(usual)).toEqual({ ...usual, works: true, refused: null });
  });

  test('changed, the old ones are given back', () => {
    const { shortcut, held, kept } = setup();
    shortcut.start();
    const other = { on: true, keys: 'Ctrl+Alt+M' };
    expect(shortcut.change(other)).toMatchObject({ keys: 'Ctrl+Alt+M', works: true });
    expect([...held.keys()]).toEqual(['Ctrl+Alt+M']);
    expect(kept()).toEqual(other);
  });

  test.each(['Ctrl+Alt+M', 'Ctrl+Alt+F20'])(
    'changed to %s, which cannot be had, those that work are kept',
    (keys) => {
      const { shortcut, held, kept } = setup(['Ctrl+Alt+M']);
      shortcut.start();
      expect(shortcut.change({ on: true, keys })).toEqual({ ...usual, works: true, refused: keys });
      expect([...held.keys()]).toEqual(['Ctrl+Shift+Space']);
      expect(kept()).toEqual(usual);
    },
  );

  test('turned off, they are given back; turned on, taken again', () => {
    const { shortcut, held } = setup();
    shortcut.start();
    expect(shortcut.change({ ...usual, on: false })).toMatchObject({ on: false, works: false });
    expect(held.size).toBe(0);
    expect(shortcut.change(usual).works).toBe(true);
    expect(held.size).toBe(1);
  });
});
