import { evidenceFileName, folderCandidate, nameKey } from '#shared/domain/evidence-name';
import { dayStamp } from '#shared/domain/shanghai-time';
import { nextCount } from './counter-repository';
import { database } from './database';
import type { EvidenceKind } from '#shared/domain/evidence';

/** The buyer's folder name; two buyers never share one, also where upper and lower case are the same. */
export async function folderOf(buyerId: string): Promise<string> {
  const { buyerFolders } = database();
  const known = await buyerFolders.get(buyerId);
  if (known !== undefined) return known.folder;
  for (let attempt = 1; ; attempt += 1) {
    const folder = folderCandidate(buyerId, attempt);
    const folderKey = nameKey(folder);
    if ((await buyerFolders.where('folderKey').equals(folderKey).count()) > 0) continue;
    await buyerFolders.add({ buyerId, folder, folderKey });
    return folder;
  }
}

async function isFree(fileName: string): Promise<boolean> {
  return (await database().evidence.where('nameKey').equals(nameKey(fileName)).count()) === 0;
}

/**
 * The next archive name nobody has (R21). Call inside a transaction over evidence and counters.
 * @param at when it came in, epoch ms; its Shanghai day stands in the name
 * @param former names it had before: one that fits again is taken, so that correcting a mistake twice leads back
 */
export async function freeName(
  folder: string,
  at: number,
  kind: EvidenceKind,
  ext: string,
  former: readonly string[] = [],
): Promise<string> {
  const day = dayStamp(at);
  const start = evidenceFileName(folder, day, kind, 1, '').slice(0, -2);
  for (const name of former.toReversed()) {
    if (name.startsWith(start) && /^\d+(?:\.[^.]*)?$/.test(name.slice(start.length)) && (await isFree(name)))
      return name;
  }
  for (;;) {
    const sequence = await nextCount(`evidence-${nameKey(folder)}-${day}-${kind}`);
    const fileName = evidenceFileName(folder, day, kind, sequence, ext);
    if (await isFree(fileName)) return fileName;
  }
}
