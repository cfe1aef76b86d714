import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { longestReview } from '#shared/domain/review-paste';
import { isoDay } from '#shared/domain/shanghai-time';
import {
  needsWork,
  reviewOutcomes,
  type Review,
  type ReviewId,
  type ReviewInput,
  type ReviewOutcome,
} from '#shared/domain/review';
import { AppError } from '#shared/errors';
import { caseTables, createCase } from './case-repository';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import { moveToTrash } from './trash-repository';
import type { Case, CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const longestReply = 2000;

/** The review log, newest first (R49). */
export async function listReviews(): Promise<Review[]> {
  return (await database().reviews.orderBy('at').toArray()).toReversed();
}

/** How many reviews somebody should look at. */
export async function countReviewsToDo(): Promise<number> {
  return (await listReviews()).filter(needsWork).length;
}

/** What the review of a case says became of it, as the procedure's last step was answered; by case (R167). */
export async function outcomesByStep(
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, { readonly outcome: ReviewOutcome; readonly at: number }>> {
  const steps = await database().steps.bulkGet(caseIds.map((id) => `${id}:review-result`));
  return new Map(
    steps.flatMap((step) => {
      const outcome = reviewOutcomes.find((one) => one === step?.answer);
      return step === undefined || outcome === undefined ? [] : [[step.caseId, { outcome, at: step.at }]];
    }),
  );
}

function clean(input: ReviewInput, now: number): ReviewInput {
  const text = input.text.trim().slice(0, longestReview);
  const { stars, at } = input;
  if (!Number.isInteger(stars) || stars < 1 || stars > 5 || !Number.isFinite(at) || at > now)
    throw new AppError('invalidInput', { what: 'review' });
  return {
    ...input,
    text,
    // A platform may show no name at all.
    buyerId: input.buyerId.trim() === '' ? '' : normalizeBuyerId(input.buyerId),
    orderNo: normalizeOrderNo(input.orderNo),
    product: input.product.trim().slice(0, 300),
  };
}

/**
 * Logs a review (R49). When exactly one case has its order on that platform it belongs there.
 * Throws `invalidInput` for stars or a time that cannot be, `orderNoScientific`.
 */
export async function addReview(input: ReviewInput, now: number, sample = false): Promise<Review> {
  const db = database();
  const fine = clean(input, now);
  return db.transaction('rw', [db.reviews, db.cases, db.events], async () => {
    const same = fine.orderNo === '' ? [] : await db.cases.where('orderNo').equals(fine.orderNo).toArray();
    const [only, ...others] = same.filter((one) => one.platform === fine.platform && one.type === 'review');
    const caseId = only !== undefined && others.length === 0 ? only.id : null;
    const review: Review = {
      ...fine,
      id: makeId<'review'>(now),
      caseId,
      contactedAt: null,
      praised: false,
      reply: '',
      publishedAt: null,
      outcome: null,
      outcomeAt: null,
      sample,
      createdAt: now,
    };
    await db.reviews.add(review);
    if (caseId !== null) await appendEvent(caseId, 'reviewLinked', { stars: review.stars }, now);
    return review;
  });
}

type Done = 'draft' | 'published' | 'unpublished' | 'outcome' | 'contacted' | 'edited';

async function change(
  id: ReviewId,
  part: Partial<Review>,
  done: { readonly what: string; readonly day?: string } | null,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.reviews, db.events], async () => {
    const before = await db.reviews.get(id);
    if (before === undefined) throw new AppError('notFound', { what: 'review' });
    await db.reviews.put({ ...before, ...part });
    if (before.caseId !== null && done !== null)
      await appendEvent(before.caseId, 'reviewChanged', { what: done.what, day: done.day ?? '' }, now);
  });
}

/** Corrects what was logged. Throws as {@link addReview}. */
export async function editReview(id: ReviewId, input: ReviewInput, now: number): Promise<void> {
  await change(id, clean(input, now), { what: 'edited' satisfies Done }, now);
}

/** Keeps the draft of an answer (R52); a published one becomes a draft again only by {@link unpublishReply}. */
export async function saveReply(id: ReviewId, text: string, now: number): Promise<void> {
  await change(id, { reply: text.trim().slice(0, longestReply) }, null, now);
}

