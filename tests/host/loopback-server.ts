import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerFromApp } from './app-request';
import { appOriginOrEmpty, setServer } from './host-server';
import { openStream, receiveMessages, receiveQuestion } from './page-requests';
import { pageScript } from './page-script';
import { cookieName, refusal } from './request-guard';
import { listenOnKeptPort } from './stand-in-port';
import { openWindows } from './windows';

const KEEP_ALIVE_MS = 600_000;

/** One run's server. `pageKey` is known only to the preload script, so page code cannot post messages itself. */
type Run = {
  readonly port: number;
  readonly token: string;
  readonly pageKey: string;
  /** Window id → the secret in its opening address. */
  readonly tickets: Map<string, string>;
};

/** A browser started with the address on its command line shows it to every user of the machine: then once only. */
const OPENS_ONCE = process.env['STAND_IN_OPEN_ONCE'] === '1';

function refuse(response: ServerResponse, why: string): void {
  response
    .writeHead(403, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' })
    .end(`refused: ${why}\n`);
}

/** Trades the ticket for a cookie, remembers the window in the tab, and goes on to the real page. */
function openWindowPage(response: ServerResponse, url: URL, run: Run): void {
  const window = openWindows.get(Number(url.searchParams.get('window')));
  if (window === undefined) {
    response.writeHead(410, { 'Content-Type': 'text/plain' }).end('this window is closed\n');
    return;
  }
  if (OPENS_ONCE) run.tickets.delete(String(window.id));
  const path = window.webContents.requestedUrl.slice(appOriginOrEmpty().length);
  const nonce = randomBytes(12).toString('hex');
  const script = `sessionStorage.setItem('stand-in-window', '${window.id}'); location.replace(${JSON.stringify(path).replaceAll('<', '\\u003c')});`;
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'`,
    'Set-Cookie': `${cookieName(run.port)}=${run.token}; Path=/; HttpOnly; SameSite=Strict`,
  });
  response.end(
    `<!doctype html><meta charset="utf-8"><title>…</title><script nonce="${nonce}">${script}</script>`,
  );
}

function sendPageScript(request: IncomingMessage, response: ServerResponse, run: Run): void {
  // A script tag may have it, a fetch by page code may not: it carries the key.
  const wantedAs = request.headers['sec-fetch-dest'];
  if (wantedAs !== undefined && wantedAs !== 'script') {
    refuse(response, 'only as a script');
    return;
  }
  const preloads = new Map<number, string>();
  for (const window of openWindows.values()) {
    const { preload } = window.webContents.preferences;
    if (preload !== undefined) preloads.set(window.id, preload);
  }
  response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(pageScript(run.pageKey, preloads));
}

async function route(request: IncomingMessage, response: ServerResponse, run: Run): Promise<void> {
  const why = refusal(request, run);
  if (why !== null) {
    refuse(response, why);
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!url.pathname.startsWith('/__host/')) {
    await answerFromApp(request, response, run.port);
    return;
  }
  if (url.pathname === '/__host/open') openWindowPage(response, url, run);
  else if (url.pathname === '/__host/preload.js') sendPageScript(request, response, run);
  else if ((request.headers['x-stand-in-key'] ?? url.searchParams.get('key')) !== run.pageKey)
    refuse(response, 'no page key');
  else if (url.pathname === '/__host/events') openStream(request, response, url);
  else if (url.pathname === '/__host/ipc') await receiveMessages(request, response);
  else if (url.pathname === '/__host/may') await receiveQuestion(request, response);
  else response.writeHead(404).end();
}

/** Starts serving the data folder's pages on this machine only. Rejects when its port is taken. */
export async function startLoopbackServer(
  userData: string,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const token = randomBytes(24).toString('hex');
  const pageKey = randomBytes(16).toString('hex');
  const tickets = new Map<string, string>();
  let port = 0;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    response.on('error', () => response.destroy());
    if (!(request.url ?? '').startsWith('/')) {
      refuse(response, 'not a path');
      return;
    }
    route(request, response, { port, token, pageKey, tickets }).catch((error: unknown) => {
      process.stderr.write(`stand-in: ${request.url ?? ''}: ${String(error)}\n`);
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  });
  // A 2 GB video may take longer than Node's default of five minutes.
  server.requestTimeout = 0;
  port = await listenOnKeptPort(server, userData);
  const origin = `http://127.0.0.1:${port}`;
  setServer(origin, (windowId) => {
    const ticket = tickets.get(String(windowId)) ?? randomBytes(24).toString('hex');
    tickets.set(String(windowId), ticket);
    return `${origin}/__host/open?window=${windowId}&token=${ticket}`;
  });
  return { server, origin };
}
