import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors';
import type { Clock } from '../clock';
import { type Chunks, writeAtomically, type WriteOptions, type WrittenFile } from './atomic-write';

/** Where one upload goes. Path and expectation come from main, never from the upload. */
export type TransferTarget = {
  readonly path: string;
  readonly options: WriteOptions;
  /** Told once, when the file stands or when it failed. */
  readonly settled?: (error: AppError | null, written: WrittenFile | null) => void;
};

export type Transfers = {
  /** Opens a one-time address. @param lifetimeMs how long it may wait for its upload */
  readonly open: (
    target: TransferTarget,
    lifetimeMs: number,
  ) => { readonly url: string; readonly token: string };
  /** Takes back an address. @returns false when it was used already, or had expired */
  readonly close: (token: string) => boolean;
  /**
   * Uses an address: streams the bytes to its target.
   * @throws AppError `notFound` for an unknown, used or expired token, and what {@link writeAtomically} throws
   */
  readonly receive: (token: string, body: Chunks) => Promise<WrittenFile>;
  /** Takes back every address that waits. */
  readonly revoke: () => void;
  /** Bytes come in right now, or did within the last minute. */
  readonly isBusy: () => boolean;
  /** Breaks off every upload under way; resolves when none has left a half-written file. */
  readonly stop: () => Promise<void>;
};

/** Path of upload addresses on our origin. */
export const uploadPath = '/upload/';

/** Between two files of one export there may be a pause. */
const restMs = 60_000;

type Waiting = { readonly target: TransferTarget; readonly until: number };

/** The register of one-time upload addresses: bulk bytes stream over the `app` scheme, never over IPC. */
export function createTransfers(clock: Clock): Transfers {
  const waiting = new Map<string, Waiting>();
  const underWay = new Map<AbortController, Promise<unknown>>();
  let lastEnd = -Infinity;

  function dropExpired(): void {
    const now = clock.elapsed();
    for (const [token, { target, until }] of waiting) {
      if (until > now) continue;
      waiting.delete(token);
      target.settled?.(new AppError('notFound', { what: 'upload' }), null);
    }
  }

  return {
    open: (target, lifetimeMs) => {
      const token = randomBytes(24).toString('hex');
      waiting.set(token, { target, until: clock.elapsed() + lifetimeMs });
      return { url: `${uploadPath}${token}`, token };
    },
    close: (token) => waiting.delete(token),
    receive: async (token, body) => {
      dropExpired();
      const entry = waiting.get(token);
      // Gone before the first byte is read: a second upload to the same address finds nothing.
      waiting.delete(token);
      if (entry === undefined) throw new AppError('notFound', { what: 'upload' });
      const { path, options, settled } = entry.target;
      const stop = new AbortController();
      const follow = () => {
        stop.abort();
      };
      options.signal?.addEventListener('abort', follow);
      const writing = writeAtomically(path, body, { ...options, signal: stop.signal });
      underWay.set(stop, writing);
      try {
        const written = await writing;
        settled?.(null, written);
        return written;
      } catch (error) {
        settled?.(error as AppError, null);
        throw error;
      } finally {
        underWay.delete(stop);
        lastEnd = clock.elapsed();
        options.signal?.removeEventListener('abort', follow);
      }
    },
    revoke: () => {
      const all = [...waiting.values()];
      waiting.clear();
      for (const { target } of all) target.settled?.(new AppError('locked'), null);
    },
    isBusy: () => underWay.size > 0 || clock.elapsed() - lastEnd < restMs,
    stop: async () => {
      waiting.clear();
      const writes = [...underWay.values()];
      for (const stop of underWay.keys()) stop.abort();
      await Promise.allSettled(writes);
    },
  };
}
