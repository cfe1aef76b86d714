import { appendEvent } from './timeline-repository';
import { database } from './database';
import { buyerKey, type BuyerCaution, type BuyerProfile } from '#shared/domain/buyer';
import type { Case } from '#shared/domain/case';
import type { Platform } from '#shared/domain/platform';

/** A buyer as the desk sees them. */
export type BuyerView = {
  readonly profile: BuyerProfile | null;
  /** The buyer's cases under the same nick on other platforms: perhaps the same person, perhaps not. */
  readonly elsewhere: readonly Case[];
  /** How often the buyer has come about this case. */
  readonly asked: number;
};

/** What is known of a case's buyer. */
export async function readBuyer(item: Pick<Case, 'id' | 'platform' | 'buyerId'>): Promise<BuyerView> {
  const db = database();
  const [profile, named, lines] = await Promise.all([
    db.buyers.get(buyerKey(item.platform, item.buyerId)),
    db.cases.where('buyerId').equals(item.buyerId).toArray(),
    db.events.where('[caseId+seq]').between([item.id, 0], [item.id, Infinity]).toArray(),
  ]);
  return {
    profile: profile ?? null,
    elsewhere: named
      .filter((one) => one.platform !== item.platform && one.deletedAt === null)
      .toSorted((a, b) => b.createdAt - a.createdAt),
    asked: lines.filter(({ kind }) => kind === 'buyerAsked').length,
  };
}

/** Notes a caution with its reason, and a remark (R11, R163). */
export async function saveBuyer(
  platform: Platform,
  buyerId: string,
  change: { readonly caution: BuyerCaution; readonly reason: string; readonly note: string },
  now: number,
): Promise<void> {
  const key = buyerKey(platform, buyerId);
  const { buyers } = database();
  await database().transaction('rw', [buyers], async () => {
    const old = await buyers.get(key);
    await buyers.put({ ...old, key, platform, buyerId, ...change, updatedAt: now });
  });
}

/** Counts that the buyer has come about the case again (R164). */
export async function noteBuyerAsked(item: Pick<Case, 'id'>, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.events], async () => appendEvent(item.id, 'buyerAsked', {}, now));
}

/** The caution noted for a buyer. */
export async function readCaution(platform: Platform, buyerId: string): Promise<BuyerCaution> {
  return (await database().buyers.get(buyerKey(platform, buyerId)))?.caution ?? 'none';
}
