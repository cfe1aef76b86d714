import type { MenuItemConstructorOptions } from 'electron';
import type { SendEvent } from '../ipc/send-event';
import { type MenuLabel, nativeText } from './native-text';
import type { Language } from './preferences';

/** The renderer's commands that have a place in the menu. */
type MenuCommand = 'newCase' | 'search' | 'today';

/**
 * The menu as data. `search` shows its key but does not take it (`registerAccelerator`): the page answers that
 * one itself, and one press must be one command. New case is a bare `N` in the page, which a menu cannot have.
 */
export function menuTemplate(
  language: Language,
  mac: boolean,
  send: SendEvent,
): readonly MenuItemConstructorOptions[] {
  const label = nativeText(language).menu;
  const command = (name: MenuCommand, keys: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
    ...keys,
    label: label[name],
    click: () => {
      send('command', { name });
    },
  });
  const role = (role: NonNullable<MenuItemConstructorOptions['role']>, name: MenuLabel) => ({
    role,
    label: label[name],
  });
  const line = { type: 'separator' } as const;
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: label.file,
      submenu: [
        command('newCase', { accelerator: 'CmdOrCtrl+N' }),
        command('search', { accelerator: 'CmdOrCtrl+K', registerAccelerator: false }),
        command('today', {}),
        line,
        mac ? role('close', 'close') : role('quit', 'quit'),
      ],
    },
    {
      label: label.edit,
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        line,
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
      ],
    },
    {
      label: label.view,
      submenu: [
        role('zoomIn', 'zoomIn'),
        role('zoomOut', 'zoomOut'),
        role('resetZoom', 'resetZoom'),
        line,
        role('togglefullscreen', 'fullscreen'),
      ],
    },
    { label: label.window, submenu: [role('minimize', 'minimize'), role('close', 'close')] },
  ];
}
