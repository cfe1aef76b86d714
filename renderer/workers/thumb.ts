import { createPool, type WorkerPool } from './worker-pool';
import type { ThumbRequest } from './thumb-worker';

/** A decode that takes longer is given up and its worker replaced (research A4, image bombs). */
const limitMs = 15_000;

let pool: WorkerPool<ThumbRequest, Blob> | null = null;

/** Makes a thumbnail in a worker, two at a time. Rejects with `WorkerLost` or what the decoder says. */
export function makeThumb(original: Blob, mime: string): Promise<Blob> {
  pool ??= createPool(() => new Worker(new URL('./thumb-worker.ts', import.meta.url), { type: 'module' }), 2);
  return pool.run({ original, mime }, limitMs);
}
