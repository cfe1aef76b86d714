import { createPool, type WorkerPool } from './worker-pool';
import type { MarkRequest } from './mark-worker';

/** A hundred megapixels take some seconds; what takes longer hangs. */
const limitMs = 60_000;

let pool: WorkerPool<MarkRequest, Blob> | null = null;

/** Makes a marked copy of a picture off the main thread. Rejects with `WorkerLost` or what the decoder says. */
export function paintCopy(request: MarkRequest): Promise<Blob> {
  pool ??= createPool(() => new Worker(new URL('./mark-worker.ts', import.meta.url), { type: 'module' }), 1);
  return pool.run(request, limitMs);
}
