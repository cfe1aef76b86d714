import type { IncomingMessage, ServerResponse } from 'node:http';
import { dispatchInvoke, dispatchSend } from './ipc-main';
import { settlePageQuestion } from './page-dialogs';
import type { StandInWebContents } from './web-contents';
import { openWindows } from './windows';

type Up =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'page'; readonly event: 'dom-ready' | 'did-finish-load'; readonly title: string }
  | { readonly kind: 'answer'; readonly askId: number; readonly answer: string | boolean | null };

/** The contents of the window a page says it is; a page opened by hand counts as the first window. */
export function contentsOf(windowId: string | null): StandInWebContents | undefined {
  const window =
    windowId === null || windowId === '' ? [...openWindows.values()][0] : openWindows.get(Number(windowId));
  return window?.webContents;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(why);
}

/** A batch of messages from a page, in the order it sent them. Answered at once; results follow on the stream. */
export async function receiveMessages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const contents = contentsOf(header(request, 'x-stand-in-window'));
  if (contents === undefined) {
    refuse(response, 410, 'this window is closed');
    return;
  }
  const documentId = header(request, 'x-stand-in-document');
  const batch = JSON.parse(await readText(request)) as {
    readonly url: string;
    readonly messages: readonly Up[];
  };
  contents.moveTo(batch.url);
  response.writeHead(204).end();
  for (const message of batch.messages) {
    if (message.kind === 'invoke')
      void dispatchInvoke(contents, documentId, message.id, message.channel, message.args);
    else if (message.kind === 'send') dispatchSend(contents, message.channel, message.args);
    else if (message.kind === 'page') contents.pageEvent(message.event, message.title);
    else settlePageQuestion(message.askId, message.answer);
  }
}

/** A page's blocking question whether it may navigate or open a window. */
export async function receiveQuestion(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const contents = contentsOf(header(request, 'x-stand-in-window'));
  const question = JSON.parse(await readText(request)) as {
    readonly kind: 'open' | 'navigate';
    readonly url: string;
  };
  let isAllowed = false;
  if (question.kind === 'open') contents?.askWindowOpen(question.url);
  else isAllowed = contents?.mayNavigate(question.url) ?? false;
  response.writeHead(200, { 'Content-Type': 'text/plain' }).end(isAllowed ? 'yes' : 'no');
}

/** A page opens its stream of messages. */
export function openStream(request: IncomingMessage, response: ServerResponse, url: URL): void {
  const contents = contentsOf(url.searchParams.get('window'));
  if (contents === undefined) {
    // 204 tells the browser not to try again.
    response.writeHead(204).end();
    return;
  }
  const seen = header(request, 'last-event-id');
  contents.channel.attach(
    response,
    url.searchParams.get('document') ?? '',
    seen === '' ? undefined : Number(seen),
  );
}
