import type { AppError } from '#shared/errors';
import { calmLive } from '../../data/live';
import { holdMirror } from '../../data/outbox/hold';
import { report } from '../../state/toast-store';
import { addRejected, setIdle, setUnsaved, useIntake } from './intake-store';
import { appTools, type IntakeJob, type IntakeTools } from './intake-job';
import { storeJobs, type Checked } from './store-jobs';
import { tellBatch, type TakenIn } from './tell-batch';
import { WorkerLost } from '../../workers/worker-pool';
import type { CaseId, InboxId } from '#shared/domain/ids';
import type { InboxItem } from '#shared/domain/inbox';
import type { IncomingFile } from './incoming';

export type { IntakeTools } from './intake-job';

/** Files looked at ahead of those being written. */
const ahead = 6;
/** Files and bytes that are written in one transaction: the disk makes sure once for all of them. */
const together = { files: 8, bytes: 48 * 1024 * 1024 };

let queue: IntakeJob[] = [];
let stopper = new AbortController();
let unsaved: readonly IntakeJob[] = [];
let running: Promise<void> | null = null;

/**
 * Takes files into a case (R17 to R23): hash and real type in workers, then name, bytes and history lines of several in
 * one durable transaction, in the order they came. Calls while one is under way join its queue. Resolves when the queue
 * is empty.
 */
export function intakeFiles(
  caseId: CaseId,
  files: readonly IncomingFile[],
  tools: IntakeTools = appTools,
): Promise<void> {
  return enqueue(
    files.map((one) => ({ ...one, target: { kind: 'case', caseId } })),
    tools,
  );
}

/** Where files go that belong to no case yet, and what lay on the clipboard when they came. */
export type InboxTarget = Pick<InboxItem, 'waitsFor' | 'hint'> & {
  /** Taken in without a word, because somebody else tells of it. */
  readonly quiet?: boolean;
  /** What cannot be kept (a full disk) is brought again by whoever brought it, who also tells of it. */
  readonly triedElsewhere?: boolean;
};

/** Whether a file that could not be kept is offered to the seller to be tried again. */
const isOurs = ({ target }: IntakeJob): boolean => target.kind === 'case' || target.triedElsewhere !== true;

/**
 * Takes files into the inbox, as durably as into a case.
 * @returns for each file its place in the inbox; null for what was refused, left out, or kept out by a full disk
 */
export async function intakeToInbox(
  files: readonly IncomingFile[],
  target: InboxTarget,
  tools: IntakeTools = appTools,
): Promise<readonly (InboxId | null)[]> {
  const ids = new Map<IncomingFile, InboxId>();
  await enqueue(
    files.map((one) => ({
      ...one,
      target: { kind: 'inbox', ...target },
      stored: (id) => {
        ids.set(one, id);
      },
    })),
    tools,
  );
  return files.map((one) => ids.get(one) ?? null);
}

/** Resolves when nothing is being taken in. */
export function intakeIdle(): Promise<void> {
  return running ?? Promise.resolve();
}

function enqueue(jobs: readonly IntakeJob[], tools: IntakeTools): Promise<void> {
  if (jobs.length === 0) return intakeIdle();
  queue.push(...jobs);
  useIntake.setState((state) => ({ running: true, total: state.total + jobs.length }));
  running ??= drainAll(tools);
  return running;
}

async function drainAll(tools: IntakeTools): Promise<void> {
  const [stir, release] = [calmLive(), holdMirror()];
  try {
    // A call that comes while the last batch is being summed up must not wait for the next one.
    while (queue.length > 0) await drain(tools);
  } finally {
    running = null;
    setIdle();
    stir();
    release();
  }
}

/** Stops after the files being written: what is filed is whole, the rest is not touched. */
export function cancelIntake(): void {
  useIntake.setState({ cancelling: true });
  queue = [];
  stopper.abort();
}

/** Tries the files again that the full disk kept out. */
export function retryUnsaved(tools: IntakeTools = appTools): void {
  const again = unsaved;
  unsaved = [];
  setUnsaved([]);
  void enqueue(again, tools);
}

/** Gives up the files that the full disk kept out. */
export function forgetUnsaved(): void {
  unsaved = [];
  setUnsaved([]);
}

type Looked = {
  readonly job: IntakeJob;
  readonly answer: Promise<Checked | 'aborted'>;
  ready: boolean;
};

async function drain(tools: IntakeTools): Promise<void> {
  stopper = new AbortController();
  const { signal } = stopper;
  useIntake.setState({ cancelling: false });
  const outcomes: TakenIn[] = [];
  const line: Looked[] = [];
  let full: AppError | null = null;
  const refill = (): void => {
    while (line.length < ahead + together.files && queue.length > 0) {
      const job = queue.shift();
      if (job === undefined) return;
      const looked: Looked = { job, answer: look(job, tools, signal), ready: false };
      void looked.answer.then(() => {
        looked.ready = true;
      });
      line.push(looked);
    }
  };
  for (refill(); line.length > 0 && !signal.aborted && full === null; refill()) {
    const batch = await gather(line, signal);
    if (batch.length === 0) break;
    const result = await storeJobs(batch, tools);
    outcomes.push(...result.taken);
    addRejected(result.rejected);
    useIntake.setState((state) => ({ done: state.done + batch.length - result.left.length }));
    if (result.full !== null) {
      full = result.full;
      unsaved = [...unsaved, ...[...result.left, ...line.map(({ job }) => job), ...queue].filter(isOurs)];
      queue = [];
    }
  }
  const { total, done } = useIntake.getState();
  tellBatch(outcomes, signal.aborted ? total - done : 0);
  if (full !== null && unsaved.length > 0) {
    setUnsaved(unsaved.map(({ file }) => ({ name: file.name })));
    report(full, () => {
      retryUnsaved(tools);
    });
  }
}

async function look(job: IntakeJob, tools: IntakeTools, signal: AbortSignal): Promise<Checked | 'aborted'> {
  try {
    return { job, answer: await tools.check(job.file, job.file.name, signal) };
  } catch (error) {
    if (error instanceof WorkerLost && error.reason === 'aborted') return 'aborted';
    return { job, answer: { ok: false, reason: 'failed' } };
  }
}

/**
 * Takes from the line what has been looked at, at least one, and no more than is written together: one file that comes
 * alone is not kept waiting, and while some are written the workers look at the next.
 */
async function gather(line: Looked[], signal: AbortSignal): Promise<Checked[]> {
  const batch: Checked[] = [];
  let bytes = 0;
  for (let next = line[0]; next !== undefined; next = line[0]) {
    const enough = batch.length >= together.files || bytes >= together.bytes;
    if (enough || (batch.length > 0 && !next.ready)) break;
    useIntake.setState({ current: next.job.file.name });
    const checked = await next.answer;
    if (checked === 'aborted' || signal.aborted) return [];
    line.shift();
    batch.push(checked);
    bytes += checked.job.file.size;
  }
  return batch;
}
