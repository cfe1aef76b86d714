import { z } from 'zod';

/** What the settings show of the watch folder. Times are epoch ms. */
export type WatchStatus = {
  readonly folder: string | null;
  readonly on: boolean;
  /** `missing`: the folder is not there now, an unplugged device; it goes on by itself when it is back. */
  readonly state: 'off' | 'watching' | 'missing';
  /** Files that lay in the folder when it was chosen and were left out. */
  readonly before: number;
  readonly taken: number;
  readonly last: { readonly name: string; readonly at: number } | null;
  /** Complete files the window has not taken yet. */
  readonly waiting: number;
  /** Files that could not be kept (a full disk) and are tried again by themselves. */
  readonly held: number;
};

/** A complete file of the watched folder; `url` gives its bytes once (HTTP GET). */
export type WatchedFile = {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  /** The watched folder's own name and the folders below it, with `/`. */
  readonly folder: string;
  readonly size: number;
  readonly modifiedAt: number;
  /**
   * Bytes that were taken from this place before, when there are more now: a transfer that rested for a while may have
   * looked complete. Null when nothing was, or it is not longer.
   */
  readonly grownFrom: number | null;
};

/** `known`: the window had these bytes already, or they are no evidence; `failed`: it is offered again after a while. */
export const settleWatchedSchema = z.strictObject({
  id: z.string().max(64),
  size: z.number().int().min(0),
  modifiedAt: z.number().int(),
  outcome: z.enum(['taken', 'known', 'failed']),
});
export type SettleWatched = z.infer<typeof settleWatchedSchema>;
