import { describe, expect, test } from 'vitest';
import { visibleBounds } from '../../../electron/main/window-bounds';
import {
  mainWindowOptions,
  messageWindowOptions,
  printWindowOptions,
} from '../../../electron/main/window-options';

const locked = {
  preload: '/app/out/preload/index.cjs',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: false,
};
const look = { preload: locked.preload, devTools: false, dark: false, bounds: null };

describe('the main window', () => {
  test('has exactly these rights, and no others', () => {
    expect(mainWindowOptions(look).webPreferences).toEqual(locked);
  });

  test('has developer tools only when asked for', () => {
    expect(mainWindowOptions({ ...look, devTools: true }).webPreferences?.devTools).toBe(true);
  });

  test('stays hidden until painted, on the colour of the theme, and never too small', () => {
    expect(mainWindowOptions(look)).toMatchObject({
      show: false,
      minWidth: 960,
      minHeight: 640,
      backgroundColor: '#f6f5f1',
    });
    expect(mainWindowOptions({ ...look, dark: true }).backgroundColor).toBe('#15171b');
  });

  test('opens where it was', () => {
    const bounds = { x: 10, y: 20, width: 1000, height: 700, maximized: true };
    expect(mainWindowOptions({ ...look, bounds })).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
    expect(mainWindowOptions(look)).not.toHaveProperty('x');
  });
});

test('the print window is hidden and as locked as the main one, only not slowed down', () => {
  const options = printWindowOptions(locked.preload);
  expect(options.show).toBe(false);
  expect(options.webPreferences).toEqual({ ...locked, backgroundThrottling: false });
});

test('the message window is as locked as the main one, without a frame, over all others, hidden at first', () => {
  const options = messageWindowOptions(look, false);
  expect(options.webPreferences).toEqual(locked);
  expect(options).toMatchObject({ show: false, frame: false, alwaysOnTop: true, skipTaskbar: true });
  expect(options).not.toHaveProperty('type');
  expect(messageWindowOptions(look, true)).toMatchObject({ type: 'panel', webPreferences: locked });
});

describe('remembered bounds', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 200, width: 1280, height: 1000 },
  ];
  const at = (x: number, y: number, width = 1280, height = 820) => ({
    x,
    y,
    width,
    height,
    maximized: false,
  });

  test.each([
    ['on the first screen', at(100, 100)],
    ['on the second screen', at(2000, 300)],
    ['across both', at(1500, 300)],
    ['half out to the left', at(-640, 0)],
    ['reaching below the screen', at(0, 900)],
  ])('are used %s', (_what, bounds) => {
    expect(visibleBounds(bounds, screens)).toEqual(bounds);
  });

  test.each([
    ['on a screen that is gone', at(4000, 100)],
    ['with the title bar above the screen', at(100, -200)],
    ['with only a sliver showing', at(-1200, 100)],
    ['below everything', at(100, 1030)],
  ])('are not used %s', (_what, bounds) => {
    expect(visibleBounds(bounds, screens)).toBeNull();
  });

  test('are nothing the first time, or without a screen', () => {
    expect(visibleBounds(null, screens)).toBeNull();
    expect(visibleBounds(at(0, 0), [])).toBeNull();
  });
});
