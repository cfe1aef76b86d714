import { expect, test } from 'vitest';
import { loginItem } from '../../../electron/main/login-item';
import { openPreferences } from '../../../electron/main/preferences';
import { reminderControl } from '../../../electron/main/reminders/reminder-control';
import type { ReminderStatus } from '../../../shared/ipc/contract';
import { tempFolder } from './temp-folder';

const start = Date.UTC(2026, 10, 21, 2, 0);
const hour = 3_600_000;

async function setup(folder = tempFolder()) {
  const time = { now: start };
  const told: ReminderStatus[] = [];
  const login = { openAtLogin: false };
  const control = reminderControl({
    preferences: await openPreferences(folder, () => undefined),
    clock: { now: () => time.now, elapsed: () => 0 },
    loginItem: loginItem(
      {
        isPackaged: true,
        getLoginItemSettings: () => login,
        setLoginItemSettings: ({ openAtLogin }) => (login.openAtLogin = openAtLogin),
      },
      'win32',
      [],
    ),
    hasTray: () => true,
    changed: (status) => told.push(status),
  });
  return { folder, time, told, login, control };
}

test('what was chosen is told at once and still there after a restart', async () => {
  const { folder, told, login, control } = await setup();
  const chosen = {
    quiet: { on: true, from: 1380, to: 450 },
    sounds: { followUp: false, deadline: true, commitment: true, patrol: true },
    closeTo: 'tray',
    autostart: true,
  } as const;
  expect((await control.change(chosen)).settings).toEqual(chosen);
  expect(told.at(-1)?.settings).toEqual(chosen);
  expect(login.openAtLogin).toBe(true);
  const again = (await setup(folder)).control;
  expect(again.status().settings).toEqual({ ...chosen, autostart: false });
  expect(again.hush().quiet).toEqual(chosen.quiet);
});

test('a pause lasts an hour, survives a restart, and can be ended', async () => {
  const { folder, time, control } = await setup();
  expect((await control.pause(true)).pausedUntil).toBe(start + hour);
  expect((await setup(folder)).control.status().pausedUntil).toBe(start + hour);
  time.now = start + hour;
  expect(control.status().pausedUntil).toBeNull();
  await control.pause(true);
  expect((await control.pause(false)).pausedUntil).toBeNull();
  expect(control.hush().pause).toBeNull();
});
