import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { BrowserDriver } from '../host/browser-driver';
import type { DialogRequest, HostCalls } from '../host/control';
import { findHeadlessBrowser } from '../host/find-browser';
import { HostProcess } from '../host/host-process';
import { Desk, driverCalls } from './launch-desk';
import { removeFolder, type LaunchFolders } from './launch-folders';
import { whenPainted } from './launch-painted';
import { pageOf, requirePressed } from './launch-second-page';
import type { LaunchOptions, LiudiApp, PrintJob, QueuedAnswer, DialogScript } from './launch-types';

const START_WITHIN_MS = 60_000;
const QUIT_WITHIN_MS = 30_000;
const REVIVE_WITHIN_MS = 20_000;

/** The app on the stand-in: main code under Node, its windows as pages of a headless browser. */
export class StandInApp implements LiudiApp {
  readonly host = 'stand-in';
  readonly userData: string;
  readonly documents: string;
  readonly downloads: string;
  readonly #options: LaunchOptions & { readonly main: string };
  readonly #folders: LaunchFolders;
  readonly #desk = new Desk();
  #clockOffset: number;
  #log = '';
  #process: HostProcess | null = null;
  #driver: BrowserDriver | null = null;
  #starting: Promise<BrowserDriver> | null = null;
  #mainWindow: number | null = null;
  #windowOpened: () => void = () => {};

  constructor(options: LaunchOptions & { readonly main: string }, folders: LaunchFolders) {
    this.#options = options;
    this.#folders = folders;
    this.userData = folders.userData;
    this.documents = folders.documents;
    this.downloads = folders.downloads;
    this.#clockOffset = options.now === undefined ? 0 : options.now - Date.now();
  }

  get page(): Page {
    const page = this.#mainWindow === null ? undefined : this.#driver?.page(this.#mainWindow);
    if (page === undefined) throw new Error(`the app has no window\n${this.#log}`);
    return page;
  }

