import { AppError } from '#shared/errors';
import { database } from './database';
import { nameEvidence, toEvidence, type CheckedFile } from './evidence-repository';
import { appendEvent } from './timeline-repository';
import type { DerivedFrom, Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';

/**
 * Files a copy made here (marked, cropped, or a frame of a video) beside its original, which is not touched: a new
 * piece that names its parent's hash. Bytes that are there already are not stored twice. Throws `notFound`.
 */
export async function fileDerived(
  parentId: EvidenceId,
  file: CheckedFile,
  { how, atMs }: Pick<DerivedFrom, 'how' | 'atMs'>,
  now: number,
): Promise<Evidence> {
  const db = database();
  const tables = [db.cases, db.evidence, db.blobs, db.events, db.counters, db.buyerFolders];
  return db.transaction('rw', tables, async () => {
    const parent = await db.evidence.get(parentId);
    const item = parent === undefined ? undefined : await db.cases.get(parent.caseId);
    if (parent === undefined || item === undefined) throw new AppError('notFound', { what: 'evidence' });
    const same = await db.evidence.where('sha256').equals(file.sha256).toArray();
    const here = same.find((one) => one.caseId === item.id && one.deletedAt === null);
    if (here !== undefined) return toEvidence(here);
    if ((await db.blobs.get(file.sha256)) === undefined)
      await db.blobs.add({ sha256: file.sha256, blob: file.blob });
    const named = await nameEvidence(item, file, null, now);
    const record = { ...named, derivedFrom: { id: parent.id, sha256: parent.sha256, how, atMs } };
    await db.evidence.add(record);
    const data = { fileName: record.fileName, parent: parent.fileName, parentHash: parent.sha256, how };
    await appendEvent(item.id, 'evidenceDerived', { ...data, sha256: record.sha256 }, now);
    return toEvidence(record);
  });
}

/** The copies made from a piece, in the order they were made. */
export async function listDerived(parent: Evidence): Promise<Evidence[]> {
  const records = await database()
    .evidence.where('[caseId+receivedAt]')
    .between([parent.caseId, 0], [parent.caseId, Infinity])
    .filter((one) => one.deletedAt === null && one.derivedFrom?.sha256 === parent.sha256)
    .toArray();
  return records.map(toEvidence).sort((a, b) => (a.id < b.id ? -1 : 1));
}
