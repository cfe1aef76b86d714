import { samplePenalties, sampleReviews } from '#shared/knowledge/sample-reviews';
import { addPenalty } from './penalty-repository';
import { addReview } from './review-repository';
import { database } from './database';
import type { Platform } from '#shared/domain/platform';
import type { ShopId } from '#shared/domain/ids';

const minute = 60_000;

/** The sample's reviews and penalties, around `now` (epoch ms). Call inside its transaction. */
export async function addSampleReviews(shops: ReadonlyMap<Platform, ShopId>, now: number): Promise<void> {
  const { reviews } = database();
  for (const { writtenIn, publishedIn, reply, ...one } of sampleReviews) {
    const at = now + writtenIn * minute;
    const shopId = shops.get(one.platform) ?? null;
    const { id } = await addReview({ ...one, shopId, at }, at, true);
    const publishedAt = publishedIn === null ? null : now + publishedIn * minute;
    await reviews.update(id, { reply, publishedAt });
  }
  for (const { atIn, untilIn, appealIn, ...one } of samplePenalties) {
    const at = now + atIn * minute;
    const times = { at, until: now + untilIn * minute, appealBy: now + appealIn * minute };
    const shopId = shops.get(one.platform) ?? null;
    await addPenalty({ ...one, ...times, shopId, amountFen: null }, at, true);
  }
}
