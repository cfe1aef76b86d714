/**
 * The control channel's vocabulary: what the host process (main code under Node) asks of whoever shows its windows
 * (a test, or `npm start`), and what that driver may ask of the host. Plain data only: it crosses processes.
 */

/** A window as its driver has to show it. `url` carries the token once. */
export type WindowSpec = {
  readonly windowId: number;
  readonly url: string;
  readonly show: boolean;
  readonly width: number;
  readonly height: number;
};

/** Sizes in inches, as DevTools' `Page.printToPDF` takes them. */
export type PdfRequest = {
  readonly landscape: boolean;
  readonly printBackground: boolean;
  readonly scale: number;
  readonly paperWidth: number;
  readonly paperHeight: number;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly pageRanges: string;
  readonly preferCSSPageSize: boolean;
  readonly displayHeaderFooter: boolean;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
};

/** One `webContents.print`: Electron's options untouched, and the same wish as a PDF. */
export type PrintRequest = { readonly options: Readonly<Record<string, unknown>>; readonly pdf: PdfRequest };
export type PrintAnswer = { readonly success: boolean; readonly failureReason: string };

export type DialogRequest = {
  readonly kind: 'save' | 'open' | 'message' | 'error';
  readonly windowId: number | null;
  /** Electron's own options object (icons left out). */
  readonly options: Readonly<Record<string, unknown>>;
};
/** What the seller chose; absent fields mean what Electron means by a dismissed dialog. */
export type DialogAnswer = {
  readonly canceled?: boolean;
  readonly filePath?: string;
  readonly filePaths?: readonly string[];
  readonly response?: number;
  readonly checkboxChecked?: boolean;
};

export type ShownNotification = {
  readonly title: string;
  readonly body: string;
  readonly at: number;
  /** Shown without the system's sound. */
  readonly silent?: boolean;
};

export type HostFacts = { readonly origin: string; readonly userData: string };

/** Host → driver. */
export type DriverCalls = {
  ready: { args: [facts: HostFacts]; result: null };
  openWindow: { args: [spec: WindowSpec]; result: null };
  closeWindow: { args: [windowId: number]; result: null };
  showWindow: { args: [windowId: number]; result: null };
  hideWindow: { args: [windowId: number]; result: null };
  /** The app wants the seller to look at a window. */
  focusWindow: { args: [windowId: number]; result: null };
  setZoom: { args: [windowId: number, factor: number]; result: null };
  setColorScheme: { args: [scheme: 'light' | 'dark' | 'system']; result: null };
  printToPdf: { args: [windowId: number, request: PdfRequest]; result: Uint8Array };
  print: { args: [windowId: number, request: PrintRequest]; result: PrintAnswer };
  askDialog: { args: [request: DialogRequest]; result: DialogAnswer };
  notificationShown: { args: [notification: ShownNotification]; result: null };
  openedOutside: {
    args: [verb: 'openExternal' | 'showItemInFolder' | 'openPath', target: string];
    result: null;
  };
};

/** A window as the host knows it. */
export type WindowFacts = {
  readonly windowId: number;
  readonly url: string;
  readonly isVisible: boolean;
  readonly isAlwaysOnTop: boolean;
  readonly title: string;
};

export type MenuFacts = {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly accelerator: string;
  readonly isEnabled: boolean;
  readonly submenu: readonly MenuFacts[];
};
export type TrayFacts = { readonly toolTip: string; readonly menu: readonly MenuFacts[] };

/** Driver → host. */
export type HostCalls = {
  quit: { args: []; result: null };
  windows: { args: []; result: readonly WindowFacts[] };
  /** The seller clicked the window's close button (the app may refuse). */
  requestClose: { args: [windowId: number]; result: null };
  /** The page is gone (tab closed, its process ended): too late to refuse. */
  pageGone: { args: [windowId: number, reason: 'closed' | 'crashed' | 'killed']; result: null };
  hideWindow: { args: [windowId: number]; result: null };
  showWindow: { args: [windowId: number]; result: null };
  notifications: { args: []; result: readonly ShownNotification[] };
  clickNotification: { args: [index: number]; result: null };
  setClockOffset: { args: [offsetMs: number]; result: null };
  /** Seconds since somebody last touched the computer. */
  setIdleSeconds: { args: [seconds: number]; result: null };
  emitPower: { args: [event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen']; result: null };
  /** Keys are pressed in whatever program has the focus; false when the app has not registered them. */
  pressShortcut: { args: [accelerator: string]; result: boolean };
  /** What main wrote to the clipboard last. */
  clipboardText: { args: []; result: string };
  /** The seller clicks into another program, or back into this window. */
  blurWindow: { args: [windowId: number]; result: null };
  menu: { args: []; result: readonly MenuFacts[] };
  clickMenu: { args: [idOrLabel: string]; result: null };
  trays: { args: []; result: readonly TrayFacts[] };
  clickTray: { args: [index: number]; result: null };
  clickTrayMenu: { args: [index: number, idOrLabel: string]; result: null };
  /** The number on dock or taskbar. */
  badgeCount: { args: []; result: number };
  /** Puts a question in the window itself, with the browser's own box; null when dismissed or no window listens. */
  askInPage: {
    args: [box: 'confirm' | 'prompt', text: string, initial: string];
    result: string | boolean | null;
  };
  /** What the app's `webRequest.onBeforeRequest` listener says to an address; null when it registered none. */
  askWebRequest: { args: [url: string]; result: { readonly cancel: boolean } | null };
  /** What the app's permission handlers say; null when one is not registered (Electron then allows everything). */
  askPermission: {
    args: [permission: string, origin: string];
    result: { readonly request: boolean | null; readonly check: boolean | null };
  };
};
