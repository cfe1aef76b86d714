import { nameKey } from '#shared/domain/evidence-name';
import { AppError } from '#shared/errors';
import { appendEvent } from './timeline-repository';
import { database } from './database';
import { folderOf, freeName } from './evidence-naming';
import { makeId } from './make-id';
import type { Case } from '#shared/domain/case';
import type { Evidence, EvidenceKind, EvidenceSource } from '#shared/domain/evidence';
import type { CaseId, EvidenceId, Sha256 } from '#shared/domain/ids';
import type { TakenTime } from '#shared/domain/taken-time';
import type { EvidenceRecord } from './records';

/** A row as the rest of the app sees it. */
export function toEvidence({ nameKey: _nameKey, ...item }: EvidenceRecord): Evidence {
  return item;
}

/** A file whose bytes were already hashed and whose real type is known. */
export type CheckedFile = {
  readonly blob: Blob;
  readonly originalName: string;
  readonly sha256: Sha256;
  readonly mime: string;
  readonly ext: string;
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
  readonly width: number | null;
  readonly height: number | null;
  readonly taken?: TakenTime;
  readonly hasPlace?: boolean;
  /** The file's own time of change, epoch ms. */
  readonly modifiedAt?: number;
  /** When it came into the app, if that was before it was filed. */
  readonly receivedAt?: number;
};

/**
 * What became of a file: newly stored, linked to bytes another case already has, or nothing new because this
 * case has it already.
 */
export type FilingOutcome = {
  readonly outcome: 'stored' | 'linked' | 'already';
  readonly evidence: Evidence;
  /** Case number and name of the first evidence with the same bytes, for `linked` and `already`. */
  readonly of: { readonly caseNo: string; readonly fileName: string } | null;
};

/**
 * Files one piece of evidence under the buyer's ID (R21): name, bytes, history line in one durable transaction.
 * The same bytes are stored once; in the same case they are only noticed (R22).
 */
export async function fileEvidence(caseId: CaseId, file: CheckedFile, now: number): Promise<FilingOutcome> {
  return database().transaction('rw', filingTables(), async () => fileInTransaction(caseId, file, now));
}

/** Tables that filing a piece of evidence writes. */
export function filingTables() {
  const { cases, evidence, blobs, events, counters, buyerFolders } = database();
  return [cases, evidence, blobs, events, counters, buyerFolders];
}

