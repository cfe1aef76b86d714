import { app, type BrowserWindow, dialog } from 'electron';
import { type CloseAnswer, closeHandler } from './close-behaviour';
import { nativeText } from './native-text';
import type { Language } from './preferences';
import { isQuitting } from './quit';
import type { ReminderControl } from './reminders/reminder-control';

type Parts = {
  readonly control: ReminderControl;
  readonly language: () => Language;
};

/** Closing the window goes to the tray, asked once in plain words. On macOS the dock brings the window back too. */
export function setupClose(window: BrowserWindow, { control, language }: Parts): void {
  const status = () => control.status();
  const handle = closeHandler({
    facts: () => ({
      quitting: isQuitting(),
      hasTray: status().hasTray,
      closeTo: status().settings.closeTo,
    }),
    ask: () => askWhere(window, control, language()),
    remember: control.closeTo,
    hide: () => {
      window.hide();
    },
    quit: () => {
      app.quit();
    },
  });
  window.on('close', handle);
  app.on('activate', () => {
    if (!window.isDestroyed()) window.show();
  });
}

async function askWhere(
  window: BrowserWindow,
  control: ReminderControl,
  language: Language,
): Promise<CloseAnswer> {
  const text = nativeText(language);
  const { settings, canAutostart } = control.status();
  const { response, checkboxChecked } = await dialog.showMessageBox(window, {
    type: 'question',
    title: text.appName,
    message: text.closeQuestion,
    detail: text.closeDetail,
    buttons: [text.closeToTray, text.closeQuit, text.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
    ...(canAutostart ? { checkboxLabel: text.startAtLogin, checkboxChecked: settings.autostart } : {}),
  });
  if (response === 2) return 'stay';
  if (canAutostart && checkboxChecked !== settings.autostart)
    await control.change({ ...settings, autostart: checkboxChecked });
  return response === 0 ? 'tray' : 'quit';
}
