import type { ServerResponse } from 'node:http';

/** Messages from main to one window's page. `text` fields are encodeForIpc's. */
export type ToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly value?: string; readonly error?: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'navigate'; readonly path: string }
  | { readonly kind: 'reload' }
  | { readonly kind: 'ask'; readonly askId: number; readonly dialog: string; readonly options: string };

/** How many sent messages are kept for a page whose stream broke for a moment. */
const KEPT = 1000;

/**
 * The ordered stream of messages to one window (server-sent events). What is sent while no page listens waits; a
 * stream that broke is continued where it ended; a new document gets only what the old one had not received.
 */
export class PageChannel {
  #waiting: { readonly sequence: number; readonly text: string }[] = [];
  #sent: { readonly sequence: number; readonly text: string }[] = [];
  #stream: ServerResponse | undefined;
  #documentId = '';
  #sequence = 0;

  get isConnected(): boolean {
    return this.#stream !== undefined;
  }

  get documentId(): string {
    return this.#documentId;
  }

  push(message: ToPage): void {
    this.#sequence += 1;
    this.#waiting.push({ sequence: this.#sequence, text: JSON.stringify(message) });
    this.#flush();
  }

  /** Answers one document's invoke; dropped when that document is gone, as in Electron. */
  reply(documentId: string, message: Extract<ToPage, { kind: 'reply' }>): void {
    if (documentId === this.#documentId || this.#documentId === '') this.push(message);
  }

  /** A page opened its stream. `lastSeen` is the browser's Last-Event-ID when it continues a broken one. */
  attach(stream: ServerResponse, documentId: string, lastSeen: number | undefined): void {
    this.#stream?.end();
    const isSameDocument = documentId === this.#documentId;
    if (isSameDocument && lastSeen !== undefined)
      this.#waiting = [...this.#sent.filter((entry) => entry.sequence > lastSeen), ...this.#waiting];
    this.#sent = [];
    this.#documentId = documentId;
    this.#stream = stream;
    stream.once('close', () => {
      if (this.#stream === stream) this.#stream = undefined;
    });
    stream.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    stream.write(':\n\n');
    this.#flush();
  }

  end(): void {
    this.#stream?.end();
    this.#waiting = [];
  }

  #flush(): void {
    const stream = this.#stream;
    if (stream === undefined || stream.destroyed) return;
    for (const entry of this.#waiting) {
      stream.write(`id: ${entry.sequence}\ndata: ${entry.text}\n\n`);
      this.#sent.push(entry);
    }
    this.#waiting = [];
    this.#sent = this.#sent.slice(-KEPT);
  }
}
