import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { pages } from './frozen-names';
import { errorKind, type Log } from './log';
import type { Preferences } from './preferences';
import { visibleBounds } from './window-bounds';
import { mainWindowOptions } from './window-options';
import { giveRole } from './window-roles';

type Parts = {
  readonly preload: string;
  readonly devTools: boolean;
  readonly preferences: Preferences;
  /** Started with the computer: it waits in the tray. */
  readonly hidden: boolean;
  readonly log: Log;
};

let mainWindow: BrowserWindow | null = null;

/** The one main window, null before it opens and after it closes. */
export function currentWindow(): BrowserWindow | null {
  return mainWindow === null || mainWindow.isDestroyed() ? null : mainWindow;
}

/** Opens the main window; it shows itself when the page has painted. */
export function openMainWindow({ preload, devTools, preferences, hidden, log }: Parts): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = visibleBounds(preferences.get().bounds, workAreas);
  const dark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(mainWindowOptions({ preload, devTools, dark, bounds }));
  mainWindow = window;
  giveRole(window.webContents, 'main');
  if (bounds?.maximized === true) window.maximize();
  rememberBounds(window, preferences);
  window.once('ready-to-show', () => {
    if (!hidden) window.show();
  });
  window.once('closed', () => {
    mainWindow = null;
    // Also with a hidden print window still open.
    app.quit();
  });
  window.loadURL(pages.main).catch((error: unknown) => {
    log('error', `window did not load (${errorKind(error)})`);
  });
  return window;
}

/** Brings the window to the front, also from minimised or hidden. */
export function focusMainWindow(): void {
  const window = currentWindow();
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The seller looks at the main window right now. */
export function isMainWindowFocused(): boolean {
  const window = currentWindow();
  return window !== null && window.isVisible() && !window.isMinimized() && window.isFocused();
}

function rememberBounds(window: BrowserWindow, preferences: Preferences): void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    preferences.update({ bounds: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);
}
