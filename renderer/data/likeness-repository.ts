import { bandsOf, distance, likeLimit } from '#shared/domain/likeness';
import { database } from './database';
import type { CaseId, Sha256 } from '#shared/domain/ids';

/** Keeps how a picture looks; null when it is too plain to be compared. */
export async function saveLikeness(sha256: Sha256, hash: string | null): Promise<void> {
  await database().likenesses.put({ sha256, hash, bands: hash === null ? [] : bandsOf(hash) });
}

/** A piece of evidence that looks nearly the same. `distance`: how many of 64 signs differ. */
export type Alike = {
  readonly sha256: Sha256;
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly fileName: string;
  readonly distance: number;
};

/**
 * Evidence that looks like a picture, nearest first, without the very same bytes. A hint, never a verdict: it is read
 * from 64 bits.
 * @param except pieces of this case are left out: the photos of one parcel look alike
 */
export async function findAlike(sha256: Sha256, except: CaseId | null): Promise<Alike[]> {
  const { likenesses, evidence, cases } = database();
  const own = await likenesses.get(sha256);
  if (own === undefined || own.hash === null) return [];
  const hash = own.hash;
  const near = (await likenesses.where('bands').anyOf(own.bands).distinct().toArray())
    .filter((one) => one.sha256 !== sha256 && one.hash !== null)
    .map((one) => ({ sha256: one.sha256, distance: distance(hash, one.hash ?? '') }))
    .filter((one) => one.distance <= likeLimit)
    .sort((a, b) => a.distance - b.distance);
  const alike: Alike[] = [];
  for (const one of near.slice(0, 20)) {
    for (const piece of await evidence.where('sha256').equals(one.sha256).toArray()) {
      if (piece.deletedAt !== null || piece.caseId === except) continue;
      const owner = await cases.get(piece.caseId);
      if (owner === undefined) continue;
      alike.push({ ...one, caseId: owner.id, caseNo: owner.caseNo, fileName: piece.fileName });
    }
  }
  return alike;
}
