import { bandsOf, distance, likeLimit } from '#shared/domain/likeness';
import { database } from './database';
import type { CaseId, Sha256 } from '#shared/domain/ids';
import type { LikenessRecord } from './records';

/** What was derived from an original. `thumb`: null when none can be made; `likeness`: undefined where none is looked for. */
export type DerivedPicture = {
  readonly sha256: Sha256;
  readonly thumb: Blob | null;
  readonly likeness?: string | null;
};

/** Keeps small pictures and how the originals look, several at a time: each commit waits for the disk. */
export async function saveDerived(derived: readonly DerivedPicture[]): Promise<void> {
  const { thumbs, likenesses } = database();
  const alike = derived.flatMap(({ sha256, likeness }) =>
    likeness === undefined ? [] : [likenessRow(sha256, likeness)],
  );
  await database().transaction('rw', [thumbs, likenesses], async () => {
    await thumbs.bulkPut(derived.map(({ sha256, thumb }) => ({ sha256, blob: thumb })));
    if (alike.length > 0) await likenesses.bulkPut(alike);
  });
}

/** How a picture looks; null when it is too plain to be compared. */
function likenessRow(sha256: Sha256, hash: string | null): LikenessRecord {
  return { sha256, hash, bands: hash === null ? [] : bandsOf(hash) };
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

/** {@link findAlike} for many pictures: the nearest one in another case, for those that have one. */
export async function listAlike(
  hashes: readonly Sha256[],
  except: CaseId,
): Promise<ReadonlyMap<Sha256, Alike>> {
  const found = new Map<Sha256, Alike>();
  for (const sha256 of new Set(hashes)) {
    const [nearest] = await findAlike(sha256, except);
    if (nearest !== undefined) found.set(sha256, nearest);
  }
  return found;
}
