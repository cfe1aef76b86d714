import { createPool, type WorkerPool } from './worker-pool';
import type { Derived } from './shrink';
import type { HeifRequest } from './heif-worker';
import type { ThumbRequest } from './thumb-worker';

/** A decode that takes longer is given up and its worker replaced (research A4, image bombs). */
const limitMs = 15_000;
/** Our own decoder runs without the processor's help. */
const heifLimitMs = 45_000;

/** Long side of a thumbnail in pixels: sharp in a tile of 160 on a screen with double density. */
export const thumbSide = 320;

let pool: WorkerPool<ThumbRequest, Derived> | null = null;
let heifPool: WorkerPool<HeifRequest, Derived> | null = null;

/** Makes a thumbnail in a worker, two at a time. Rejects with `WorkerLost` or what the decoder says. */
export function makeThumb(
  original: Blob,
  mime: string,
  longSide: number = thumbSide,
  signal?: AbortSignal,
  type: ThumbRequest['type'] = 'image/webp',
): Promise<Derived> {
  pool ??= createPool(() => new Worker(new URL('./thumb-worker.ts', import.meta.url), { type: 'module' }), 2);
  return pool.run({ original, mime, longSide, type }, limitMs, signal);
}

/** Makes a picture Chromium can show of one it cannot (HEIC), one at a time: each takes some hundred megabytes. */
export function convertPicture(
  original: Blob,
  longSide: number = thumbSide,
  signal?: AbortSignal,
  type: HeifRequest['type'] = 'image/webp',
): Promise<Derived> {
  heifPool ??= createPool(
    () => new Worker(new URL('./heif-worker.ts', import.meta.url), { type: 'module' }),
    1,
  );
  return heifPool.run({ original, longSide, type }, heifLimitMs, signal);
}
