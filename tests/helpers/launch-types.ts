import type { Page } from '@playwright/test';
import type {
  DialogAnswer,
  DialogRequest,
  MenuFacts,
  PrintAnswer,
  PrintRequest,
  ShownNotification,
  TrayFacts,
  WindowFacts,
} from '../host/control';

export type HostName = 'stand-in' | 'electron';

export type LaunchOptions = {
  /** Data folder; by default a new temporary one that `close()` removes. */
  readonly userData?: string;
  /** Wall clock at the start, epoch ms. */
  readonly now?: number;
  readonly host?: HostName;
  /** Language of the system, `zh-CN` by default. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Another main script than the built app's (the host's own tests). */
  readonly main?: string;
  /** A desktop that shows no tray icons. */
  readonly noTray?: boolean;
  /** Keys over all programs that another program has, for instance `Ctrl+Shift+Space`. */
  readonly takenShortcuts?: readonly string[];
  /** Do not wait for a window: for an app that is expected not to open one. */
  readonly expectWindow?: boolean;
};

/** A print job: what the app asked for, and the sheet it would have been. */
export type PrintJob = PrintRequest & { readonly bytes: Uint8Array };

/** One answer for the next dialog or print of its kind. */
export type QueuedAnswer =
  | ({ readonly kind: 'save' | 'open' | 'message' } & DialogAnswer)
  | ({ readonly kind: 'print' } & Partial<PrintAnswer>);

/** Answers dialogs that nothing was queued for; undefined leaves the dialog unanswered, which is an error. */
export type DialogScript = (request: DialogRequest) => DialogAnswer | undefined;

/** The running app, seen from outside: its window's page and the few facts of the main process. */
export type LiudiApp = {
  readonly host: HostName;
  /** The main window's page; a new one after `start()` or `restart()`. */
  readonly page: Page;
  readonly userData: string;
  /** Where the app finds the seller's documents and downloads in this run. */
  readonly documents: string;
  readonly downloads: string;
  /** Everything the main process printed since the launch. */
  readonly hostLog: string;
  /** Main process id, for measurements. */
  readonly pid: number | undefined;
  /** Quits in order and starts again on the same data. */
  restart: () => Promise<Page>;
  /** Ends processes at once, with no chance to write (SIGKILL). `window` kills the browser only. */
  kill: (what?: 'main' | 'window' | 'both') => Promise<void>;
  /** Starts again after `kill()` or `quit()`. */
  start: () => Promise<Page>;
  /** Quits in order, as the menu's Quit does; resolves with the exit code. */
  quit: () => Promise<number | null>;
  /** Quits and removes a temporary data folder. */
  close: () => Promise<void>;
  notifications: () => Promise<readonly ShownNotification[]>;
  /** Clicks a shown notification; negative counts from the newest. */
  clickNotification: (index: number) => Promise<void>;
  answerDialog: (answer: QueuedAnswer) => void;
  onDialog: (script: DialogScript | null) => void;
  /** Dialogs the app showed so far. */
  dialogs: () => Promise<readonly DialogRequest[]>;
  printedPdfs: () => Promise<readonly Uint8Array[]>;
  printJobs: () => Promise<readonly PrintJob[]>;
  /** Addresses and files the app handed to the system. */
  openedOutside: () => Promise<readonly { readonly verb: string; readonly target: string }[]>;
  hideWindow: () => Promise<void>;
  showWindow: () => Promise<void>;
  /** The seller clicks the window's close button. */
  closeWindow: () => Promise<void>;
  windows: () => Promise<readonly WindowFacts[]>;
  /** Sets the wall clock of main and page; time runs on from there. The app is told as after a wake-up. */
  moveClock: (to: number | { readonly by: number }) => Promise<void>;
  /** What the computer tells of the person in front of it. */
  emitPower: (event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen') => Promise<void>;
  setIdleSeconds: (seconds: number) => Promise<void>;
  /** Keys are pressed in another program. Throws when the app has not registered them. */
  pressShortcut: (keys: string) => Promise<void>;
  /** What the main process wrote to the clipboard. */
  clipboardText: () => Promise<string>;
  /** The page of a window by the end of its address, once it shows the app. */
  pageAt: (ending: string) => Promise<Page>;
  menu: () => Promise<readonly MenuFacts[]>;
  clickMenu: (idOrLabel: string) => Promise<void>;
  trays: () => Promise<readonly TrayFacts[]>;
  clickTray: () => Promise<void>;
  clickTrayMenu: (idOrLabel: string) => Promise<void>;
  /** The number on dock or taskbar. */
  badgeCount: () => Promise<number>;
  /** Whether the app's `webRequest` listener cancels an address; null when it registered none. */
  isRequestCancelled: (url: string) => Promise<boolean | null>;
  permission: (
    name: string,
    origin: string,
  ) => Promise<{ readonly request: boolean | null; readonly check: boolean | null }>;
};
