import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors';
import type { ReturnSlip } from '#shared/domain/return-slip';

/** A page being prepared for printing. */
export type PrintJob = {
  readonly id: string;
  /** Resolves when the page says it is drawn. @throws AppError `printFailed` on a problem or after the time limit */
  readonly ready: Promise<void>;
  /** Ties the job to the one window that may read it. */
  readonly assign: (windowId: number) => void;
  readonly end: () => void;
};

export type PrintJobs = {
  readonly open: (slip: ReturnSlip) => PrintJob;
  /** @throws AppError `notFound` unless the job is open and belongs to that window */
  readonly read: (windowId: number, jobId: string) => ReturnSlip;
  /** The page is drawn, or could not be (`problem`). */
  readonly settle: (windowId: number, jobId: string, problem: string | null) => void;
};

type OpenJob = {
  readonly slip: ReturnSlip;
  windowId: number | null;
  readonly settle: (problem: string | null) => void;
};

/** Register of print jobs: the hidden page asks for its slip and tells when it is drawn. @param limitMs time to draw */
export function createPrintJobs(limitMs: number): PrintJobs {
  const jobs = new Map<string, OpenJob>();

  function find(windowId: number, jobId: string): OpenJob {
    const job = jobs.get(jobId);
    if (job === undefined || job.windowId !== windowId) throw new AppError('notFound', { what: 'printJob' });
    return job;
  }

  return {
    open: (slip) => {
      const id = randomUUID();
      let settle: (problem: string | null) => void = () => undefined;
      const ready = new Promise<void>((resolve, reject) => {
        settle = (problem) => {
          if (problem === null) resolve();
          else reject(new AppError('printFailed', { reason: problem }));
        };
      });
      // The job may end before anyone waits for it.
      ready.catch(() => undefined);
      const timer = setTimeout(() => {
        settle('timeout');
      }, limitMs);
      const job: OpenJob = { slip, windowId: null, settle };
      jobs.set(id, job);
      return {
        id,
        ready,
        assign: (windowId) => {
          job.windowId = windowId;
        },
        end: () => {
          clearTimeout(timer);
          jobs.delete(id);
          settle('ended');
        },
      };
    },
    read: (windowId, jobId) => find(windowId, jobId).slip,
    settle: (windowId, jobId, problem) => {
      find(windowId, jobId).settle(problem);
    },
  };
}
