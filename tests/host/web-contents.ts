import type { PrintToPDFOptions, WebContents, WebContentsPrintOptions, WebPreferences } from 'electron';
import type { PrintRequest } from './control';
import { askDriver, tellDriver } from './driver-link';
import { GuardedEmitter } from './guarded-emitter';
import { adoptAppOrigin, appOriginOrEmpty, openingUrlOf, toAppUrl } from './host-server';
import { encodeForIpc } from './ipc-codec';
import { PageChannel } from './page-channel';
import { pdfRequest, pdfRequestForPrint } from './paper';
import { requireServable } from './protocol';
import { defaultSession } from './session';
import { createEvent } from './stand-in-event';
import { createMainFrame, type StandInFrame } from './web-frame';

type WindowOpenHandler = (details: {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: 'new-window';
  readonly referrer: { readonly url: string; readonly policy: 'default' };
}) => { readonly action: 'allow' | 'deny' };

/** How a window asks its contents to appear. */
export type OpenFacts = { readonly show: boolean; readonly width: number; readonly height: number };

type Implemented = Pick<
  WebContents,
  | 'id'
  | 'session'
  | 'send'
  | 'loadURL'
  | 'getURL'
  | 'getTitle'
  | 'reload'
  | 'isLoading'
  | 'isCrashed'
  | 'isDestroyed'
  | 'openDevTools'
  | 'closeDevTools'
  | 'isDevToolsOpened'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'setBackgroundThrottling'
  | 'setWebRTCIPHandlingPolicy'
  | 'print'
>;

/** The page of one window. */
export class StandInWebContents extends GuardedEmitter implements Implemented {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: StandInFrame;
  /** Host-internal: the stream of messages to the page. */
  readonly channel = new PageChannel();
  readonly preferences: WebPreferences;
  readonly openFacts: () => OpenFacts;
  destroyed = false;
  loading = false;
  isPageLost = false;
  title = '';
  zoomFactor = 1;
  requestedUrl = '';
  openHandler: WindowOpenHandler | null = null;

  constructor(id: number, preferences: WebPreferences, openFacts: () => OpenFacts) {
    super('WebContents');
    this.id = id;
    this.preferences = preferences;
    this.openFacts = openFacts;
    this.mainFrame = createMainFrame(id, () => this.destroyed);
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#requireAlive();
    this.channel.push({ kind: 'event', channel, args: encodeForIpc(args) });
  }

  async loadURL(address: string): Promise<void> {
    this.#requireAlive();
    const url = new URL(address);
    requireServable(url);
    adoptAppOrigin(url);
    const hasPage = this.requestedUrl !== '' && !this.isPageLost;
    this.requestedUrl = address;
    this.mainFrame.url = address;
    this.loading = true;
    this.emit('did-start-loading');
    const finished = this.#whenLoaded(address);
    if (hasPage) this.channel.push({ kind: 'navigate', path: address.slice(appOriginOrEmpty().length) });
    else this.#openPage();
    await finished;
  }

