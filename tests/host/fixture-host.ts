import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DriverCalls } from './control';
import { HostProcess } from './host-process';
import type { Handlers } from './rpc';

export const fixtureMain = fileURLToPath(new URL('fixture-app/main.js', import.meta.url));

/** The fixture app on the host, without any browser: for tests of the host alone. */
export type FixtureHost = {
  readonly host: HostProcess;
  readonly userData: string;
  /** Resolves with the window's opening address. */
  readonly opened: Promise<URL>;
  readonly log: () => string;
  /** The app's own lines, in order. */
  readonly said: () => readonly string[];
  /** Ends the process and removes its data folder unless it was given. */
  readonly end: () => Promise<void>;
};

/** Starts the fixture; `userData` keeps a folder over several starts. */
export async function startFixture(
  userData?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<FixtureHost> {
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'stand-in-'));
  let log = '';
  let isOpen: (url: URL) => void = () => {};
  const opened = new Promise<URL>((resolve) => {
    isOpen = resolve;
  });
  const nothing = (): null => null;
  const driver: Handlers<DriverCalls> = {
    ready: nothing,
    openWindow: (spec) => {
      isOpen(new URL(spec.url));
      return null;
    },
    closeWindow: nothing,
    showWindow: nothing,
    hideWindow: nothing,
    focusWindow: nothing,
    setZoom: nothing,
    setColorScheme: nothing,
    printToPdf: () => new Uint8Array(),
    print: () => ({ success: false, failureReason: 'no printer' }),
    askDialog: () => ({}),
    notificationShown: nothing,
    openedOutside: nothing,
  };
  const host = await HostProcess.start({
    main: fixtureMain,
    env: { LIUDI_USER_DATA: folder, ...env },
    driver,
    onLog: (text) => {
      log += text;
    },
  });
  return {
    host,
    userData: folder,
    opened,
    log: () => log,
    said: () => log.split('\n').flatMap((line) => (line.startsWith('fixture: ') ? [line.slice(9)] : [])),
    end: async () => {
      host.kill();
      await host.exited;
      if (userData === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts one request; the answer's body is left to the caller. */
export function ask(
  base: URL,
  path: string,
  options: RequestOptions = {},
  send: (body: ReturnType<typeof httpRequest>) => void = (body) => body.end(),
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: base.hostname, port: base.port, path, ...options }, resolve);
    request.on('error', reject);
    send(request);
  });
}

/** The whole body as text. */
export async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** Opens the window as a browser would, and returns the headers that make a request the app's own. */
export async function asApp(opened: URL): Promise<{ readonly cookie: string }> {
  const answer = await ask(opened, opened.pathname + opened.search);
  answer.resume();
  return { cookie: (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' };
}
