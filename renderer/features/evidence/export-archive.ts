import { AppError, toAppError } from '#shared/errors';
import { archiveFolder } from '#shared/domain/evidence-name';
import { buildManifest, type ManifestEntry } from '#shared/vault/manifest';
import { getCases } from '../../data/case-repository';
import { getEvidence, logExport, readOriginal } from '../../data/evidence-repository';
import { healOriginal } from '../../data/heal';
import { now } from '../../platform/clock';
import { ask, upload } from '../../platform/desktop';
import { report, tell, warn } from '../../state/toast-store';
import { hashInWorker } from '../../workers/check';
import { useExport, type LeftOut } from './export-store';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, Sha256 } from '#shared/domain/ids';

/** As many as there are hashing workers. */
const atOnce = 2;

/**
 * Writes the archive 售后问题图片汇集 as folders per buyer with a manifest (R22). Every file is read and hashed before
 * the first is written, so the manifest tells the truth: what does not pass is left out of the tree, listed in the
 * manifest and named on screen.
 */
export async function exportArchive(items: readonly Evidence[]): Promise<void> {
  if (useExport.getState().phase !== null || items.length === 0) return;
  try {
    await run(items);
  } catch (error) {
    if (toAppError(error).code === 'cancelled') warn('evidence.exportCancelled');
    else {
      report(error, () => {
        void exportArchive(items);
      });
    }
  } finally {
    useExport.setState({ phase: null, done: 0, total: 0, cancelled: false });
  }
}

function stopIfCancelled(): void {
  if (useExport.getState().cancelled) throw new AppError('cancelled');
}

async function run(items: readonly Evidence[]): Promise<void> {
  const left = await checkAll([...new Set(items.map(({ sha256 }) => sha256))]);
  const files = items.filter(({ sha256 }) => !left.has(sha256));
  const manifest = buildManifest(await describe(items), left, now());
  useExport.setState({
    phase: 'writing',
    done: 0,
    total: files.length,
    leftOut: items.flatMap(({ fileName, sha256 }) => {
      const reason = left.get(sha256);
      return reason === undefined ? [] : [{ fileName, reason }];
    }),
  });
  if (files.length === 0) return;
  const ticket = await ask('beginExport', {
    rootName: archiveFolder,
    files: files.map(({ folder, fileName, size, sha256 }) => ({ folder, name: fileName, size, sha256 })),
    manifest: `${JSON.stringify(manifest, null, 2)}\n`,
  });
  if (ticket === null) return;
  try {
    for (const [index, { sha256 }] of files.entries()) {
      stopIfCancelled();
      const target = ticket.uploads[index];
      if (target === undefined) throw new AppError('writeFailed');
      await upload(target.url, await readOriginal(sha256));
      useExport.setState({ done: index + 1 });
    }
    stopIfCancelled();
  } catch (error) {
    await ask('cancelExport', ticket.exportId).catch(() => undefined);
    throw error;
  }
  const { folderName, written } = await ask('finishExport', ticket.exportId);
  const counts = new Map<CaseId, number>();
  for (const { caseId } of files) counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
  await logExport(counts, folderName, now());
  tell('evidence.exported', { count: written, folder: folderName });
}

/** Reads and hashes every original; those that are not what came in, and why. */
async function checkAll(hashes: readonly Sha256[]): Promise<Map<Sha256, LeftOut['reason']>> {
  const left = new Map<Sha256, LeftOut['reason']>();
  const waiting = [...hashes];
  useExport.setState({ phase: 'checking', done: 0, total: hashes.length, leftOut: [] });
  const lane = async (): Promise<void> => {
    for (let sha256 = waiting.pop(); sha256 !== undefined; sha256 = waiting.pop()) {
      stopIfCancelled();
      const problem = await findProblem(sha256);
      if (problem !== null) left.set(sha256, problem);
      useExport.setState(({ done }) => ({ done: done + 1 }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return left;
}

/** What is wrong with a stored original and could not be mended from the vault. */
async function findProblem(sha256: Sha256): Promise<LeftOut['reason'] | null> {
  const problem = await compare(sha256);
  if (problem === null) return null;
  return (await healOriginal(sha256, now()).catch(() => null)) === null ? problem : null;
}

async function compare(sha256: Sha256): Promise<LeftOut['reason'] | null> {
  let original: Blob;
  try {
    original = await readOriginal(sha256);
    // A file that has gone from the disk still has a record and a size; only reading it tells.
    await original.slice(0, 1).arrayBuffer();
  } catch {
    return 'missing';
  }
  try {
    return (await hashInWorker(original)) === sha256 ? null : 'changed';
  } catch {
    return 'missing';
  }
}

async function describe(items: readonly Evidence[]): Promise<ManifestEntry[]> {
  const cases = new Map(
    (await getCases([...new Set(items.map(({ caseId }) => caseId))])).map((one) => [one.id, one]),
  );
  const firstIds = [...new Set(items.flatMap(({ duplicateOf }) => duplicateOf ?? []))];
  const firsts = new Map((await getEvidence(firstIds)).map((one) => [one.id, one]));
  return items.map((item) => ({
    item,
    case: cases.get(item.caseId),
    first: item.duplicateOf === null ? undefined : firsts.get(item.duplicateOf),
  }));
}