/**
 * Notes that the answer was published on the platform (R52), on a day (epoch ms).
 * Throws `invalidInput` for an empty answer or a day to come.
 */
export async function publishReply(id: ReviewId, text: string, at: number, now: number): Promise<void> {
  const reply = text.trim().slice(0, longestReply);
  if (reply === '' || at > now) throw new AppError('invalidInput', { what: 'reply' });
  await change(id, { reply, publishedAt: at }, { what: 'published' satisfies Done, day: isoDay(at) }, now);
}

/** The answer was taken back or was not published after all. */
export async function unpublishReply(id: ReviewId, now: number): Promise<void> {
  await change(id, { publishedAt: null }, { what: 'unpublished' satisfies Done }, now);
}

/** Notes what became of a review, with its day (R167); null takes it back. Throws `invalidInput` for a day to come. */
export async function setReviewOutcome(
  id: ReviewId,
  outcome: ReviewOutcome | null,
  at: number,
  now: number,
): Promise<void> {
  if (at > now) throw new AppError('invalidInput', { what: 'outcome' });
  const what = outcome === null ? 'outcomeBack' : `outcome-${outcome}`;
  const outcomeAt = outcome === null ? null : at;
  await change(id, { outcome, outcomeAt }, { what, day: outcome === null ? '' : isoDay(at) }, now);
}

/** Tags an issue inside a review and what it is about (R53). */
export async function setReviewIssue(
  id: ReviewId,
  { issue, topic }: Pick<Review, 'issue' | 'topic'>,
  now: number,
): Promise<void> {
  await change(id, { issue, topic }, null, now);
}

/** The buyer was spoken to about it (R53), or was not after all. */
export async function setReviewContacted(id: ReviewId, contacted: boolean, now: number): Promise<void> {
  const contactedAt = contacted ? now : null;
  await change(id, { contactedAt }, contacted ? { what: 'contacted' satisfies Done } : null, now);
}

/** Puts a review on the board of good ones, or takes it off (R51). */
export async function setReviewPraised(id: ReviewId, praised: boolean, now: number): Promise<void> {
  await change(id, { praised }, null, now);
}

/** Takes a review out of the log; it can be brought back from the trash. */
export async function deleteReview(id: ReviewId, now: number): Promise<void> {
  await moveToTrash('review', [id], now);
}

/** Says that a review is dealt with in a case; its pictures are that case's evidence (R49). */
export async function linkReview(id: ReviewId, caseId: CaseId, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.reviews, db.cases, db.events], async () => {
    const [review, item] = [await db.reviews.get(id), await db.cases.get(caseId)];
    if (review === undefined || item === undefined) throw new AppError('notFound', { what: 'review' });
    await db.reviews.update(id, { caseId });
    await appendEvent(caseId, 'reviewLinked', { stars: review.stars }, now);
  });
}

/** Words for the case's next action, in the language of the screen. */
export type CaseWords = { readonly nextAction: string };

/**
 * Opens a case from a review in one go (R50, R53): checked, solved, told to the buyer, and what came of it. Its clock
 * runs from the moment the review was seen. Throws `buyerIdEmpty` when nobody knows who wrote it.
 */
export async function openCaseFromReview(id: ReviewId, words: CaseWords, now: number): Promise<Case> {
  const db = database();
  return db.transaction('rw', [...new Set([...caseTables(), db.reviews])], async () => {
    const review = await db.reviews.get(id);
    if (review === undefined) throw new AppError('notFound', { what: 'review' });
    if (review.caseId !== null) {
      const known = await db.cases.get(review.caseId);
      if (known !== undefined) return known;
    }
    const { platform, shopId, buyerId, orderNo, product } = review;
    const input: CaseInput = {
      platform,
      shopId,
      buyerId,
      orderNo,
      product,
      type: 'review',
      amountFen: null,
      description: `${'★'.repeat(review.stars)} ${review.text}`.trim(),
      liability: 'unknown',
      goods: 'received',
      waitingOn: 'us',
      nextAction: words.nextAction,
      nextActionAt: now + 2 * 3_600_000,
      events: { 'review.received': review.createdAt },
    };
    const item = await createCase(input, now, review.sample);
    await db.reviews.update(id, { caseId: item.id });
    await appendEvent(item.id, 'reviewLinked', { stars: review.stars }, now);
    return item;
  });
}
