import { describe, expect, test } from 'vitest';
import {
  defaultMessageKeys,
  problemOfShortcut,
  shortcutOf,
  type KeyPress,
} from '../../../shared/domain/shortcut-keys';
import { messageKeysRequestSchema, messageKeysSchema } from '../../../shared/ipc/message-window';

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

describe('keys over all programs', () => {
  test.each([
    [press('Space', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Space'],
    [press('KeyM', { altKey: true, ctrlKey: true }), 'Ctrl+Alt+M'],
    [press('Digit5', { metaKey: true, shiftKey: true }), 'Shift+Super+5'],
    [press('ArrowUp', { ctrlKey: true, altKey: true }), 'Ctrl+Alt+Up'],
    [press('F9', { ctrlKey: true }), 'Ctrl+F9'],
    [press('ShiftLeft', { ctrlKey: true, shiftKey: true }), null],
    [press('ControlRight', { ctrlKey: true }), null],
  ])('a press is written as %s → %s', (keys, written) => {
    expect(shortcutOf(keys)).toBe(written);
  });

  test.each([
    [defaultMessageKeys, null],
    ['Ctrl+Alt+M', null],
    ['Super+F9', null],
    ['M', 'noModifier'],
    ['Shift+M', 'noModifier'],
    ['F5', 'noModifier'],
    ['Ctrl+C', 'usedEverywhere'],
    ['Ctrl+V', 'usedEverywhere'],
    ['Alt+F4', 'usedEverywhere'],
    ['Ctrl+Escape', 'unknownKey'],
    ['Ctrl+MediaPlayPause', 'unknownKey'],
    ['Shift+Ctrl+M', 'unknownKey'],
    ['Ctrl+Ctrl+M', 'unknownKey'],
    ['Ctrl+', 'unknownKey'],
    ['', 'unknownKey'],
    ['Ctrl+M\nX', 'unknownKey'],
  ])('%j: %s', (keys, problem) => {
    expect(problemOfShortcut(keys)).toBe(problem);
  });

  test('main takes no others from the page, and replaces damaged ones of its own file', () => {
    expect(messageKeysRequestSchema.safeParse({ on: true, keys: 'Ctrl+C' }).success).toBe(false);
    expect(messageKeysSchema.parse({ on: true, keys: 'rubbish' })).toEqual({
      on: true,
      keys: defaultMessageKeys,
    });
  });
});
