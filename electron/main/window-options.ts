import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { WindowBounds } from './preferences';

/** Window background before the page paints: paper or ink of the theme, so nothing flashes white. */
const background = { light: '#f6f5f1', dark: '#15171b' } as const;

/** The same locked page for every window; each line is asserted in a test (A1, items 2 to 11). */
export function lockedPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
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
    // The spell checker downloads its dictionaries.
    spellcheck: false,
    devTools,
  };
}

type Look = {
  readonly preload: string;
  readonly devTools: boolean;
  readonly dark: boolean;
  /** Null: the system places a window of the default size. */
  readonly bounds: WindowBounds | null;
};

/** Options of the one main window. */
export function mainWindowOptions({
  preload,
  devTools,
  dark,
  bounds,
}: Look): BrowserWindowConstructorOptions {
  const place =
    bounds === null
      ? { width: 1280, height: 820 }
      : { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
  return {
    ...place,
    title: '留底 Liudi',
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: dark ? background.dark : background.light,
    webPreferences: lockedPreferences(preload, devTools),
  };
}

/** Options of the hidden window a slip is printed from; paper is white whatever the theme. */
export function printWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 800,
    height: 1000,
    show: false,
    skipTaskbar: true,
    backgroundColor: '#ffffff',
    // A hidden page would otherwise be slowed down while it draws.
    webPreferences: { ...lockedPreferences(preload, false), backgroundThrottling: false },
  };
}

/** Size of the message window, in points of the screen. */
export const messageWindowSize = { width: 760, height: 500 } as const;

/** Options of the small window with messages that lies over any program; hidden until it is called. */
export function messageWindowOptions(
  { preload, devTools, dark }: Omit<Look, 'bounds'>,
  mac: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...messageWindowSize,
    title: '留底 Liudi',
    show: false,
    frame: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    // A panel comes up without taking the chat program's place.
    ...(mac ? { type: 'panel' } : {}),
    backgroundColor: dark ? background.dark : background.light,
    webPreferences: lockedPreferences(preload, devTools),
  };
}
