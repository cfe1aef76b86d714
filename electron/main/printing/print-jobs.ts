import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors';
import type { ReturnSlip } from '#shared/domain/return-slip';
import type { PackSheet, PaperSheet } from '#shared/ipc/contract';

/** What a hidden page draws. */
export type PrintSheet =
  | { readonly kind: 'slip'; readonly slip: ReturnSlip }
  | { readonly kind: 'pack'; readonly pack: PackSheet }
  | { readonly kind: 'paper'; readonly sheet: PaperSheet };

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
  readonly open: (sheet: PrintSheet) => PrintJob;
  /** @throws AppError `notFound` unless the job is open, belongs to that window and is of that kind */
  readonly read: <Kind extends PrintSheet['kind']>(
    windowId: number,
    jobId: string,
    kind: Kind,
  ) => Extract<PrintSheet, { readonly kind: Kind }>;
  /** The page is drawn, or could not be (`problem`). */
  readonly settle: (windowId: number, jobId: string, problem: string | null) => void;
};

type OpenJob = {
  readonly sheet: PrintSheet;
  windowId: number | null;
  readonly settle: (problem: string | null) => void;
};

/** Register of print jobs: the hidden page asks for its sheet and tells when it is drawn. @param limitMs time to draw */
export function createPrintJobs(limitMs: number): PrintJobs {
  const jobs = new Map<string, OpenJob>();

  function find(windowId: number, jobId: string): OpenJob {
    const job = jobs.get(jobId);
    if (job === undefined || job.windowId !== windowId) throw new AppError('notFound', { what: 'printJob' });
    return job;
  }

  return {
    open: (sheet) => {
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
      const job: OpenJob = { sheet, windowId: null, settle };
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
    read: (windowId, jobId, kind) => {
      const { sheet } = find(windowId, jobId);
      if (!isOfKind(sheet, kind)) throw new AppError('notFound', { what: 'printJob' });
      return sheet;
    },
    settle: (windowId, jobId, problem) => {
      find(windowId, jobId).settle(problem);
    },
  };
}

function isOfKind<Kind extends PrintSheet['kind']>(
  sheet: PrintSheet,
  kind: Kind,
): sheet is Extract<PrintSheet, { readonly kind: Kind }> {
  return sheet.kind === kind;
}
