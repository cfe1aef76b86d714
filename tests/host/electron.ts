/**
 * The stand-in for the `electron` module of the main process. Every name Electron 45 exports is here; what is not
 * implemented throws with its name as soon as it is used.
 */
import { missing } from './not-implemented';

export { app } from './app';
export { BrowserWindow } from './browser-window';
export { clipboard, globalShortcut } from './shortcuts';
export { nativeImage, nativeTheme, powerMonitor, safeStorage, screen, shell } from './desktop-apis';
export { dialog } from './dialog';
export { ipcMain } from './ipc-main';
export { Menu, MenuItem } from './menu';
export { Notification } from './notification';
export { protocol } from './protocol';
export { session } from './session';
export { Tray } from './tray';

export const autoUpdater = missing('autoUpdater');
export const BaseWindow = missing('BaseWindow');
export const BrowserView = missing('BrowserView');
export const ClipboardItem = missing('ClipboardItem');
export const contentTracing = missing('contentTracing');
export const crashReporter = missing('crashReporter');
export const desktopCapturer = missing('desktopCapturer');
export const ImageView = missing('ImageView');
export const inAppPurchase = missing('inAppPurchase');
export const IpcMainServiceWorker = missing('IpcMainServiceWorker');
export const MessageChannelMain = missing('MessageChannelMain');
export const net = missing('net');
export const netLog = missing('netLog');
export const powerSaveBlocker = missing('powerSaveBlocker');
export const pushNotifications = missing('pushNotifications');
export const sharedTexture = missing('sharedTexture');
export const ShareMenu = missing('ShareMenu');
export const systemPreferences = missing('systemPreferences');
export const TouchBar = missing('TouchBar');
export const utilityProcess = missing('utilityProcess');
export const View = missing('View');
export const webContents = missing('webContents');
export const WebContentsView = missing('WebContentsView');
export const webFrameMain = missing('webFrameMain');
export const WebSocket = missing('WebSocket');
