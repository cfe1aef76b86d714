import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Clock } from '../clock';

/** Bytes that main gives out once: a file, text made while it is read, or a stream opened when it is asked for. */
export type DownloadSource =
  | { readonly file: string }
  | { readonly lines: AsyncIterable<string> }
  | { readonly stream: () => ReadableStream<Uint8Array> };

export type Downloads = {
  /** Opens a one-time address (HTTP GET). @param lifetimeMs how long it may wait to be read */
  readonly open: (source: DownloadSource, lifetimeMs: number) => { readonly url: string };
  /** The bytes behind an address, or null when it is unknown, used or too old. */
  readonly take: (token: string) => ReadableStream<Uint8Array> | null;
  /** Takes back every address that waits. */
  readonly revoke: () => void;
};

/** Path of download addresses on our origin. */
export const downloadPath = '/download/';

/** Characters that go over in one piece: single lines would cost a message each. */
const pieceLength = 256 * 1024;

/** The register of one-time download addresses; path and content come from main, never from the request. */
export function createDownloads(clock: Clock): Downloads {
  const waiting = new Map<string, { readonly source: DownloadSource; readonly until: number }>();
  return {
    open: (source, lifetimeMs) => {
      const now = clock.elapsed();
      for (const [token, { until }] of waiting) if (until <= now) waiting.delete(token);
      const token = randomBytes(24).toString('hex');
      waiting.set(token, { source, until: now + lifetimeMs });
      return { url: `${downloadPath}${token}` };
    },
    revoke: () => {
      waiting.clear();
    },
    take: (token) => {
      const entry = waiting.get(token);
      waiting.delete(token);
      if (entry === undefined || entry.until <= clock.elapsed()) return null;
      const { source } = entry;
      if ('stream' in source) return source.stream();
      const readable =
        'file' in source
          ? createReadStream(source.file, { highWaterMark: 1024 * 1024 })
          : Readable.from(pieces(source.lines));
      return Readable.toWeb(readable) as ReadableStream<Uint8Array>;
    },
  };
}

async function* pieces(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    yield Buffer.from(piece, 'utf8');
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece, 'utf8');
}
