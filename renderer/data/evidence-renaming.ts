import { nameKey } from '#shared/domain/evidence-name';
import { extensionOf } from '#shared/domain/file-check';
import { database } from './database';
import { folderOf, freeName } from './evidence-naming';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { EvidenceKind } from '#shared/domain/evidence';
import type { EvidenceRecord } from './records';

/** Tables that {@link renameEvidence} and {@link renameEvidenceOfCase} write, beside `events`. */
export function renameTables() {
  const { evidence, counters, buyerFolders, wrongShipments } = database();
  return [evidence, counters, buyerFolders, wrongShipments];
}

/**
 * Gives a piece the name that its buyer and kind ask for and keeps the old one in `formerNames`; unchanged when they
 * are what they were. Call inside a transaction over {@link renameTables}.
 */
export async function renameEvidence(
  record: EvidenceRecord,
  to: { readonly buyerId: string; readonly kind: EvidenceKind },
): Promise<EvidenceRecord> {
  const folder = await folderOf(to.buyerId);
  if (folder === record.folder && to.kind === record.kind) return { ...record, buyerId: to.buyerId };
  const former = record.formerNames ?? [];
  const ext = extensionOf(record.fileName);
  const fileName = await freeName(folder, record.receivedAt, to.kind, ext, former);
  const renamed: EvidenceRecord = {
    ...record,
    ...to,
    folder,
    fileName,
    nameKey: nameKey(fileName),
    formerNames: [...former, record.fileName],
  };
  await database().evidence.put(renamed);
  return renamed;
}

/**
 * Brings all evidence of a case, also what lies in the trash, and its wrong-shipment lines under its corrected buyer ID
 * (R21); every old name goes into the history. Call inside a transaction over {@link renameTables} and `events`.
 */
export async function renameEvidenceOfCase(item: Case, oldBuyerId: string, now: number): Promise<void> {
  const { evidence, wrongShipments } = database();
  const records = await evidence
    .where('[caseId+receivedAt]')
    .between([item.id, 0], [item.id, Infinity])
    .toArray();
  for (const record of records.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const renamed = await renameEvidence(record, { buyerId: item.buyerId, kind: record.kind });
    await evidence.put(renamed);
    if (renamed.fileName === record.fileName) continue;
    await appendEvent(item.id, 'evidenceRenamed', { from: record.fileName, to: renamed.fileName }, now);
  }
  await wrongShipments
    .where('caseId')
    .equals(item.id)
    .filter((line) => line.buyerId === oldBuyerId)
    .modify({ buyerId: item.buyerId });
}
