import { EventEmitter } from 'node:events';
import type { Display, NativeTheme, Rectangle, SafeStorage, Screen, Shell } from 'electron';
import { tellDriver } from './driver-link';
import { requireReady } from './lifecycle';
import { guard } from './not-implemented';

/** The small APIs of the desktop: shell, power, theme, screens, key store. */

export const shell = guard('shell', {
  async openExternal(url: string): Promise<void> {
    tellDriver('openedOutside', 'openExternal', new URL(url).href);
  },
  showItemInFolder(path: string): void {
    tellDriver('openedOutside', 'showItemInFolder', path);
  },
  async openPath(path: string): Promise<string> {
    tellDriver('openedOutside', 'openPath', path);
    return '';
  },
} satisfies Pick<Shell, 'openExternal' | 'showItemInFolder' | 'openPath'>);

let idleSeconds = 0;

/** How long nobody has touched the computer, as the driver says. */
export function setIdleSeconds(seconds: number): void {
  idleSeconds = seconds;
}

/** Sleep, wake, lock, idle: only what the driver says happens. */
export const powerMonitor = guard(
  'powerMonitor',
  Object.assign(new EventEmitter(), { getSystemIdleTime: (): number => idleSeconds }),
);

let themeSource: NativeTheme['themeSource'] = 'system';
export const nativeTheme = guard(
  'nativeTheme',
  Object.defineProperties(new EventEmitter(), {
    themeSource: {
      get: (): NativeTheme['themeSource'] => themeSource,
      set(this: EventEmitter, source: NativeTheme['themeSource']) {
        themeSource = source;
        tellDriver('setColorScheme', source);
        this.emit('updated');
      },
      enumerable: true,
    },
    shouldUseDarkColors: { get: (): boolean => themeSource === 'dark', enumerable: true },
  }),
);

const AREA: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };
const DISPLAY = guard('Display', {
  id: 1,
  bounds: AREA,
  workArea: AREA,
  size: { width: AREA.width, height: AREA.height },
  workAreaSize: { width: AREA.width, height: AREA.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
} satisfies Partial<Display>) as unknown as Display;

function onlyDisplay(): Display {
  requireReady('screen');
  return DISPLAY;
}

/** One screen of a common size. */
export const screen = guard(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: onlyDisplay,
    getAllDisplays: () => [onlyDisplay()],
    getDisplayMatching: onlyDisplay,
    getDisplayNearestPoint: onlyDisplay,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  } satisfies Partial<Screen>),
);

/** No key store here, and it says so. */
export const safeStorage = guard('safeStorage', {
  isEncryptionAvailable: (): boolean => false,
} satisfies Pick<SafeStorage, 'isEncryptionAvailable'>);

function createImage(isEmpty: boolean): object {
  const image: object = guard('NativeImage', {
    isEmpty: () => isEmpty,
    setTemplateImage: () => {},
    isTemplateImage: () => false,
    resize: () => image,
    addRepresentation: () => {},
  });
  return image;
}

/** Pictures for icons: handed on, never drawn. */
export const nativeImage = guard('nativeImage', {
  createEmpty: () => createImage(true),
  createFromPath: () => createImage(false),
  createFromBuffer: () => createImage(false),
  createFromBitmap: () => createImage(false),
  createFromDataURL: () => createImage(false),
});
