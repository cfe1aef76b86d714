import { app } from './app';
import type { StandInBrowserWindow } from './browser-window';
import { setClockOffset } from './clock';
import type { HostCalls } from './control';
import { powerMonitor, setIdleSeconds } from './desktop-apis';
import { clickMenuItem, menuFacts, StandInMenu } from './menu';
import { clickShownNotification, shownNotifications } from './notification';
import { askInPage } from './page-dialogs';
import type { Handlers } from './rpc';
import { clipboard, pressShortcut } from './shortcuts';
import { askBeforeRequest, askPermission } from './session';
import { clickTrayIcon, clickTrayMenuItem, trayFacts } from './tray';
import { openWindows } from './windows';

function windowOf(windowId: number): StandInBrowserWindow {
  const window = openWindows.get(windowId);
  if (window === undefined) throw new Error(`no window ${windowId}`);
  return window;
}

/** What the driver may ask of the host: the outside world acting on the app, and facts about it. */
export const hostCalls: Handlers<HostCalls> = {
  quit: () => {
    // Answered first: the process may be gone a moment later.
    setImmediate(() => app.quit());
    return null;
  },
  windows: () =>
    [...openWindows.values()].map((window) => ({
      windowId: window.id,
      url: window.webContents.getURL(),
      isVisible: window.isVisible(),
      isAlwaysOnTop: window.isAlwaysOnTop(),
      title: window.getTitle(),
    })),
  requestClose: (windowId) => {
    windowOf(windowId).close();
    return null;
  },
  pageGone: (windowId, reason) => {
    const window = openWindows.get(windowId);
    if (reason === 'closed') window?.pageGone();
    else window?.webContents.losePage(reason);
    return null;
  },
  hideWindow: (windowId) => {
    windowOf(windowId).hide();
    return null;
  },
  showWindow: (windowId) => {
    windowOf(windowId).show();
    return null;
  },
  notifications: shownNotifications,
  clickNotification: (index) => {
    clickShownNotification(index);
    return null;
  },
  setClockOffset: (offsetMs) => {
    setClockOffset(offsetMs);
    return null;
  },
  setIdleSeconds: (seconds) => {
    setIdleSeconds(seconds);
    return null;
  },
  emitPower: (event) => {
    powerMonitor.emit(event);
    return null;
  },
  pressShortcut,
  clipboardText: () => clipboard.readText(),
  blurWindow: (windowId) => {
    windowOf(windowId).blur();
    return null;
  },
  menu: () => menuFacts(StandInMenu.getApplicationMenu()),
  clickMenu: (idOrLabel) => {
    clickMenuItem(StandInMenu.getApplicationMenu(), idOrLabel);
    return null;
  },
  trays: trayFacts,
  clickTray: (index) => {
    clickTrayIcon(index);
    return null;
  },
  clickTrayMenu: (index, idOrLabel) => {
    clickTrayMenuItem(index, idOrLabel);
    return null;
  },
  badgeCount: () => app.getBadgeCount(),
  askInPage,
  askWebRequest: askBeforeRequest,
  askPermission: async (permission, origin) => {
    const [window] = openWindows.values();
    return await askPermission(window?.webContents ?? null, permission, origin);
  },
};
