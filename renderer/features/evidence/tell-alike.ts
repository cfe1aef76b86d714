import { getEvidenceByHash } from '../../data/evidence-repository';
import { findAlike } from '../../data/likeness-repository';
import { now } from '../../platform/clock';
import { warn } from '../../state/toast-store';
import type { Pictured } from '../../data/missing-thumbs';

/** Older ones are pictured anew after a rebuild; the seller knows of them. */
const justMs = 15 * 60_000;

/**
 * Says once, for pictures that have just come in, that some look much like pictures of other cases (an old picture used
 * again). A hint: what it is the seller sees on the tiles.
 */
export async function tellAlike(pictured: readonly Pictured[]): Promise<void> {
  const fresh = pictured.filter(({ receivedAt }) => now() - receivedAt < justMs);
  let count = 0;
  let caseNo = '';
  for (const { sha256 } of fresh) {
    const piece = await getEvidenceByHash(sha256);
    const [nearest] = piece === undefined ? [] : await findAlike(sha256, piece.caseId);
    if (nearest === undefined) continue;
    count += 1;
    caseNo = nearest.caseNo;
  }
  if (count > 0) warn('evidence.alikeFound', { count, caseNo });
}
