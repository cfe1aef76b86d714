import { AppError, toAppError } from '#shared/errors';
import { guessSource } from '#shared/domain/file-source';
import { storeBatch, type BatchJob, type BatchOutcome } from '../../data/evidence-batch';
import { now } from '../../platform/clock';
import type { CheckedFile } from '../../data/evidence-repository';
import type { CheckAnswer } from '../../workers/check-file';
import type { RejectReason } from '#shared/domain/file-check';
import type { IntakeJob, IntakeTools } from './intake-job';
import type { Rejected } from './incoming';
import type { TakenIn } from './tell-batch';

/** A file that was looked at in a worker. */
export type Checked = { readonly job: IntakeJob; readonly answer: CheckAnswer };

/** What became of some files. `left`: those a full disk kept out. */
export type Stored = {
  readonly taken: readonly TakenIn[];
  readonly rejected: readonly Rejected[];
  readonly left: readonly IntakeJob[];
  readonly full: AppError | null;
};

/** Below this the database itself could run out of room in the middle of a write. */
const reserveBytes = 32 * 1024 * 1024;

type Good = { readonly job: IntakeJob; readonly batchJob: BatchJob };

/**
 * Writes files that were looked at in one transaction. When that fails they are written one by one, so that a single
 * file that has gone meanwhile keeps nobody else out.
 */
export async function storeJobs(batch: readonly Checked[], tools: IntakeTools): Promise<Stored> {
  const rejected: Rejected[] = [];
  const good: Good[] = [];
  for (const { job, answer } of batch) {
    if (answer.ok) good.push({ job, batchJob: toBatchJob(job, answer) });
    else rejected.push({ name: job.file.name, reason: answer.reason });
  }
  if (good.length === 0) return { taken: [], rejected, left: [], full: null };
  const needed = good.reduce((sum, { job }) => sum + job.file.size, reserveBytes);
  if (await hasRoom(needed, tools)) {
    try {
      return { taken: await store(good), rejected, left: [], full: null };
    } catch {
      // Whose fault it was comes out one by one.
    }
  }
  return storeSingly(good, rejected, tools);
}

/** With this much more than is needed, what was told a moment ago is true enough. */
const plentyBytes = 1024 ** 3;
const freshMs = 5000;
const toldFree = new WeakMap<IntakeTools, { readonly free: number; readonly at: number }>();

/** Asking takes a while when the computer is busy, and would hold up each batch. */
async function hasRoom(needed: number, tools: IntakeTools): Promise<boolean> {
  const told = toldFree.get(tools);
  if (told !== undefined && now() - told.at < freshMs && told.free - needed >= plentyBytes) {
    toldFree.set(tools, { ...told, free: told.free - needed });
    return true;
  }
  const free = await tools.freeBytes();
  if (free === null) return true;
  toldFree.set(tools, { free: free - needed, at: now() });
  return free >= needed;
}

async function store(good: readonly Good[]): Promise<TakenIn[]> {
  const outcomes = await storeBatch(
    good.map(({ batchJob }) => batchJob),
    now(),
  );
  return good.flatMap(({ job }, index): TakenIn[] => {
    const outcome = outcomes[index];
    if (outcome === undefined) return [];
    if ('item' in outcome) job.stored?.(outcome.item.id);
    const quiet = job.target.kind === 'inbox' && job.target.quiet === true;
    return quiet ? [] : [{ ...(outcome satisfies BatchOutcome), name: job.file.name }];
  });
}

async function storeSingly(
  good: readonly Good[],
  rejectedBefore: readonly Rejected[],
  tools: IntakeTools,
): Promise<Stored> {
  const taken: TakenIn[] = [];
  const rejected = [...rejectedBefore];
  for (const [index, one] of good.entries()) {
    const { file } = one.job;
    const failed = await storeOne(one, tools);
    if (Array.isArray(failed)) taken.push(...failed);
    else if (typeof failed === 'string') rejected.push({ name: file.name, reason: failed });
    else return { taken, rejected, left: good.slice(index).map(({ job }) => job), full: failed };
  }
  return { taken, rejected, left: [], full: null };
}

async function storeOne(one: Good, tools: IntakeTools): Promise<TakenIn[] | RejectReason | AppError> {
  const { file } = one.job;
  const free = await tools.freeBytes();
  if (free !== null && free < file.size + reserveBytes) return new AppError('storageFull');
  try {
    return await store([one]);
  } catch (error) {
    return whyNotStored(file, error);
  }
}

function toBatchJob(job: IntakeJob, answer: CheckAnswer & { readonly ok: true }): BatchJob {
  const { ok: _ok, typed, ...facts } = answer;
  const { file, source, folder = '', target } = job;
  const checked: CheckedFile = {
    ...facts,
    // A plain blob of the same bytes, under its real type.
    blob: typed ?? file.slice(0, file.size, facts.mime),
    kind: isScreenshot(job, facts.mime) ? 'chat' : facts.kind,
    originalName: file.name,
    source: guessSource(file.name, folder, source),
    ...(file.lastModified > 0 && source !== 'paste' ? { modifiedAt: file.lastModified } : {}),
  };
  if (target.kind === 'case') return { to: 'case', caseId: target.caseId, file: checked };
  return { to: 'inbox', file: { ...checked, folder, hint: target.hint, waitsFor: target.waitsFor } };
}

/** A file that has gone meanwhile is no full disk. */
async function whyNotStored(file: File, error: unknown): Promise<RejectReason | AppError> {
  const known = toAppError(error);
  if (known.code !== 'storageFull' && known.code !== 'storageUnavailable') return 'failed';
  return (await isReadable(file)) ? known : 'unreadable';
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
function isScreenshot({ file, source }: IntakeJob, mime: string): boolean {
  return source === 'paste' && mime.startsWith('image/') && (file.name === '' || file.name === 'image.png');
}
