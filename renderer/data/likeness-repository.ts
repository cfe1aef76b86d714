import { bandsOf, bitsOf, distance, likeLimit, type LikenessBits } from '#shared/domain/likeness';
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
export async function findAlike(sha256: Sha256, except: CaseId | null): Promise<readonly Alike[]> {
  const { likenesses } = database();
  const own = await likenesses.get(sha256);
  if (own === undefined || own.hash === null) return [];
  const rows = await likenesses.where('bands').anyOf(own.bands).distinct().toArray();
  const near = nearestOf({ sha256, bits: bitsOf(own.hash) }, rows.flatMap(lookOf));
  return (await findPieces(new Map([[sha256, near]]), except)).get(sha256) ?? [];
}

/** Rows read in one go: comparing them with many pictures keeps the window for a few milliseconds. */
const pageSize = 1000;

/**
 * {@link findAlike} for many pictures: the nearest one in another case, for those that have one. All likenesses are read
 * once, a page at a time, however many pictures there are.
 */
export async function listAlike(
  hashes: readonly Sha256[],
  except: CaseId | null,
): Promise<ReadonlyMap<Sha256, Alike>> {
  const { likenesses } = database();
  const own = (await likenesses.bulkGet([...new Set(hashes)])).flatMap((row) =>
    row === undefined ? [] : lookOf(row),
  );
  if (own.length === 0) return new Map();
  const near = new Map<Sha256, Near[]>();
  for (let last = ''; ;) {
    const rows = await likenesses.where('sha256').above(last).limit(pageSize).toArray();
    const looks = rows.flatMap(lookOf);
    for (const one of own) {
      const found = nearestOf(one, looks);
      if (found.length > 0) near.set(one.sha256, [...(near.get(one.sha256) ?? []), ...found]);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) break;
    last = end.sha256;
  }
  const pieces = await findPieces(near, except);
  return new Map(
    [...pieces].flatMap(([sha256, [nearest]]): [Sha256, Alike][] =>
      nearest === undefined ? [] : [[sha256, nearest]],
    ),
  );
}

type Near = { readonly sha256: Sha256; readonly distance: number };

type Look = { readonly sha256: Sha256; readonly bits: LikenessBits };

/** Read once: a page of rows is compared with many pictures. None for a picture that is too plain. */
function lookOf({ sha256, hash }: LikenessRecord): Look[] {
  return hash === null ? [] : [{ sha256, bits: bitsOf(hash) }];
}

function nearestOf(own: Look, all: readonly Look[]): Near[] {
  const found: Near[] = [];
  for (const { sha256, bits } of all) {
    if (sha256 === own.sha256) continue;
    const apart = distance(own.bits, bits);
    if (apart <= likeLimit) found.push({ sha256, distance: apart });
  }
  return found;
}

/** Pictures looked up for one, at most: a hint names one of them. */
const mostNear = 20;

/** The pieces of evidence that hold the near pictures, nearest first, with three questions to the database in all. */
async function findPieces(
  near: ReadonlyMap<Sha256, readonly Near[]>,
  except: CaseId | null,
): Promise<ReadonlyMap<Sha256, readonly Alike[]>> {
  const { evidence, cases } = database();
  const kept = new Map(
    [...near].map(([sha256, all]): [Sha256, readonly Near[]] => [
      sha256,
      all.toSorted((a, b) => a.distance - b.distance).slice(0, mostNear),
    ]),
  );
  const wanted = [...new Set([...kept.values()].flatMap((all) => all.map(({ sha256 }) => sha256)))];
  if (wanted.length === 0) return new Map();
  const found = (await evidence.where('sha256').anyOf(wanted).toArray()).filter(
    ({ deletedAt, caseId }) => deletedAt === null && caseId !== except,
  );
  const owners = await cases.bulkGet([...new Set(found.map(({ caseId }) => caseId))]);
  const caseNos = new Map(owners.flatMap((owner) => (owner === undefined ? [] : [[owner.id, owner.caseNo]])));
  return new Map(
    [...kept].map(([sha256, all]): [Sha256, readonly Alike[]] => [
      sha256,
      all.flatMap((one) =>
        found.flatMap(({ sha256: of, caseId, fileName }): Alike[] => {
          const caseNo = caseNos.get(caseId);
          return of !== one.sha256 || caseNo === undefined ? [] : [{ ...one, caseId, caseNo, fileName }];
        }),
      ),
    ]),
  );
}
