import { expect, test } from 'vitest';
import { loginItem } from '../../../electron/main/login-item';

function setup(platform: string, isPackaged: boolean, argv: readonly string[] = [], openedAtLogin = false) {
  const set: unknown[] = [];
  const app = {
    isPackaged,
    getLoginItemSettings: () => ({ openAtLogin: set.length > 0, wasOpenedAtLogin: openedAtLogin }),
    setLoginItemSettings: (settings: object) => set.push(settings),
  };
  return { item: loginItem(app, platform, argv), set };
}

test('start at login is offered by the installed app on Windows and macOS only', () => {
  expect(setup('win32', true).item.available).toBe(true);
  expect(setup('darwin', true).item.available).toBe(true);
  expect(setup('linux', true).item.available).toBe(false);
  expect(setup('win32', false).item.available).toBe(false);
});

test('is switched on with an argument that tells Windows starts apart, and read back', () => {
  const { item, set } = setup('win32', true);
  expect(item.isOn()).toBe(false);
  item.set(true);
  expect(set).toEqual([{ openAtLogin: true, args: ['--hidden'] }]);
  expect(item.isOn()).toBe(true);
});

test('is never written where it is not available', () => {
  const { item, set } = setup('linux', true);
  item.set(true);
  expect(set).toEqual([]);
  expect(item.isOn()).toBe(false);
});

test('knows whether the computer started the app', () => {
  expect(setup('win32', true, ['app', '--hidden']).item.startedByIt()).toBe(true);
  expect(setup('win32', true, ['app']).item.startedByIt()).toBe(false);
  expect(setup('darwin', true, [], true).item.startedByIt()).toBe(true);
  expect(setup('linux', true, ['app', '--hidden']).item.startedByIt()).toBe(false);
});
