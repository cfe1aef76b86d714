import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { defaultPath } from './app-paths';
import { BrowserDriver } from './browser-driver';
import type { DriverCalls, WindowSpec } from './control';
import { findHeadlessBrowser, type FoundBrowser } from './find-browser';
import { HostProcess } from './host-process';
import type { Handlers } from './rpc';
import { answerInPage, printedFile } from './start-dialogs';
import { AppWindow, openWithDesktop } from './start-window';

export type StartOptions = {
  readonly main: string;
  /** Data folder given by the person; null: the app's own choice. */
  readonly userData: string | null;
  /** A browser for the visible window; null: the address is printed instead. */
  readonly browser: FoundBrowser | null;
  readonly print: (line: string) => void;
};

const QUIT_WITHIN_MS = 6000;

/** The running stand-in of `npm start`. */
class StandInStart {
  readonly #options: StartOptions;
  readonly #downloads = defaultPath('downloads', '', '') ?? homedir();
  readonly #documents = defaultPath('documents', '', '') ?? homedir();
  readonly #printProfile = mkdtempSync(join(tmpdir(), 'stand-in-print-'));
  #host!: HostProcess;
  #userData = '';
  #main: WindowSpec | null = null;
  #window: AppWindow | null = null;
  #hidden: Promise<BrowserDriver> | null = null;

  constructor(options: StartOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { main, userData, browser } = this.#options;
    this.#host = await HostProcess.start({
      main,
      env: {
        // The window is a plain browser window: hidden behind an icon it would be lost.
        STAND_IN_NO_TRAY: '1',
        // A browser cannot hear keys pressed in other programs.
        STAND_IN_TAKEN_SHORTCUTS: '*',
        ...(userData === null ? {} : { LIUDI_USER_DATA: userData }),
        ...(browser === null ? {} : { STAND_IN_OPEN_ONCE: '1' }),
      },
      driver: this.#driverCalls(),
      onLog: (text) => process.stderr.write(text),
    });
  }

  async #startHidden(): Promise<BrowserDriver> {
    const browser = await findHeadlessBrowser();
    if (browser === null) throw new Error('no browser for hidden windows (printing) was found');
    return await BrowserDriver.start({
      browser,
      profile: this.#printProfile,
      locale: new Intl.DateTimeFormat().resolvedOptions().locale,
      onPageGone: (windowId, reason) => {
        this.#host.call('pageGone', windowId, reason).catch(() => null);
      },
    });
  }

  async #hiddenBrowser(): Promise<BrowserDriver> {
    this.#hidden ??= this.#startHidden();
    return await this.#hidden;
  }

  /** The first window is the app's; any other is a hidden one that prints. */
  async #open(spec: WindowSpec): Promise<void> {
    if (this.#main !== null && this.#main.windowId !== spec.windowId) {
      await (await this.#hiddenBrowser()).open(spec);
      return;
    }
    this.#main = spec;
    const { browser, print } = this.#options;
    if (browser === null) {
      print(`Open ${spec.url}`);
      return;
    }
    const window = new AppWindow(browser, join(this.#userData, 'stand-in-browser'), spec);
    this.#window = window;
    void window.closed.then(() => this.#host.call('pageGone', spec.windowId, 'closed')).catch(() => null);
  }

  async #close(windowId: number): Promise<void> {
    if (windowId === this.#main?.windowId) await this.#window?.close();
    else await (await this.#hiddenBrowser()).close(windowId);
  }

  async #pdf(windowId: number, request: Parameters<BrowserDriver['printToPdf']>[1]): Promise<Uint8Array> {
    if (windowId === this.#main?.windowId) throw new Error('the stand-in prints hidden windows only');
    return await (await this.#hiddenBrowser()).printToPdf(windowId, request);
  }

  #driverCalls(): Handlers<DriverCalls> {
    const { print, browser } = this.#options;
    const done = (): null => null;
    return {
      ready: ({ userData }) => {
        this.#userData = userData;
        return null;
      },
      openWindow: async (spec) => {
        await this.#open(spec);
        return null;
      },
      closeWindow: async (windowId) => {
        await this.#close(windowId);
        return null;
      },
      showWindow: done,
      hideWindow: done,
      focusWindow: (windowId) => {
        // Somebody started the app again: say once more where it is.
        if (browser === null && windowId === this.#main?.windowId) print(`Open ${this.#main.url}`);
        return null;
      },
      setZoom: done,
      setColorScheme: done,
      printToPdf: async (windowId, request) => await this.#pdf(windowId, request),
      print: async (windowId, request) => {
        const file = printedFile(this.#downloads);
        writeFileSync(file, await this.#pdf(windowId, request.pdf));
        print(`Printed to ${file}`);
        if (browser !== null) openWithDesktop(file);
        return { success: true, failureReason: '' };
      },
      askDialog: async (request) =>
        await answerInPage(request, (...question) => this.#host.call('askInPage', ...question), {
          documents: this.#documents,
          downloads: this.#downloads,
        }),
      notificationShown: ({ title, body }) => {
        print(`Notification: ${title} — ${body}`);
        return null;
      },
      openedOutside: (verb, target) => {
        if (browser === null || verb === 'showItemInFolder') print(`${verb}: ${target}`);
        else openWithDesktop(target);
        return null;
      },
    };
  }

  /** Asks the app to quit, and makes sure that it does. */
  async stop(): Promise<void> {
    // A call, not a signal: Windows has no signal that a program could answer in order.
    this.#host.call('quit').catch(() => this.#host.terminate());
    const late = delay(QUIT_WITHIN_MS, 'late', { ref: false });
    if ((await Promise.race([this.#host.exited, late])) === 'late') this.#host.kill();
  }

  /** Resolves with the host's exit code when nothing of it runs any more. */
  async finished(): Promise<number> {
    const { code } = await this.#host.exited;
    await this.#window?.close();
    await this.#hidden?.then((browser) => browser.stop()).catch(() => null);
    await rm(this.#printProfile, { recursive: true, force: true, maxRetries: 5 });
    if (code === 0 && this.#main === null)
      this.#options.print('Liudi is already running on this data; that one was brought forward.');
    return code ?? 1;
  }
}

/** Runs the app on the stand-in until it quits; Ctrl+C and SIGTERM end it in order, with exit code 0. */
export async function startStandIn(options: StartOptions): Promise<number> {
  const start = new StandInStart(options);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    void start.stop();
  };
  await start.start();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  const code = await start.finished();
  return isStopping ? 0 : code;
}
