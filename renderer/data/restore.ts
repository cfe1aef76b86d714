import type { ArchiveFacts } from '#shared/vault/archive-exchange';
import { applyCases, type CaseResult, willApply } from './restore-cases';
import { bringObjects, hashesOf, stagedObjects } from './restore-files';
import { previewRestore, type RestorePreview } from './restore-preview';
import { stageArchive } from './restore-staging';
import { applyWhole, type WholeReport } from './restore-whole';

export type RestorePhase = 'rows' | 'comparing' | 'files' | 'applying';
export type RestoreWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (phase: RestorePhase, done: number, total: number) => void;
};

/** Reads a checked archive aside and compares it with what is here. Nothing of the shop changes. */
export async function lookInto(
  facts: ArchiveFacts,
  { signal, onProgress }: RestoreWatch,
): Promise<RestorePreview> {
  await stageArchive(facts, signal, (done, total) => {
    onProgress('rows', done, total);
  });
  return previewRestore(facts.counts['cases'] ?? 0, signal, (done, total) => {
    onProgress('comparing', done, total);
  });
}

export type RestoreReport = {
  readonly whole: WholeReport | null;
  readonly cases: readonly CaseResult[];
  /** Originals the archive does not have either. */
  readonly missing: readonly string[];
};

/** Restores the whole shop from the staged archive: originals first, then all rows at once. */
export async function restoreWhole(
  jobId: string,
  facts: ArchiveFacts,
  { signal, onProgress }: RestoreWatch,
): Promise<RestoreReport> {
  const missing = await bringObjects(jobId, await stagedObjects(null), signal, (done, total) => {
    onProgress('files', done, total);
  });
  const total = Object.values(facts.counts).reduce((sum, count) => sum + count, 0);
  const whole = await applyWhole((done) => {
    onProgress('applying', done, total);
  });
  return { whole, cases: [], missing };
}

/** Restores single cases from the staged archive. @param replace cases that may be replaced although newer here */
export async function restoreCases(
  jobId: string,
  ids: readonly string[],
  replace: ReadonlySet<string>,
  times: { readonly archivedAt: number; readonly now: number },
  { signal, onProgress }: RestoreWatch,
): Promise<RestoreReport> {
  const applied: string[] = [];
  for (const id of ids) if (await willApply(id, replace)) applied.push(id);
  const missing = await bringObjects(
    jobId,
    await stagedObjects(await hashesOf(applied)),
    signal,
    (done, total) => {
      onProgress('files', done, total);
    },
  );
  onProgress('applying', 0, ids.length);
  const cases = await applyCases(ids, { replace, ...times });
  return { whole: null, cases, missing };
}
