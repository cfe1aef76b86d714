import { checkFile, type CheckAnswer } from './check-file';
import { hashBlob } from './hash-blob';
import { createPool, type WorkerPool } from './worker-pool';
import type { CheckReply, CheckRequest } from './check-worker';
import type { Sha256 } from '#shared/domain/ids';

/** One reads while the others hash, on two processors. */
const atOnce = 3;

let pool: WorkerPool<CheckRequest, CheckReply> | null = null;

function checkers(): WorkerPool<CheckRequest, CheckReply> {
  pool ??= createPool(
    () => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }),
    atOnce,
  );
  return pool;
}

/** A slow memory stick gives 2 MB a second; a worker that takes longer than that hangs. */
function limitFor(blob: Blob): number {
  return 30_000 + blob.size / 2000;
}

const withoutWorkers = (): boolean => typeof Worker === 'undefined';

/** Hashes and judges a file off the main thread, where workers exist. Rejects with `WorkerLost` when one was given up. */
export async function checkInWorker(file: Blob, name: string, signal?: AbortSignal): Promise<CheckAnswer> {
  if (withoutWorkers()) return checkFile(file, name);
  return (await checkers().run({ blob: file, name }, limitFor(file), signal)) as CheckAnswer;
}

/** Files are about to come: starting the workers would take longer than looking at the first. */
export function warmCheckers(): void {
  if (!withoutWorkers()) checkers().warm();
}

/** SHA-256 of stored bytes, off the main thread, to be compared with the hash taken when they came in. */
export async function hashInWorker(blob: Blob, signal?: AbortSignal): Promise<Sha256> {
  if (withoutWorkers()) return (await hashBlob(blob)).sha256;
  return (await checkers().run({ blob, name: null }, limitFor(blob), signal)) as Sha256;
}
