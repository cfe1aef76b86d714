import { describe, expect, test } from 'vitest';
import {
  createMessageWindow,
  type MessagePane,
  type PaneEvents,
} from '../../../../electron/main/message-window/message-window';
import { placeNear } from '../../../../electron/main/message-window/place-near';
import type { MessageWindowState } from '../../../../shared/ipc/message-window';

/** Windows that note what is done to them. */
function setup() {
  const made: { shown: boolean; alive: boolean; told: MessageWindowState[]; events: PaneEvents }[] = [];
  const copied: string[] = [];
  let locked = false;
  let refusing = false;
  const messages = createMessageWindow({
    open: (events): MessagePane => {
      const pane = { shown: false, alive: true, told: [] as MessageWindowState[], events };
      made.push(pane);
      return {
        isShown: () => pane.shown,
        show: () => {
          pane.shown = true;
        },
        hide: () => {
          pane.shown = false;
          // As the system does when a window goes.
          events.left();
        },
        send: (state) => pane.told.push(state),
        destroy: () => {
          pane.alive = false;
          events.gone();
        },
      };
    },
    writeText: async (text) => {
      if (refusing) throw new Error('the clipboard is in use');
      copied.push(text);
    },
    isLocked: () => locked,
    language: () => 'zh-CN',
  });
  return {
    messages,
    made,
    copied,
    lock: (value: boolean) => {
      locked = value;
      messages.lockChanged();
    },
    refuse: () => {
      refusing = true;
    },
  };
}

describe('the message window', () => {
  test('comes with the first press, goes with the second, and is the same one at the third', () => {
    const { messages, made } = setup();
    messages.press();
    expect(made[0]?.shown).toBe(true);
    messages.press();
    expect(made[0]?.shown).toBe(false);
    expect(made[0]?.told.at(-1)).toMatchObject({ shown: false });
    messages.press();
    expect(made).toHaveLength(1);
    expect(made[0]?.told.at(-1)).toMatchObject({ shown: true });
  });

  test('goes when the seller goes elsewhere', () => {
    const { messages, made } = setup();
    messages.press();
    made[0]?.events.left();
    expect(made[0]?.shown).toBe(false);
    expect(messages.state().shown).toBe(false);
  });

  test('knows the case that is open, or was looked at last, and whether there is data to show', () => {
    const { messages } = setup();
    expect(messages.state()).toMatchObject({ caseId: null, ready: false });
    messages.setReady(true);
    messages.setOpenCase('01A');
    messages.setOpenCase(null);
    expect(messages.state()).toMatchObject({ caseId: '01A', ready: true });
  });

  test('copying puts it away; a clipboard that refuses does not', async () => {
    const { messages, made, copied, refuse } = setup();
    messages.press();
    await messages.copy('亲，$& {买家ID}');
    expect(copied).toEqual(['亲，$& {买家ID}']);
    expect(made[0]?.shown).toBe(false);
    messages.press();
    refuse();
    await expect(messages.copy('x')).rejects.toThrow('in use');
    expect(made[0]?.shown).toBe(true);
  });

  test('locked, the page is gone with all it held, and the next one is told no case', () => {
    const { messages, made, lock } = setup();
    messages.setReady(true);
    messages.setOpenCase('01A');
    messages.press();
    lock(true);
    expect(made[0]?.alive).toBe(false);
    messages.press();
    expect(made).toHaveLength(2);
    expect(made[1]?.told).toEqual([
      { shown: true, turn: 2, locked: true, ready: false, caseId: null, language: 'zh-CN' },
    ]);
    lock(false);
    expect(made[1]?.alive).toBe(false);
    expect(messages.state()).toMatchObject({ locked: false, caseId: null, ready: false });
  });

  test('crashed, the next press makes a new one', () => {
    const { messages, made } = setup();
    messages.press();
    made[0]?.events.gone();
    messages.press();
    expect(made).toHaveLength(2);
  });
});

test('it stands in the middle of the screen the mouse is on, and never beyond it', () => {
  const size = { width: 760, height: 500 };
  expect(placeNear({ x: 1920, y: 0, width: 1920, height: 1000 }, size)).toEqual({
    x: 2500,
    y: 125,
    ...size,
  });
  expect(placeNear({ x: 0, y: 24, width: 640, height: 400 }, size)).toEqual({
    x: 0,
    y: 24,
    width: 640,
    height: 400,
  });
});
