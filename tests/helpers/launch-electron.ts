import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { isRoot } from '../host/browser-flags';
import type { DialogRequest, MenuFacts, ShownNotification, TrayFacts } from '../host/control';
import { pageClockScript } from '../host/page-clock';
import { DialogAnswers } from './launch-dialogs';
import { removeFolder, type LaunchFolders } from './launch-folders';
import { whenPainted } from './launch-painted';
import type { DialogScript, LaunchOptions, LiudiApp, PrintJob, QueuedAnswer } from './launch-types';
import {
  askPermissionIn,
  askRequestIn,
  clickMenuIn,
  electronMenu,
  emitPowerIn,
  pageIn,
  pressShortcutIn,
  readSpy,
  setIdleIn,
  windowsIn,
  type Spy,
  type SpyWorld,
} from './launch-electron-world';

const spyFile = fileURLToPath(new URL('launch-electron-spy.cjs', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const QUIT_WITHIN_MS = 10_000;

/**
 * The same app on real Electron, through Playwright's `_electron` and a spy module loaded before the app. Written
 * from the documents; where no Electron binary can be had this class is never used.
 */
export class ElectronApp implements LiudiApp {
  readonly host = 'electron';
  readonly userData: string;
  readonly documents: string;
  readonly downloads: string;
  readonly #options: LaunchOptions;
  readonly #folders: LaunchFolders;
  readonly #answers = new DialogAnswers();
  #clockOffset: number;
  #electron: ElectronApplication | null = null;
  #page: Page | null = null;
  #log = '';

  constructor(options: LaunchOptions, folders: LaunchFolders) {
    this.#options = options;
    this.#folders = folders;
    this.userData = folders.userData;
    this.documents = folders.documents;
    this.downloads = folders.downloads;
    this.#clockOffset = options.now === undefined ? 0 : options.now - Date.now();
  }

  get page(): Page {
    if (this.#page === null) throw new Error(`the app has no window\n${this.#log}`);
    return this.#page;
  }

  get hostLog(): string {
    return this.#log;
  }

  get pid(): number | undefined {
    return this.#electron?.process().pid;
  }

  #app(): ElectronApplication {
    if (this.#electron === null) throw new Error('the app is not running');
    return this.#electron;
  }

  async start(): Promise<Page> {
    const electron = await _electron.launch({
      // Electron's own flag: the spy is in place before the app's first line.
      args: [`--lang=${this.#options.locale ?? 'zh-CN'}`, '-r', spyFile, this.#options.main ?? root],
      cwd: root,
      chromiumSandbox: !isRoot(),
      env: {
        ...(process.env as Record<string, string>),
        LIUDI_USER_DATA: this.userData,
        LIUDI_DOCUMENTS: this.documents,
        LIUDI_DOWNLOADS: this.downloads,
        STAND_IN_CLOCK_OFFSET: String(this.#clockOffset),
        STAND_IN_TAKEN_SHORTCUTS: (this.#options.takenShortcuts ?? []).join(','),
      },
    });
    this.#electron = electron;
    for (const stream of [electron.process().stdout, electron.process().stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
      });
    void this.#answerDialogs(electron);
    if (this.#options.expectWindow === false) return undefined as never;
    await electron.context().addInitScript({ content: 'globalThis.__name ??= (target) => target;' });
    const page = await electron.firstWindow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate('globalThis.__name ??= (target) => target;');
    await electron
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'])
      .catch(() => null);
    if (this.#clockOffset !== 0) await this.#shiftPages();
    if (this.#options.viewport !== undefined) await page.setViewportSize(this.#options.viewport);
    await whenPainted(page);
    this.#page = page;
    return page;
  }

  /** Answers every waiting dialog and print job until the app ends. */
  async #answerDialogs(electron: ElectronApplication): Promise<void> {
    try {
      for (;;) {
        const request = await electron.evaluate(async () => {
          const { liudiSpy } = globalThis as unknown as SpyWorld;
          await liudiSpy.whenAsked();
          return liudiSpy.waiting[0]?.request ?? null;
        });
        if (request === null) continue;
        let [answer, problem]: [object, string | null] = [{}, null];
        try {
          answer = request.kind === 'print' ? this.#answers.answerPrint() : this.#answers.answer(request);
        } catch (error) {
          problem = error instanceof Error ? error.message : String(error);
        }
        await electron.evaluate(
          (_modules, given) => {
            const waiting = (globalThis as unknown as SpyWorld).liudiSpy.waiting.shift();
            if (given.problem === null) waiting?.resolve(given.answer);
            else waiting?.reject(given.problem);
          },
          { answer, problem },
        );
      }
    } catch {
      // The app has ended; so has the question of answering it.
    }
  }

  async #shiftPages(): Promise<void> {
    const content = pageClockScript(this.#clockOffset);
    await this.#app().context().addInitScript({ content });
    for (const page of this.#app().windows()) await page.evaluate(content);
  }

  async #spy<Key extends keyof Spy>(key: Key): Promise<Spy[Key]> {
    return await readSpy(this.#app(), key);
  }

  async quit(): Promise<number | null> {
    const electron = this.#electron;
    if (electron === null) return null;
    const child = electron.process();
    const exited = new Promise<number | null>((resolve) => {
      child.once('exit', (code) => resolve(code));
    });
    await electron.evaluate(({ app }) => setImmediate(() => app.quit())).catch(() => null);
    const code = await Promise.race([exited, delay(QUIT_WITHIN_MS, 'late' as const, { ref: false })]);
    this.#electron = null;
    this.#page = null;
    if (code !== 'late') return code;
    child.kill('SIGKILL');
    throw new Error(`the app did not quit within ${QUIT_WITHIN_MS} ms\n${this.#log}`);
  }

  async restart(): Promise<Page> {
    await this.quit();
    return await this.start();
  }

  async kill(what: 'main' | 'window' | 'both' = 'both'): Promise<void> {
    if (what === 'window') {
      await this.#app().evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
      });
      return;
    }
    const child = this.#app().process();
    const exited = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    // Renderers are its children and end with it.
    child.kill('SIGKILL');
    await exited;
    this.#electron = null;
    this.#page = null;
  }

  async close(): Promise<void> {
    try {
      await this.quit();
    } finally {
      if (this.#folders.isTemporary) await removeFolder(this.#folders.root);
    }
  }

  notifications(): Promise<readonly ShownNotification[]> {
    return this.#spy('notifications');
  }

  async clickNotification(index: number): Promise<void> {
    await this.#app().evaluate((_modules, at) => {
      const shown = (globalThis as unknown as SpyWorld).liudiSpy.shown.at(at);
      if (shown === undefined) throw new Error(`no notification ${at}`);
      shown.emit('click', {});
    }, index);
  }

  answerDialog(answer: QueuedAnswer): void {
    this.#answers.queue(answer);
  }

  onDialog(script: DialogScript | null): void {
    this.#answers.script = script;
  }

  async dialogs(): Promise<readonly DialogRequest[]> {
    return this.#answers.seen;
  }

  async printedPdfs(): Promise<readonly Uint8Array[]> {
    return (await this.#spy('pdfs')).map((text) => Buffer.from(text, 'base64'));
  }

  async printJobs(): Promise<readonly PrintJob[]> {
    const jobs = await this.#spy('jobs');
    return jobs.map((job) => ({ ...job, bytes: Buffer.from(job.bytes, 'base64') }));
  }

  openedOutside(): Promise<readonly { readonly verb: string; readonly target: string }[]> {
    return this.#spy('outside');
  }

  async hideWindow(): Promise<void> {
    await this.#app().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  }

  async showWindow(): Promise<void> {
    await this.#app().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  }

  async closeWindow(): Promise<void> {
    await this.#app().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  }

  readonly windows = () => windowsIn(this.#app());

  async moveClock(to: number | { readonly by: number }): Promise<void> {
    this.#clockOffset = typeof to === 'number' ? to - Date.now() : this.#clockOffset + to.by;
    await this.#app().evaluate((_modules, offset) => {
      (globalThis as unknown as SpyWorld).liudiSpy.clockOffset = offset;
    }, this.#clockOffset);
    await this.#shiftPages();
    await this.emitPower('resume');
  }
  readonly emitPower: LiudiApp['emitPower'] = (event) => emitPowerIn(this.#app(), event);
  readonly setIdleSeconds = (seconds: number) => setIdleIn(this.#app(), seconds);

  readonly pressShortcut = (keys: string) => pressShortcutIn(this.#app(), keys);
  readonly clipboardText = () => this.#app().evaluate(({ clipboard }) => clipboard.readText());

  readonly pageAt = (ending: string) => pageIn(this.#app(), ending);

  menu(): Promise<readonly MenuFacts[]> {
    return electronMenu(this.#app());
  }

  async clickMenu(idOrLabel: string): Promise<void> {
    await clickMenuIn(this.#app(), idOrLabel);
  }

  /** Electron has no list of tray icons; a spec that needs one has to run on the stand-in. */
  async trays(): Promise<readonly TrayFacts[]> {
    throw new Error('tray icons cannot be read on real Electron');
  }

  async clickTray(): Promise<void> {
    throw new Error('tray icons cannot be clicked on real Electron');
  }

  async clickTrayMenu(): Promise<void> {
    throw new Error('tray icons cannot be clicked on real Electron');
  }

  async badgeCount(): Promise<number> {
    return await this.#app().evaluate(({ app }) => app.getBadgeCount());
  }

  isRequestCancelled(url: string): Promise<boolean | null> {
    return askRequestIn(this.#app(), url);
  }

  readonly permission: LiudiApp['permission'] = (name, origin) => askPermissionIn(this.#app(), name, origin);
}
