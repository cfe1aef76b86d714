import type { Envelope } from './serve';

/** A worker that had to be given up: it took too long, it broke, or nobody wants the answer any more. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
  readonly reason: 'timeout' | 'crashed' | 'aborted';

  constructor(reason: WorkerLost['reason']) {
    super(`worker ${reason}`);
    this.reason = reason;
  }
}

/** The part of a `Worker` the pool uses. */
export type PooledWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export type WorkerPool<Request, Answer> = {
  /**
   * Has a request answered by the next free worker. A worker that does not answer within `limitMs` is terminated and
   * replaced, whatever it is doing. Rejects with {@link WorkerLost} or what the worker's code threw.
   */
  readonly run: (request: Request, limitMs: number, signal?: AbortSignal) => Promise<Answer>;
  /** Starts the workers for what is about to come. */
  readonly warm: () => void;
};

type Job<Request, Answer> = {
  readonly request: Request;
  readonly limitMs: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/** A worker that had nothing to do for so long is ended: its memory, most of all that of our own decoder, never shrinks. */
const restMs = 5000;

/** At most `size` workers, started when first needed and kept while there is work; each does one thing at a time. */
export function createPool<Request, Answer>(
  spawn: () => PooledWorker,
  size: number,
): WorkerPool<Request, Answer> {
  const idle: PooledWorker[] = [];
  let rest: ReturnType<typeof setTimeout> | undefined;
  const waiting: Job<Request, Answer>[] = [];
  let busy = 0;

  function next(): void {
    const job = busy < size ? waiting.shift() : undefined;
    if (job === undefined) return;
    if (job.signal?.aborted === true) {
      job.reject(new WorkerLost('aborted'));
      next();
      return;
    }
    let worker: PooledWorker;
    try {
      worker = idle.pop() ?? spawn();
    } catch (error) {
      job.reject(error);
      next();
      return;
    }
    busy += 1;
    start(worker, job);
  }

  function endIdle(): void {
    if (busy > 0) return;
    for (const worker of idle.splice(0)) worker.terminate();
  }

  function planRest(): void {
    clearTimeout(rest);
    if (busy === 0) rest = setTimeout(endIdle, restMs);
  }

  function start(worker: PooledWorker, job: Job<Request, Answer>): void {
    const ears = new AbortController();
    const { signal } = ears;
    const settle = (keep: boolean, finish: () => void): void => {
      clearTimeout(timer);
      ears.abort();
      if (keep) idle.push(worker);
      else worker.terminate();
      busy -= 1;
      finish();
      next();
      planRest();
    };
    const lose = (reason: WorkerLost['reason']) => (): void => {
      settle(false, () => {
        job.reject(new WorkerLost(reason));
      });
    };
    const timer = setTimeout(lose('timeout'), job.limitMs);
    job.signal?.addEventListener('abort', lose('aborted'), { signal });
    worker.addEventListener('error', lose('crashed'), { signal });
    worker.addEventListener('messageerror', lose('crashed'), { signal });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Envelope<Answer>>) => {
        settle(true, () => {
          if (data.ok) job.resolve(data.answer);
          else job.reject(Object.assign(new Error(data.message), { name: data.name }));
        });
      },
      { signal },
    );
    worker.postMessage(job.request, []);
  }

  return {
    run: (request, limitMs, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, limitMs, signal, resolve, reject });
        next();
      }),
    warm: () => {
      try {
        while (idle.length + busy < size) idle.push(spawn());
      } catch {
        // Whoever needs one is told.
      }
      planRest();
    },
  };
}