/** {@link fileEvidence} inside a transaction of the caller's, which covers {@link filingTables}. */
export async function fileInTransaction(
  caseId: CaseId,
  file: CheckedFile,
  now: number,
): Promise<FilingOutcome> {
  const db = database();
  const item = await db.cases.get(caseId);
  if (item === undefined) throw new AppError('notFound', { what: 'case' });
  const same = (await db.evidence.where('sha256').equals(file.sha256).toArray())
    .filter((one) => one.deletedAt === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const here = same.find((one) => one.caseId === caseId);
  const first = same.find((one) => one.duplicateOf === null) ?? same[0];
  const of = await describeFirst(here ?? first);
  if (here !== undefined) {
    const data = { fileName: here.fileName, name: file.originalName };
    await appendEvent(caseId, 'evidenceDuplicate', data, now);
    return { outcome: 'already', evidence: toEvidence(here), of };
  }
  await keepBytes(file.sha256, file.blob);
  const record = await nameEvidence(item, file, first?.id ?? null, now);
  await db.evidence.add(record);
  const { fileName, originalName, sha256, size } = record;
  await appendEvent(caseId, 'evidenceAdded', { fileName, originalName, sha256, size }, now);
  return { outcome: first === undefined ? 'stored' : 'linked', evidence: toEvidence(record), of };
}

/** Stores bytes under their hash, once. Call inside a transaction that covers `blobs`. */
export async function keepBytes(sha256: Sha256, blob: Blob): Promise<void> {
  const { blobs } = database();
  if ((await blobs.where('sha256').equals(sha256).count()) === 0) await blobs.add({ sha256, blob });
}

async function describeFirst(first: EvidenceRecord | undefined): Promise<FilingOutcome['of']> {
  if (first === undefined) return null;
  const owner = await database().cases.get(first.caseId);
  return { caseNo: owner?.caseNo ?? '', fileName: first.fileName };
}

/** The row of a new piece under its name (R21). Call inside a transaction over evidence, counters and buyerFolders. */
export async function nameEvidence(
  item: Case,
  file: CheckedFile,
  duplicateOf: EvidenceId | null,
  now: number,
): Promise<EvidenceRecord> {
  const folder = await folderOf(item.buyerId);
  const receivedAt = file.receivedAt ?? now;
  const fileName = await freeName(folder, receivedAt, file.kind, file.ext);
  return {
    id: makeId<'evidence'>(now),
    caseId: item.id,
    buyerId: item.buyerId,
    sha256: file.sha256,
    fileName,
    nameKey: nameKey(fileName),
    folder,
    originalName: file.originalName,
    size: file.blob.size,
    mime: file.mime,
    kind: file.kind,
    source: file.source,
    receivedAt,
    width: file.width,
    height: file.height,
    ...(file.taken === undefined ? {} : { taken: file.taken }),
    ...(file.hasPlace === true ? { hasPlace: true } : {}),
    ...(file.modifiedAt === undefined ? {} : { modifiedAt: file.modifiedAt }),
    duplicateOf,
    note: '',
    sample: item.sample,
    deletedAt: null,
  };
}

/** A case's evidence, in the order it came in. */
export async function listEvidenceOfCase(caseId: CaseId): Promise<Evidence[]> {
  const records = await database()
    .evidence.where('[caseId+receivedAt]')
    .between([caseId, 0], [caseId, Infinity])
    .toArray();
  return records
    .filter((one) => one.deletedAt === null)
    .map(toEvidence)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How many pieces of evidence a case has, for its badge. */
export async function countEvidence(caseId: CaseId): Promise<number> {
  return (await listEvidenceOfCase(caseId)).length;
}

/** Rows read in one go: small enough that the window stays quick while all of them are read. */
const pageSize = 2000;

/** All evidence, newest first (R22). Reads rows only, never bytes. */
export async function listEvidence(): Promise<Evidence[]> {
  const { evidence } = database();
  const all: Evidence[] = [];
  let last: EvidenceId | '' = '';
  for (;;) {
    const page: EvidenceRecord[] = await evidence
      .where('id')
      .above(last as EvidenceId)
      .limit(pageSize)
      .toArray();
    all.push(...page.filter((one) => one.deletedAt === null).map(toEvidence));
    const end = page.at(-1);
    if (page.length < pageSize || end === undefined) return all.reverse();
    last = end.id;
  }
}

/** The pieces of evidence with these ids, in the same order. */
export async function getEvidence(ids: readonly EvidenceId[]): Promise<Evidence[]> {
  const records = await database().evidence.bulkGet([...ids]);
  return records.flatMap((record) => (record === undefined ? [] : [toEvidence(record)]));
}

/** The pieces of evidence with these bytes that are not in the trash. */
export async function listByHash(hashes: readonly Sha256[]): Promise<Evidence[]> {
  const records = await database().evidence.where('sha256').anyOf(hashes).toArray();
  return records.filter(({ deletedAt }) => deletedAt === null).map(toEvidence);
}

/** The original bytes. Throws `notFound` when they are gone. */
export async function readOriginal(sha256: Sha256): Promise<Blob> {
  const record = await database().blobs.get(sha256);
  if (record === undefined) throw new AppError('notFound', { what: 'file' });
  return record.blob;
}

/** Writes into each case's history that evidence of it left the app, and with how many files (R22). */
export async function logExport(
  counts: ReadonlyMap<CaseId, number>,
  folder: string,
  now: number,
): Promise<void> {
  const { events } = database();
  await database().transaction('rw', [events], async () => {
    for (const [caseId, count] of counts)
      await appendEvent(caseId, 'evidenceExported', { count, folder }, now);
  });
}

/** How many originals are stored; watched by the thumbnailer to notice new ones. */
export function countOriginals(): Promise<number> {
  return database().blobs.count();
}
