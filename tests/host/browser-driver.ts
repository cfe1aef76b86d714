import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { utf8Names } from './utf8-names';
import { headlessFlags, isRoot } from './browser-flags';
import type { PdfRequest, WindowSpec } from './control';
import type { FoundBrowser } from './find-browser';
import { pageClockScript } from './page-clock';

export type DriverOptions = {
  readonly browser: FoundBrowser;
  readonly profile: string;
  readonly locale: string;
  /** Fixed page size; by default each window gets the size the app gave it. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly onPageGone: (windowId: number, reason: 'closed' | 'crashed') => void;
};

const STOP_WITHIN_MS = 20_000;

type Shown = { readonly page: Page; readonly devTools: CDPSession };

async function startContext(options: DriverOptions): Promise<BrowserContext> {
  const launch = async (isSandboxed: boolean): Promise<BrowserContext> =>
    await chromium.launchPersistentContext(options.profile, {
      executablePath: options.browser.executablePath,
      headless: true,
      chromiumSandbox: isSandboxed,
      args: [...headlessFlags()],
      env: { ...process.env, ...utf8Names(process.env), ...options.browser.env } as Record<string, string>,
      locale: options.locale,
      // What slides and fades is nobody's business in a test, and costs each of them time.
      reducedMotion: 'reduce',
      viewport: null,
      acceptDownloads: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  if (isRoot()) return await launch(false);
  try {
    return await launch(true);
  } catch (error) {
    // Some systems forbid unprivileged sandboxes; the tests are worth having there too.
    if (!String(error).toLowerCase().includes('sandbox')) throw error;
    return await launch(false);
  }
}

/** Playwright does not name the process it started; the browser does. */
async function browserPid(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no DevTools session to the browser');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find((entry) => entry.type === 'browser');
  if (main === undefined) throw new Error('the browser did not name its process');
  return main.id;
}

/** A headless browser that shows the host's windows as pages, hidden ones too. */
export class BrowserDriver {
  readonly #options: DriverOptions;
  readonly #context: BrowserContext;
  readonly #shown = new Map<number, Shown>();
  readonly #hidden = new Set<number>();
  #clockOffset: number | null = null;

  readonly #pid: number;

  private constructor(options: DriverOptions, context: BrowserContext, pid: number) {
    this.#options = options;
    this.#context = context;
    this.#pid = pid;
  }

  static async start(options: DriverOptions): Promise<BrowserDriver> {
    const context = await startContext(options);
    // TypeScript runners leave this helper in the functions that tests send to the page.
    await context.addInitScript({ content: 'globalThis.__name ??= (target) => target;' });
    return new BrowserDriver(options, context, await browserPid(context));
  }

  get context(): BrowserContext {
    return this.#context;
  }

  /** The page of a window, or undefined when it is not open. */
  page(windowId: number): Page | undefined {
    return this.#shown.get(windowId)?.page;
  }

  async open(spec: WindowSpec): Promise<void> {
    // Opened again after its process crashed: the dead page goes.
    await this.close(spec.windowId);
    // The blank page every browser starts with becomes the first window.
    const blank = this.#context.pages().find((page) => page.url() === 'about:blank' && this.#isFree(page));
    const page = blank ?? (await this.#context.newPage());
    const devTools = await this.#context.newCDPSession(page);
    this.#shown.set(spec.windowId, { page, devTools });
    await page.setViewportSize(this.#options.viewport ?? { width: spec.width, height: spec.height });
    page.once('close', () => this.#gone(spec.windowId, 'closed'));
    page.once('crash', () => this.#gone(spec.windowId, 'crashed'));
    const { origin } = new URL(spec.url);
    await this.#context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await page.goto(spec.url, { waitUntil: 'commit' });
  }

  /** The same for a window that the app has only just asked for: its page may not be there yet. */
  async whenOpen(windowId: number): Promise<Page> {
    for (let waited = 0; this.page(windowId) === undefined && waited < 10_000; waited += 50) await delay(50);
    return await this.whenShown(windowId);
  }

  /** Resolves with the window's page once it shows the app (not the host's own opening page). */
  async whenShown(windowId: number): Promise<Page> {
    const page = this.page(windowId);
    if (page === undefined) throw new Error(`window ${windowId} has no page`);
    await page.waitForURL((url) => !url.pathname.startsWith('/__host/'), { waitUntil: 'domcontentloaded' });
    return page;
  }

  #isFree(page: Page): boolean {
    return [...this.#shown.values()].every((shown) => shown.page !== page);
  }

  #gone(windowId: number, reason: 'closed' | 'crashed'): void {
    if (reason === 'closed' && !this.#shown.delete(windowId)) return;
    this.#options.onPageGone(windowId, reason);
  }

  async close(windowId: number): Promise<void> {
    const shown = this.#shown.get(windowId);
    if (shown === undefined) return;
    this.#shown.delete(windowId);
    // Closing the last page ends some browsers before their storage is flushed; a blank one stays behind.
    if (this.#context.pages().length === 1) await this.#context.newPage();
    await shown.page.close();
  }

  /**
   * Tells the page that it is hidden or shown again. Driven pages always count as visible to the browser, so only
   * what a page can see of it is imitated: `visibilityState`, `hidden` and the event; timers are not slowed down.
   */
  async setHidden(windowId: number, isHidden: boolean): Promise<void> {
    const shown = this.#shown.get(windowId);
    if (shown === undefined || this.#hidden.has(windowId) === isHidden) return;
    if (isHidden) this.#hidden.add(windowId);
    else this.#hidden.delete(windowId);
    await shown.page.evaluate(`(() => {
      Object.defineProperty(document, 'visibilityState', { value: '${isHidden ? 'hidden' : 'visible'}', configurable: true });
      Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    })()`);
  }

  async setZoom(windowId: number, factor: number): Promise<void> {
    // DevTools has no browser zoom; the style property is what comes nearest.
    await this.#shown.get(windowId)?.page.evaluate(`document.documentElement.style.zoom = '${factor}'`);
  }

  async setColorScheme(scheme: 'light' | 'dark' | null): Promise<void> {
    for (const { page } of this.#shown.values()) await page.emulateMedia({ colorScheme: scheme });
  }

  async printToPdf(windowId: number, request: PdfRequest): Promise<Uint8Array> {
    const shown = this.#shown.get(windowId);
    if (shown === undefined) throw new Error(`window ${windowId} has no page`);
    const { margins, ...rest } = request;
    const { data } = await shown.devTools.send('Page.printToPDF', {
      ...rest,
      marginTop: margins.top,
      marginBottom: margins.bottom,
      marginLeft: margins.left,
      marginRight: margins.right,
    });
    return Buffer.from(data, 'base64');
  }

  /** Shifts the wall clock of open and future pages. Workers keep the real time. */
  async setClockOffset(offsetMs: number): Promise<void> {
    if (this.#clockOffset === offsetMs) return;
    this.#clockOffset = offsetMs;
    const content = pageClockScript(offsetMs);
    await this.#context.addInitScript({ content });
    for (const { page } of this.#shown.values()) await page.evaluate(content);
  }

  /** SIGKILL for the browser and all its processes: nothing more reaches the disk through them. */
  async kill(): Promise<void> {
    this.#shown.clear();
    const gone = new Promise((resolve) => {
      this.#context.once('close', resolve);
    });
    // Playwright starts the browser as the leader of a process group of its own (not on Windows).
    process.kill(process.platform === 'win32' ? this.#pid : -this.#pid, 'SIGKILL');
    await Promise.race([gone, delay(5000, null, { ref: false })]);
  }

  /** Ends the browser in order; one that does not end is killed, because nothing may write to its profile any more. */
  async stop(): Promise<void> {
    this.#shown.clear();
    const late = delay(STOP_WITHIN_MS, 'late' as const, { ref: false });
    const ended = await Promise.race([this.#context.close().catch(() => null), late]);
    if (ended === 'late') await this.kill().catch(() => null);
  }
}
