import type { IncomingMessage, ServerResponse } from 'node:http';
import { appOriginOrEmpty, toAppUrl } from './host-server';
import { injectFirstScript } from './page-script';
import { handlerFor } from './protocol';
import { cookieName } from './request-guard';

/** Headers that belong to the loopback connection and mean nothing to the app. */
const NOT_FOR_APP = new Set(['host', 'connection', 'cookie', 'keep-alive', 'transfer-encoding', 'upgrade']);
const NOT_FROM_APP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

function appHeaders(request: IncomingMessage, port: number): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (NOT_FOR_APP.has(name) || value === undefined) continue;
    const text = Array.isArray(value) ? value.join(', ') : value;
    headers.set(name, name === 'origin' || name === 'referer' ? toAppUrl(text) : text);
  }
  const cookies = (request.headers.cookie ?? '').split('; ');
  const own = cookies.filter((pair) => pair !== '' && !pair.startsWith(`${cookieName(port)}=`));
  if (own.length > 0) headers.set('cookie', own.join('; '));
  return headers;
}

/**
 * The request's body as a stream that reads on only when asked. (`Readable.toWeb` counts its limit in chunks, not
 * bytes, and would take 200 MB into memory.)
 */
function bodyStream(request: IncomingMessage): ReadableStream<Uint8Array> | null {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody || request.method === 'GET' || request.method === 'HEAD') return null;
  const chunks = request.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = (await chunks.next()) as IteratorResult<Uint8Array>;
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function whenWritable(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

/** Writes a body, waiting whenever the reader is slow; stops the producer when the reader is gone. */
async function sendBody(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (response.destroyed) {
        await reader.cancel('the page went away');
        return;
      }
      if (!response.write(value) && !response.destroyed) await whenWritable(response);
    }
    response.end();
  } catch (error) {
    process.stderr.write(`stand-in: a response broke off: ${String(error)}\n`);
    response.destroy();
  }
}

function writeHead(from: Response, response: ServerResponse, isRewritten: boolean): void {
  response.statusCode = from.status;
  response.statusMessage = from.statusText;
  for (const [name, value] of from.headers) {
    if (NOT_FROM_APP.has(name) || (isRewritten && name === 'content-length')) continue;
    response.appendHeader(name, value);
  }
}

/** The request as the app's handler gets it. */
function toAppRequest(request: IncomingMessage, port: number, signal: AbortSignal): Request {
  const body = bodyStream(request);
  const appRequest = new Request(toAppUrl(request.url ?? '/'), {
    method: request.method ?? 'GET',
    headers: appHeaders(request, port),
    signal,
    ...(body === null ? {} : { body, duplex: 'half' }),
  } as RequestInit);
  // Electron names the page that asked; a page shown by main itself (a top navigation) has no initiator.
  const isFromPage =
    request.headers['sec-fetch-site'] === 'same-origin' && request.headers['sec-fetch-dest'] !== 'document';
  if (isFromPage) Object.defineProperty(appRequest, 'initiatorOrigin', { value: appOriginOrEmpty() });
  return appRequest;
}

/**
 * Answers one request of a page with the app's own protocol handler. A handler that throws is a network error for
 * the page, as in Electron. Only a top page's HTML is changed: the host's script comes first.
 */
export async function answerFromApp(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  let answer: Response;
  try {
    const handler = appOriginOrEmpty() === '' ? undefined : handlerFor(new URL(appOriginOrEmpty()));
    if (handler === undefined) throw new Error('no protocol handler');
    answer = await handler(toAppRequest(request, port, gone.signal));
    if (answer.type === 'error') throw new Error('Response.error()');
  } catch (error) {
    process.stderr.write(`stand-in: ${request.method ?? ''} ${request.url ?? ''}: ${String(error)}\n`);
    response.destroy();
    return;
  }
  const isPage =
    request.headers['sec-fetch-dest'] === 'document' &&
    (answer.headers.get('content-type') ?? '').startsWith('text/html');
  writeHead(answer, response, isPage);
  if (isPage) response.end(injectFirstScript(await answer.text()));
  else if (answer.body === null || request.method === 'HEAD') response.end();
  else await sendBody(answer.body, response);
  // What the app did not read of an upload must still leave the wire, or the browser never sees the answer.
  if (!request.destroyed) {
    request.removeAllListeners('readable');
    request.resume();
  }
}
