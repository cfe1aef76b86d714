import type { CaseId, Id, ShopId } from './ids';
import type { Platform } from './platform';

export type ReviewId = Id<'review'>;

/** What a review is about; the daily digest is sorted by it (R53: 分类汇总). */
export const reviewTopics = [
  'quality',
  'size',
  'description',
  'packing',
  'logistics',
  'service',
  'wrong',
  'other',
] as const;
export type ReviewTopic = (typeof reviewTopics)[number];

/** What became of a review (R167). */
export const reviewOutcomes = ['kept', 'changed', 'deleted', 'appended'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** One review of an order as a buyer wrote it (R49). Times are epoch ms. */
export type Review = {
  readonly id: ReviewId;
  readonly platform: Platform;
  readonly shopId: ShopId | null;
  /** The case it is dealt with in; its pictures lie among that case's evidence. */
  readonly caseId: CaseId | null;
  /** As the platform shows it, often with stars (`t***3`); may be empty. */
  readonly buyerId: string;
  readonly orderNo: string;
  readonly product: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly text: string;
  /** The buyer showed photos or a video with it. */
  readonly pictures: boolean;
  /** When it was written. */
  readonly at: number;
  /** Says that something was wrong, whatever its stars (R53). */
  readonly issue: boolean;
  readonly topic: ReviewTopic;
  /** When the buyer was spoken to about it; null while nobody did. */
  readonly contactedAt: number | null;
  /** Put on the board of good reviews by hand (R51). */
  readonly praised: boolean;
  readonly reply: string;
  /** When the reply was published on the platform; null while it is a draft (R52). */
  readonly publishedAt: number | null;
  readonly outcome: ReviewOutcome | null;
  /** The day of the outcome, epoch ms. */
  readonly outcomeAt: number | null;
  readonly sample: boolean;
  readonly createdAt: number;
};

export type ReviewInput = Pick<
  Review,
  | 'platform'
  | 'shopId'
  | 'buyerId'
  | 'orderNo'
  | 'product'
  | 'stars'
  | 'text'
  | 'pictures'
  | 'at'
  | 'issue'
  | 'topic'
>;

/** Stars from which a review counts as good, and up to which as bad; three are neither. */
export const goodFrom = 4;
export const badTo = 2;
export const isGood = ({ stars }: Pick<Review, 'stars'>): boolean => stars >= goodFrom;
export const isBad = ({ stars }: Pick<Review, 'stars'>): boolean => stars <= badTo;

/** Where a review stands with its answer. */
export const replyStates = ['none', 'draft', 'published'] as const;
export type ReplyState = (typeof replyStates)[number];
export function replyStateOf({ reply, publishedAt }: Pick<Review, 'reply' | 'publishedAt'>): ReplyState {
  if (publishedAt !== null) return 'published';
  return reply === '' ? 'none' : 'draft';
}

/** Somebody should look at it: a poor one without case, answer or end, or a complaint inside a kind one (R50, R53). */
export function needsWork(review: Review): boolean {
  if (isDigested(review)) return review.contactedAt === null;
  return !isGood(review) && review.caseId === null && review.publishedAt === null && review.outcome === null;
}

/** Belongs into the digest: a kind review that tells of something wrong (R53). */
export function isDigested(review: Pick<Review, 'stars' | 'issue'>): boolean {
  return isGood(review) && review.issue;
}

/** Belongs on the board of good reviews (R51). */
export function isOnBoard(review: Pick<Review, 'stars' | 'issue' | 'praised'>): boolean {
  return review.praised || (isGood(review) && !review.issue);
}

export type ReviewFilter = {
  readonly stars: 'all' | 'bad' | 'middle' | 'good';
  readonly platform: Platform | 'all';
  readonly reply: ReplyState | 'all';
  readonly issue: boolean;
  readonly text: string;
};

/** The reviews that pass a filter, in their order (R49). */
export function filterReviews(reviews: readonly Review[], filter: ReviewFilter): readonly Review[] {
  const wanted = filter.text.trim().toLowerCase();
  return reviews.filter((one) => {
    const kind = isBad(one) ? 'bad' : isGood(one) ? 'good' : 'middle';
    return (
      (filter.stars === 'all' || filter.stars === kind) &&
      (filter.platform === 'all' || filter.platform === one.platform) &&
      (filter.reply === 'all' || filter.reply === replyStateOf(one)) &&
      (!filter.issue || one.issue) &&
      (wanted === '' ||
        [one.buyerId, one.orderNo, one.product, one.text, one.reply].some((part) =>
          part.toLowerCase().includes(wanted),
        ))
    );
  });
}

/** A day's complaints inside kind reviews, by what they are about. */
export type DigestDay = {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string;
  readonly topics: readonly { readonly topic: ReviewTopic; readonly reviews: readonly Review[] }[];
};

/** The daily digest (R53), newest day first. @param dayOf the Shanghai day of an instant */
export function digestOf(reviews: readonly Review[], dayOf: (at: number) => string): readonly DigestDay[] {
  const days = new Map<string, Review[]>();
  for (const one of reviews.filter(isDigested)) {
    const day = dayOf(one.at);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, all]) => ({
      day,
      topics: reviewTopics.flatMap((topic) => {
        const some = all.filter((one) => one.topic === topic);
        return some.length === 0 ? [] : [{ topic, reviews: some }];
      }),
    }));
}
