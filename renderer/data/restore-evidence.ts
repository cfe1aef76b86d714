import { evidenceFileName, folderCandidate, nameKey } from '#shared/domain/evidence-name';
import { dayStamp } from '#shared/domain/shanghai-time';
import type { Case } from '#shared/domain/case';
import { nextCount } from './counter-repository';
import { database } from './database';
import { eachStaged, stagedOf } from './restore-staging';
import { appendEvent } from './timeline-repository';
import type { BuyerFolderRecord, EvidenceRecord } from './records';

/**
 * Brings a case's evidence. A name or folder another piece or buyer has here is changed for the next free one, and the
 * history says so. Call inside the restore's transaction. @returns how many got another name
 */
export async function bringEvidence({ id }: Pick<Case, 'id'>, now: number): Promise<number> {
  const { evidence } = database();
  const staged = await stagedOf<EvidenceRecord>('evidence', id);
  const toRename: EvidenceRecord[] = [];
  // Those that keep their names first: a new name must not take one of them.
  for (const one of staged) {
    const own = nameKey(one.fileName);
    const holder = await evidence.where('nameKey').equals(own).first();
    const isFree = holder === undefined || holder.id === one.id;
    if (isFree && one.folder === (await folderFor(one))) await evidence.put({ ...one, nameKey: own });
    else toRename.push(one);
  }
  for (const one of toRename) {
    const named = await newName(one, await folderFor(one));
    await evidence.put(named);
    await appendEvent(id, 'evidenceRenamed', { from: one.fileName, to: named.fileName }, now);
  }
  for (const one of staged) await relink(one);
  return toRename.length;
}

/** The buyer's folder here; where there is none, the archive's if it is free. */
async function folderFor({ buyerId, folder }: EvidenceRecord): Promise<string> {
  const { buyerFolders } = database();
  const known = await buyerFolders.get(buyerId);
  if (known !== undefined) return known.folder;
  const stagedFolder = await stagedFolderOf(buyerId);
  const wanted = [stagedFolder ?? folder];
  for (let attempt = 0; ; attempt += 1) {
    const candidate = wanted[attempt] ?? folderCandidate(buyerId, attempt);
    const folderKey = nameKey(candidate);
    if ((await buyerFolders.where('folderKey').equals(folderKey).count()) > 0) continue;
    await buyerFolders.put({ buyerId, folder: candidate, folderKey });
    return candidate;
  }
}

async function stagedFolderOf(buyerId: string): Promise<string | undefined> {
  let found: string | undefined;
  await eachStaged<BuyerFolderRecord>('buyerFolders', (page) => {
    found ??= page.find((one) => one.buyerId === buyerId)?.folder;
  });
  return found;
}

async function newName(staged: EvidenceRecord, folder: string): Promise<EvidenceRecord> {
  const { evidence } = database();
  const day = dayStamp(staged.receivedAt);
  const dot = staged.fileName.lastIndexOf('.');
  const extension = dot > 0 ? staged.fileName.slice(dot + 1) : '';
  for (;;) {
    const sequence = await nextCount(`evidence-${nameKey(folder)}-${day}-${staged.kind}`);
    const fileName = evidenceFileName(folder, day, staged.kind, sequence, extension);
    const key = nameKey(fileName);
    if ((await evidence.where('nameKey').equals(key).count()) === 0) {
      return { ...staged, folder, fileName, nameKey: key };
    }
  }
}

/** A link to a first piece that is not here would lead nowhere. */
async function relink({ id, sha256, duplicateOf }: EvidenceRecord): Promise<void> {
  const { evidence } = database();
  if (duplicateOf === null || (await evidence.get(duplicateOf)) !== undefined) return;
  const others = await evidence.where('sha256').equals(sha256).toArray();
  const first = others.find((one) => one.id !== id && one.duplicateOf === null && one.deletedAt === null);
  await evidence.update(id, { duplicateOf: first?.id ?? null });
}
