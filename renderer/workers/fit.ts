import { createPool, type WorkerPool } from './worker-pool';
import type { FitReply, FitRequest } from './fit-worker';

const limitMs = 60_000;

let pool: WorkerPool<FitRequest, FitReply> | null = null;

/**
 * A picture as a JPEG of at most `maxBytes` and `longSide` pixels, upright and without what a camera wrote beside it.
 * Rejects with `WorkerLost`, what the decoder says, or a RangeError when no readable picture fits.
 */
export function fitPicture(request: FitRequest): Promise<FitReply> {
  pool ??= createPool(() => new Worker(new URL('./fit-worker.ts', import.meta.url), { type: 'module' }), 2);
  return pool.run(request, limitMs);
}
