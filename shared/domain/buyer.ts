import type { Platform } from './platform';

/** How much care a buyer takes: `careful` keeps every word as a screenshot (R11), `abusive` also calls for calm words (R163). */
export const buyerCautions = ['none', 'careful', 'abusive'] as const;
export type BuyerCaution = (typeof buyerCautions)[number];

/** What the seller noted about a buyer on one platform. Private: never printed, never exported unless asked. */
export type BuyerProfile = {
  /** See {@link buyerKey}. */
  readonly key: string;
  readonly platform: Platform;
  readonly buyerId: string;
  readonly caution: BuyerCaution;
  /** Why; a caution without a reason is hearsay. */
  readonly reason: string;
  readonly note: string;
  /** First-time favours given outside the cases, by id of `knowledge/first-times` (R37). */
  readonly firsts?: Readonly<Record<string, number>>;
  readonly updatedAt: number;
};

/** A buyer's key: the same nick on two platforms may be two people. */
export function buyerKey(platform: Platform, buyerId: string): string {
  return `${platform}:${buyerId.trim().normalize('NFC')}`;
}

/** From this many times on, an apology and a small gift are due before anything else (R164). */
export const repeatContacts = 3;
