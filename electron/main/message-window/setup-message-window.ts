import { app, BrowserWindow, clipboard, globalShortcut, nativeTheme, screen } from 'electron';
import { eventSender } from '../../ipc/send-event';
import { pages } from '../frozen-names';
import type { AppLock } from '../lock/app-lock';
import { errorKind, type Log } from '../log';
import type { Language, Preferences } from '../preferences';
import { messageWindowOptions, messageWindowSize } from '../window-options';
import { giveRole } from '../window-roles';
import { createMessageWindow, type MessagePane, type MessageWindow, type PaneEvents } from './message-window';
import { placeNear } from './place-near';
import { createShortcut, type Shortcut } from './shortcut';

type Parts = {
  readonly preload: string;
  readonly devTools: boolean;
  readonly preferences: Preferences;
  readonly lock: Pick<AppLock, 'isLocked'>;
  readonly language: () => Language;
  readonly log: Log;
};

/** The message window and the keys that bring it up. The keys are asked for by `shortcut.start()`. */
export function setupMessageWindow(parts: Parts): {
  readonly messages: MessageWindow;
  readonly shortcut: Shortcut;
} {
  const { preload, devTools, preferences, lock, language, log } = parts;
  const messages = createMessageWindow({
    open: (events) => openPane(preload, devTools, events, log),
    writeText: (text) => clipboard.writeText(text),
    isLocked: lock.isLocked,
    language,
  });
  const shortcut = createShortcut({ system: globalShortcut, preferences, pressed: messages.press, log });
  app.on('will-quit', () => {
    globalShortcut.unregisterAll();
  });
  return { messages, shortcut };
}

function openPane(preload: string, devTools: boolean, events: PaneEvents, log: Log): MessagePane {
  const mac = process.platform === 'darwin';
  const dark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(messageWindowOptions({ preload, devTools, dark }, mac));
  giveRole(window.webContents, 'message');
  // Also over programs that fill the screen, and on the desktop the seller is on.
  window.setAlwaysOnTop(true, 'pop-up-menu');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  window.on('blur', events.left);
  window.once('closed', events.gone);
  window.webContents.once('render-process-gone', () => {
    log('error', 'message window crashed');
    window.destroy();
  });
  const send = eventSender(() => (window.isDestroyed() ? null : window.webContents));
  let painted = false;
  let wanted = false;
  const show = (): void => {
    const area = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea;
    window.setBounds(placeNear(area, messageWindowSize));
    window.show();
  };
  window.once('ready-to-show', () => {
    painted = true;
    if (wanted && !window.isDestroyed()) show();
  });
  window.loadURL(pages.message).catch((error: unknown) => {
    log('error', `message window did not load (${errorKind(error)})`);
  });
  return {
    isShown: () => wanted,
    show: () => {
      wanted = true;
      if (painted) show();
    },
    hide: () => {
      wanted = false;
      window.hide();
    },
    send: (state) => {
      send('messageWindow', state);
    },
    destroy: () => {
      window.destroy();
    },
  };
}
