import type { BrowserDriver } from '../host/browser-driver';
import type { DriverCalls } from '../host/control';
import type { Handlers } from '../host/rpc';
import { DialogAnswers } from './launch-dialogs';
import type { PrintJob } from './launch-types';

/** What left the app in one test: sheets, opened links; and the answers prepared for its dialogs. */
export class Desk {
  readonly answers = new DialogAnswers();
  readonly pdfs: Uint8Array[] = [];
  readonly jobs: PrintJob[] = [];
  readonly outside: { readonly verb: string; readonly target: string }[] = [];
}

type Browsers = {
  /** The running browser; rejects when there is none. */
  readonly current: () => Promise<BrowserDriver>;
  /** The running browser, started if there is none. */
  readonly started: () => Promise<BrowserDriver>;
  readonly windowOpened: (windowId: number) => void;
};

/** Does what the host asks of its driver: windows in a headless browser, everything else onto the desk. */
export function driverCalls(desk: Desk, browsers: Browsers): Handlers<DriverCalls> {
  const inBrowser = async (work: (browser: BrowserDriver) => Promise<void>): Promise<null> => {
    await work(await browsers.current());
    return null;
  };
  return {
    ready: () => null,
    openWindow: async (spec) => {
      await (await browsers.started()).open(spec);
      browsers.windowOpened(spec.windowId);
      return null;
    },
    closeWindow: (windowId) => inBrowser((browser) => browser.close(windowId)),
    showWindow: (windowId) => inBrowser((browser) => browser.setHidden(windowId, false)),
    hideWindow: (windowId) => inBrowser((browser) => browser.setHidden(windowId, true)),
    focusWindow: () => null,
    setZoom: (windowId, factor) => inBrowser((browser) => browser.setZoom(windowId, factor)),
    setColorScheme: (scheme) =>
      inBrowser((browser) => browser.setColorScheme(scheme === 'system' ? null : scheme)),
    printToPdf: async (windowId, request) => {
      const bytes = await (await browsers.current()).printToPdf(windowId, request);
      desk.pdfs.push(bytes);
      return bytes;
    },
    print: async (windowId, request) => {
      const bytes = await (await browsers.current()).printToPdf(windowId, request.pdf);
      desk.jobs.push({ ...request, bytes });
      return desk.answers.answerPrint();
    },
    askDialog: (request) => desk.answers.answer(request),
    notificationShown: () => null,
    openedOutside: (verb, target) => {
      desk.outside.push({ verb, target });
      return null;
    },
  };
}
