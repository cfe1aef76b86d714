import type { BrowserWindow as ElectronWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { askDriver, tellDriver } from './driver-link';
import { GuardedEmitter } from './guarded-emitter';
import { requireReady } from './lifecycle';
import { guard } from './not-implemented';
import { createEvent } from './stand-in-event';
import { StandInWebContents } from './web-contents';
import { forgetWindow, hasFocus, moveFocus, openWindows, rememberWindow } from './windows';

type Implemented = Pick<
  ElectronWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'close'
  | 'destroy'
  | 'reload'
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'minimize'
  | 'maximize'
  | 'unmaximize'
  | 'restore'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'getTitle'
  | 'setTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'flashFrame'
  | 'setBackgroundColor'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'setVisibleOnAllWorkspaces'
>;

const DEFAULT_SIZE = { width: 800, height: 600 };
/** A window that does not close by itself within this time is taken as closed. */
const CLOSE_WITHIN_MS = 3000;
let lastId = 0;

/** Refuses what the stand-in could not imitate safely: a page without the walls the app relies on. */
function requireWalls(options: BrowserWindowConstructorOptions): void {
  const preferences = options.webPreferences ?? {};
  if (preferences.nodeIntegration === true) throw new Error('stand-in: nodeIntegration cannot be imitated');
  if (preferences.contextIsolation === false) throw new Error('stand-in: contextIsolation cannot be off');
  if (preferences.sandbox === false) throw new Error('stand-in: an unsandboxed window cannot be imitated');
  if (preferences.webSecurity === false) throw new Error('stand-in: webSecurity cannot be off');
  if (preferences.partition !== undefined)
    throw new Error('stand-in: electron.BrowserWindow webPreferences.partition is not implemented');
}

/** A window: its state lives here, its page in a browser that the driver holds. */
export class StandInBrowserWindow extends GuardedEmitter implements Implemented {
  readonly id: number;
  readonly webContents: StandInWebContents;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;
  #isClosed = false;
  #isAlwaysOnTop: boolean;
  #isClosing = false;
  #bounds: Rectangle;
  #title: string;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    requireReady('BrowserWindow');
    requireWalls(options);
    super('BrowserWindow');
    lastId += 1;
    this.id = lastId;
    this.#isVisible = options.show ?? true;
    this.#isAlwaysOnTop = options.alwaysOnTop ?? false;
    this.#title = options.title ?? '';
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? DEFAULT_SIZE.width,
      height: options.height ?? DEFAULT_SIZE.height,
    };
    const { width, height } = this.#bounds;
    this.webContents = new StandInWebContents(this.id, options.webPreferences ?? {}, () => ({
      show: this.#isVisible,
      width,
      height,
    }));
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    rememberWindow(this);
    if (this.#isVisible && options.focusable !== false) moveFocus(this.id);
  }

  static getAllWindows(): StandInBrowserWindow[] {
    return [...openWindows.values()];
  }

  static fromId(id: number): StandInBrowserWindow | null {
    return openWindows.get(id) ?? null;
  }

  static fromWebContents(contents: StandInWebContents): StandInBrowserWindow | null {
    return [...openWindows.values()].find((window) => window.webContents === contents) ?? null;
  }

  static getFocusedWindow(): StandInBrowserWindow | null {
    return [...openWindows.values()].find((window) => window.isFocused()) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    this.#requireAlive();
    await this.webContents.loadURL(url);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    this.#requireAlive();
    if (this.#isVisible) return;
    this.#isVisible = true;
    if (this.webContents.requestedUrl !== '') tellDriver('showWindow', this.id);
    this.emit('show');
  }

  hide(): void {
    this.#requireAlive();
    if (!this.#isVisible) return;
    this.#isVisible = false;
    if (this.webContents.requestedUrl !== '') tellDriver('hideWindow', this.id);
    // Another program comes to the front; which one, the stand-in cannot know.
    this.blur();
    this.emit('hide');
  }

  focus(): void {
    this.#requireAlive();
    if (!this.#isVisible) return;
    if (this.webContents.requestedUrl !== '') tellDriver('focusWindow', this.id);
    moveFocus(this.id);
  }

  blur(): void {
    if (hasFocus(this.id)) moveFocus(null);
  }

  /** Asks first (`close` may be prevented), as a click on the close button does. */
  close(): void {
    if (this.#isClosed || this.#isClosing) return;
    const event = createEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.#isClosing = true;
    // The page's own last words (`pagehide`) still reach the app before `closed`.
    void this.#closePage().finally(() => this.pageGone());
  }

  /** Closes at once, without asking. */
  destroy(): void {
    if (this.#isClosed) return;
    void this.#closePage();
    this.pageGone();
  }

  async #closePage(): Promise<void> {
    if (this.webContents.requestedUrl === '') return;
    const tooLong = new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref());
    await Promise.race([askDriver('closeWindow', this.id).catch(() => null), tooLong]);
  }

  /** Host-internal: the page no longer exists, whoever closed it. */
  pageGone(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#isVisible = false;
    this.webContents.destroy();
    this.emit('closed');
    forgetWindow(this.id);
  }

  reload(): void {
    this.webContents.reload();
  }

  /** Host-internal: on its way out, or gone. */
  isClosing(): boolean {
    return this.#isClosing || this.#isClosed;
  }

  isDestroyed(): boolean {
    return this.#isClosed;
  }

  isVisible(): boolean {
    return this.#isVisible && !this.#isMinimized;
  }

  isFocused(): boolean {
    return this.isVisible() && hasFocus(this.id);
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isFullScreen(): boolean {
    return false;
  }

  minimize(): void {
    this.#isMinimized = true;
    this.emit('minimize');
  }

  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#isMaximized = false;
    this.emit('unmaximize');
  }

  restore(): void {
    this.#isMinimized = false;
    this.emit('restore');
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }

  getTitle(): string {
    return this.webContents.title === '' ? this.#title : this.webContents.title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  flashFrame(): void {}

  setBackgroundColor(): void {}

  /** A driven page lies over nothing; only the wish is kept. */
  setAlwaysOnTop(isOnTop: boolean): void {
    this.#isAlwaysOnTop = isOnTop;
  }

  isAlwaysOnTop(): boolean {
    return this.#isAlwaysOnTop;
  }

  /** The stand-in knows one desktop. */
  setVisibleOnAllWorkspaces(): void {}

  #requireAlive(): void {
    if (this.#isClosed) throw new TypeError('Object has been destroyed');
  }
}

export const BrowserWindow = guard('BrowserWindow', StandInBrowserWindow);
