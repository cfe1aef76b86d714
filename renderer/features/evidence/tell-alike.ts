import { listByHash } from '../../data/evidence-repository';
import { listAlike } from '../../data/likeness-repository';
import { now } from '../../platform/clock';
import { warn } from '../../state/toast-store';
import type { CaseId, Sha256 } from '#shared/domain/ids';
import type { Pictured } from '../../data/missing-thumbs';

/** Older ones are pictured anew after a rebuild; the seller knows of them. */
const justMs = 15 * 60_000;

/**
 * Says once, for pictures that have just come in, that some look much like pictures of other cases (an old picture used
 * again). A hint: what it is the seller sees on the tiles.
 */
export async function tellAlike(pictured: readonly Pictured[]): Promise<void> {
  const fresh = pictured.filter(({ receivedAt }) => now() - receivedAt < justMs);
  const hashes = [...new Set(fresh.map(({ sha256 }) => sha256))];
  const caseOf = new Map((await listByHash(hashes)).map(({ sha256, caseId }) => [sha256, caseId]));
  const groups = new Map<CaseId | null, Sha256[]>();
  for (const sha256 of hashes) {
    // What waits in the inbox is compared with every case.
    const owner = caseOf.get(sha256) ?? null;
    groups.set(owner, [...(groups.get(owner) ?? []), sha256]);
  }
  let count = 0;
  let caseNo = '';
  for (const [owner, group] of groups) {
    const found = await listAlike(group, owner);
    count += found.size;
    caseNo = [...found.values()].at(-1)?.caseNo ?? caseNo;
  }
  if (count > 0) warn('evidence.alikeFound', { count, caseNo });
}
