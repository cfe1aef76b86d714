import { Menu } from 'electron';
import type { SendEvent } from '../ipc/send-event';
import { menuTemplate } from './menu-template';
import type { Language } from './preferences';

/** Before ready: Electron would otherwise build its default menu first. */
export function skipDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Puts up the menu; called again when the language changes. */
export function setupMenu(language: Language, send: SendEvent): void {
  const template = menuTemplate(language, process.platform === 'darwin', send);
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
}