  get hostLog(): string {
    return this.#log;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async start(): Promise<Page> {
    if (this.#process?.isRunning === true) throw new Error('the app is already running');
    this.#mainWindow = null;
    const opened = new Promise<void>((resolve) => {
      this.#windowOpened = resolve;
    });
    // Both programs start at the same time; the host waits for the browser when it opens its window.
    this.#starting ??= this.#startBrowser();
    this.#starting.catch(() => null);
    this.#process = await HostProcess.start({
      main: this.#options.main,
      env: {
        LIUDI_USER_DATA: this.userData,
        LIUDI_DOCUMENTS: this.documents,
        LIUDI_DOWNLOADS: this.downloads,
        ...(this.#options.noTray === true ? { STAND_IN_NO_TRAY: '1' } : {}),
        STAND_IN_TAKEN_SHORTCUTS: (this.#options.takenShortcuts ?? []).join(','),
        STAND_IN_STORAGE: join(this.userData, 'stand-in-browser', 'Default'),
        STAND_IN_LOCALE: this.#options.locale ?? 'zh-CN',
        STAND_IN_CLOCK_OFFSET: String(this.#clockOffset),
      },
      driver: driverCalls(this.#desk, {
        current: async () => {
          if (this.#starting === null) throw new Error('the browser is gone');
          return await this.#starting;
        },
        // After `kill('window')` there is none until the app opens its window again.
        started: async () => await (this.#starting ??= this.#startBrowser()),
        windowOpened: (windowId) => {
          this.#mainWindow ??= windowId;
          this.#windowOpened();
        },
      }),
      onLog: (text) => {
        this.#log += text;
      },
    });
    const ended = this.#process.exited.then(async ({ code, signal }) => {
      await this.#browserStopped();
      throw new Error(`the app ended at once (${signal ?? code})\n${this.#log}`);
    });
    if (this.#options.expectWindow === false) {
      ended.catch(() => null);
      return undefined as never;
    }
    const late = delay(START_WITHIN_MS, null, { ref: false }).then(() => {
      throw new Error(`no window within ${START_WITHIN_MS} ms\n${this.#log}`);
    });
    await Promise.race([opened, ended, late]);
    ended.catch(() => null);
    late.catch(() => null);
    const page = await (await this.#starting).whenShown(this.#window());
    await whenPainted(page);
    return page;
  }

  async #startBrowser(): Promise<BrowserDriver> {
    const browser = await findHeadlessBrowser();
    if (browser === null) throw new Error('no Chromium, Chrome or Edge for the window; run `npm ci` again');
    const profile = join(this.userData, 'stand-in-browser');
    mkdirSync(profile, { recursive: true });
    const driver = await BrowserDriver.start({
      browser,
      profile,
      locale: this.#options.locale ?? 'zh-CN',
      ...(this.#options.viewport === undefined ? {} : { viewport: this.#options.viewport }),
      onPageGone: (windowId, reason) => {
        if (this.#process?.isRunning === true)
          this.#process.call('pageGone', windowId, reason).catch(() => null);
      },
    });
    if (this.#clockOffset !== 0) await driver.setClockOffset(this.#clockOffset);
    this.#driver = driver;
    return driver;
  }

  async #call<Name extends keyof HostCalls>(
    name: Name,
    ...args: HostCalls[Name]['args']
  ): Promise<HostCalls[Name]['result']> {
    if (this.#process === null) throw new Error('the app is not running');
    return await this.#process.call(name, ...args);
  }

  #window(): number {
    if (this.#mainWindow === null) throw new Error('the app has no window');
    return this.#mainWindow;
  }

  async #browserStopped(): Promise<void> {
    const starting = this.#starting;
    this.#starting = null;
    this.#driver = null;
    await (await starting?.catch(() => null))?.stop();
  }

  async quit(): Promise<number | null> {
    const host = this.#process;
    if (host === null || !host.isRunning) return null;
    await host.call('quit').catch(() => null);
    const late = delay(QUIT_WITHIN_MS, 'late' as const, { ref: false });
    const result = await Promise.race([host.exited, late]);
    if (result === 'late') {
      host.kill();
      await this.#browserStopped();
      throw new Error(`the app did not quit within ${QUIT_WITHIN_MS} ms\n${this.#log}`);
    }
    await this.#browserStopped();
    this.#process = null;
    return result.code;
  }

  async restart(): Promise<Page> {
    await this.quit();
    return await this.start();
  }

  async kill(what: 'main' | 'window' | 'both' = 'both'): Promise<void> {
    const [host, browser] = [this.#process, this.#driver];
    if (what !== 'window') host?.kill();
    if (what !== 'main') {
      this.#starting = null;
      this.#driver = null;
      await browser?.kill();
    }
    if (what === 'window') {
      await this.#reviveWindow();
      return;
    }
    await host?.exited;
    this.#process = null;
  }

  /** Tells the app that its pages' process is gone, and waits a moment for it to bring its window back. */
  async #reviveWindow(): Promise<void> {
    const reopened = new Promise<void>((resolve) => {
      this.#windowOpened = resolve;
    });
    for (const { windowId } of await this.windows()) await this.#call('pageGone', windowId, 'killed');
    const late = delay(REVIVE_WITHIN_MS, 'late' as const, { ref: false });
    if ((await Promise.race([reopened, late])) === 'late') return;
    const page = await this.#driver?.whenShown(this.#window());
    if (page !== undefined) await whenPainted(page);
  }

  async close(): Promise<void> {
    try {
      await this.quit();
    } finally {
      await this.#browserStopped();
      if (this.#folders.isTemporary) await removeFolder(this.#folders.root);
    }
  }

  readonly notifications = () => this.#call('notifications');
  readonly windows = () => this.#call('windows');
  readonly menu = () => this.#call('menu');
  readonly trays = () => this.#call('trays');
  readonly badgeCount = () => this.#call('badgeCount');
  readonly dialogs = async (): Promise<readonly DialogRequest[]> => this.#desk.answers.seen;
  readonly printedPdfs = async (): Promise<readonly Uint8Array[]> => this.#desk.pdfs;
  readonly printJobs = async (): Promise<readonly PrintJob[]> => this.#desk.jobs;
  readonly openedOutside = async () => this.#desk.outside;
  readonly permission = (name: string, origin: string) => this.#call('askPermission', name, origin);

  async isRequestCancelled(url: string): Promise<boolean | null> {
    return (await this.#call('askWebRequest', url))?.cancel ?? null;
  }

  async clickNotification(index: number): Promise<void> {
    await this.#call('clickNotification', index);
  }

  async clickMenu(idOrLabel: string): Promise<void> {
    await this.#call('clickMenu', idOrLabel);
  }

  async clickTray(): Promise<void> {
    await this.#call('clickTray', 0);
  }

  async clickTrayMenu(idOrLabel: string): Promise<void> {
    await this.#call('clickTrayMenu', 0, idOrLabel);
  }

  async hideWindow(): Promise<void> {
    await this.#call('hideWindow', this.#window());
  }

  async showWindow(): Promise<void> {
    await this.#call('showWindow', this.#window());
  }

  async closeWindow(): Promise<void> {
    await this.#call('requestClose', this.#window());
  }

  async emitPower(event: HostCalls['emitPower']['args'][0]): Promise<void> {
    await this.#call('emitPower', event);
  }

  async setIdleSeconds(seconds: number): Promise<void> {
    await this.#call('setIdleSeconds', seconds);
  }

  readonly clipboardText = () => this.#call('clipboardText');
  readonly pressShortcut = (keys: string) => requirePressed(this.#call('pressShortcut', keys), keys);
  readonly pageAt = async (end: string) => pageOf(await this.windows(), await this.#starting, end);

  answerDialog(answer: QueuedAnswer): void {
    this.#desk.answers.queue(answer);
  }

  onDialog(script: DialogScript | null): void {
    this.#desk.answers.script = script;
  }

  async moveClock(to: number | { readonly by: number }): Promise<void> {
    this.#clockOffset = typeof to === 'number' ? to - Date.now() : this.#clockOffset + to.by;
    await this.#call('setClockOffset', this.#clockOffset);
    await this.#driver?.setClockOffset(this.#clockOffset);
    await this.#call('emitPower', 'resume');
  }
}