  #openPage(): void {
    this.isPageLost = false;
    const spec = { windowId: this.id, url: openingUrlOf(this.id), ...this.openFacts() };
    askDriver('openWindow', spec).catch((error: unknown) => this.failLoad(String(error)));
  }

  /** Host-internal: the page's process ended; `reload` brings it back, as in Electron. */
  losePage(reason: 'crashed' | 'killed'): void {
    this.isPageLost = true;
    this.emit('render-process-gone', createEvent({}), { reason, exitCode: reason === 'killed' ? 9 : 1 });
  }

  async #whenLoaded(address: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error): void => {
        this.off('did-finish-load', onLoad);
        this.off('did-fail-load', onFail);
        this.off('destroyed', onDestroyed);
        if (error === undefined) resolve();
        else reject(error);
      };
      const onLoad = (): void => settle();
      const onFail = (_event: unknown, code: number, text: string): void =>
        settle(new Error(`${text} (${code}) loading '${address}'`));
      const onDestroyed = (): void => {
        // A person who never opened the printed address is no failed load.
        if (this.channel.documentId !== '') settle(new Error(`ERR_FAILED (-2) loading '${address}'`));
      };
      this.on('did-finish-load', onLoad);
      this.on('did-fail-load', onFail);
      this.on('destroyed', onDestroyed);
    });
  }

  /** Host-internal: the page could not be shown. */
  failLoad(reason: string): void {
    if (this.destroyed || !this.loading) return;
    this.loading = false;
    this.emit('did-fail-load', createEvent({}), -2, `ERR_FAILED: ${reason}`, this.requestedUrl, true);
  }

  /** Host-internal: the page is at this path now. */
  moveTo(path: string): void {
    this.mainFrame.url = toAppUrl(path);
  }

  /** Host-internal: the page reported how far it is. */
  pageEvent(event: 'dom-ready' | 'did-finish-load', title: string): void {
    this.title = title;
    if (event === 'did-finish-load') this.loading = false;
    this.emit(event, createEvent({}));
    if (event === 'did-finish-load') this.emit('did-stop-loading');
  }

  /** Host-internal: may the page go to `address` (`will-navigate`), as Electron asks its main process? */
  mayNavigate(address: string): boolean {
    const url = toAppUrl(address);
    const details = {
      url,
      isSameDocument: false,
      isMainFrame: true,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    };
    const event = createEvent(details);
    this.emit('will-navigate', event, url, false, true, this.id, 1);
    const frameEvent = createEvent(details);
    this.emit('will-frame-navigate', frameEvent);
    if (event.defaultPrevented || frameEvent.defaultPrevented) return false;
    if (url.startsWith(`${appOriginOrEmpty()}/`)) return true;
    process.stderr.write('stand-in: leaving the app for another site is not implemented; stayed\n');
    return false;
  }

  /** Host-internal: the page called `window.open` or followed a link to a new window. Never opens one. */
  askWindowOpen(address: string): void {
    const url = toAppUrl(address);
    const referrer = { url: '', policy: 'default' } as const;
    const answer = this.openHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer,
    });
    if (answer?.action !== 'deny')
      process.stderr.write('stand-in: windows opened by the page are not implemented; none was opened\n');
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return this.title;
  }

  reload(): void {
    this.loading = true;
    if (this.isPageLost) this.#openPage();
    else this.channel.push({ kind: 'reload' });
  }

  isCrashed(): boolean {
    return this.isPageLost;
  }

  isLoading(): boolean {
    return this.loading;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** The window is an ordinary browser page: its developer tools are the browser's own. */
  openDevTools(): void {}

  closeDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  setBackgroundThrottling(): void {}

  /** The browser's flags and the page's policy already keep every connection on this machine. */
  setWebRTCIPHandlingPolicy(): void {}

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoomFactor = factor;
    tellDriver('setZoom', this.id, factor);
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    this.#requireAlive();
    return Buffer.from(await askDriver('printToPdf', this.id, pdfRequest(options)));
  }

  print(
    options: WebContentsPrintOptions = {},
    callback: (success: boolean, failureReason: string) => void = () => {},
  ): void {
    this.#requireAlive();
    const request = { options: { ...options }, pdf: pdfRequestForPrint(options) };
    void this.#askPrint(request, callback);
  }

  async #askPrint(
    request: PrintRequest,
    tell: (success: boolean, failureReason: string) => void,
  ): Promise<void> {
    const answer = await askDriver('print', this.id, request).catch((error: unknown) => ({
      success: false,
      failureReason: error instanceof Error ? error.message : String(error),
    }));
    tell(answer.success, answer.failureReason);
  }

  /** Host-internal: after this every use throws, as in Electron. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.channel.end();
    this.emit('destroyed');
  }

  #requireAlive(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
  }
}
