import { AppError, toAppError } from '#shared/errors';
import { fileEvidence, type FilingOutcome } from '../../data/evidence-repository';
import { now } from '../../platform/clock';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { checkInWorker } from '../../workers/check';
import { WorkerLost } from '../../workers/worker-pool';
import { addRejected, setIdle, setUnsaved, useIntake } from './intake-store';
import { tellBatch, type TakenIn } from './tell-batch';
import type { CaseId } from '#shared/domain/ids';
import type { RejectReason } from '#shared/domain/file-check';
import type { CheckAnswer } from '../../workers/check-file';
import type { IncomingFile } from './incoming';

/** What the intake needs from outside; tests give their own. `freeBytes` is null when it cannot be told. */
export type IntakeTools = {
  readonly check: (file: Blob, name: string, signal: AbortSignal) => Promise<CheckAnswer>;
  readonly freeBytes: () => Promise<number | null>;
};

const appTools: IntakeTools = {
  check: checkInWorker,
  freeBytes: () =>
    ask('getAppInfo').then(
      (info) => info.freeBytes,
      () => null,
    ),
};

type Job = IncomingFile & { readonly caseId: CaseId };
type Checked = { readonly job: Job; readonly answer: Promise<CheckAnswer> };

/** Files looked at ahead of the one being written: as many as there are workers. */
const ahead = 2;
/** Below this the database itself could run out of room in the middle of a write. */
const reserveBytes = 32 * 1024 * 1024;

let queue: Job[] = [];
let stopper = new AbortController();
let unsaved: readonly Job[] = [];
let running: Promise<void> | null = null;

/**
 * Takes files into a case (R17 to R23), one after another: hash and real type in a worker, then name, bytes and history
 * line in one durable transaction. Calls while one is under way join its queue. Resolves when the queue is empty.
 */
export function intakeFiles(
  caseId: CaseId,
  files: readonly IncomingFile[],
  tools: IntakeTools = appTools,
): Promise<void> {
  if (files.length === 0) return running ?? Promise.resolve();
  queue.push(...files.map((one) => ({ ...one, caseId })));
  useIntake.setState((state) => ({ running: true, total: state.total + files.length }));
  running ??= drainAll(tools);
  return running;
}

async function drainAll(tools: IntakeTools): Promise<void> {
  try {
    // A call that comes while the last batch is being summed up must not wait for the next one.
    while (queue.length > 0) await drain(tools);
  } finally {
    running = null;
    setIdle();
  }
}

/** Stops after the file being written: what is filed is whole, the rest is not touched. */
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
  for (const job of again) void intakeFiles(job.caseId, [job], tools);
}

/** Gives up the files that the full disk kept out. */
export function forgetUnsaved(): void {
  unsaved = [];
  setUnsaved([]);
}

async function drain(tools: IntakeTools): Promise<void> {
  stopper = new AbortController();
  const { signal } = stopper;
  useIntake.setState({ cancelling: false });
  const outcomes: TakenIn[] = [];
  const line: Checked[] = [];
  let full: AppError | null = null;
  const refill = (): void => {
    while (line.length <= ahead && queue.length > 0) {
      const job = queue.shift();
      if (job === undefined) return;
      const answer = tools.check(job.file, job.file.name, signal);
      // Looked at when its turn comes; until then nobody waits for it.
      answer.catch(() => undefined);
      line.push({ job, answer });
    }
  };
  for (refill(); line.length > 0; refill()) {
    const next = line.shift();
    if (next === undefined || signal.aborted) break;
    useIntake.setState({ current: next.job.file.name });
    const result = await takeIn(next, tools);
    if (result === 'aborted') break;
    if (typeof result === 'string') addRejected([{ name: next.job.file.name, reason: result }]);
    else if ('outcome' in result) {
      outcomes.push({ name: next.job.file.name, ...result });
    } else {
      full = result.full;
      unsaved = [...unsaved, next.job, ...line.map(({ job }) => job), ...queue];
      queue = [];
      break;
    }
    useIntake.setState((state) => ({ done: state.done + 1 }));
  }
  const { total, done } = useIntake.getState();
  tellBatch(outcomes, signal.aborted ? total - done : 0);
  if (full !== null) {
    setUnsaved(unsaved.map(({ file }) => ({ name: file.name })));
    report(full, () => {
      retryUnsaved(tools);
    });
  }
}

/** One file: filed, refused with a reason, or stopped by a full disk. */
async function takeIn(
  { job, answer }: Checked,
  tools: IntakeTools,
): Promise<FilingOutcome | RejectReason | 'aborted' | { readonly full: AppError }> {
  const { file, source } = job;
  let checked: CheckAnswer;
  try {
    checked = await answer;
  } catch (error) {
    return error instanceof WorkerLost && error.reason === 'aborted' ? 'aborted' : 'failed';
  }
  if (!checked.ok) return checked.reason;
  const free = await tools.freeBytes();
  if (free !== null && free < file.size + reserveBytes) return { full: new AppError('storageFull') };
  const { ok: _ok, ...facts } = checked;
  try {
    return await fileEvidence(
      job.caseId,
      {
        ...facts,
        // A plain blob of the same bytes, under its real type.
        blob: file.slice(0, file.size, facts.mime),
        kind: isPastedScreenshot(job, facts.mime) ? 'chat' : facts.kind,
        originalName: file.name,
        source,
      },
      now(),
    );
  } catch (error) {
    return whyNotFiled(file, error);
  }
}

/** A file that has gone meanwhile is no full disk. */
async function whyNotFiled(file: File, error: unknown): Promise<RejectReason | { readonly full: AppError }> {
  const known = toAppError(error);
  if (known.code !== 'storageFull' && known.code !== 'storageUnavailable') return 'failed';
  return (await isReadable(file)) ? { full: known } : 'unreadable';
}

async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(-1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** A screenshot on the clipboard has no name of its own: in this trade it is a chat (R81, R87). */
function isPastedScreenshot({ file, source }: Job, mime: string): boolean {
  return source === 'paste' && mime.startsWith('image/') && (file.name === '' || file.name === 'image.png');
}
