import { day, freshDatabase, hour, noon, readRows } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { anonymiseCases, deleteBuyer } from '../../renderer/data/privacy-repository';
import { listPendingReminders } from '../../renderer/data/reminder-repository';
import {
  addReview,
  countReviewsToDo,
  deleteReview,
  editReview,
  linkReview,
  listReviews,
  openCaseFromReview,
  outcomesByStep,
  publishReply,
  saveReply,
  setReviewContacted,
  setReviewOutcome,
  unpublishReply,
} from '../../renderer/data/review-repository';
import { answerStep } from '../../renderer/data/step-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { moveToTrash, restoreFromTrash } from '../../renderer/data/trash-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { ReviewInput } from '#shared/domain/review';

freshDatabase();

const input: ReviewInput = {
  platform: 'pdd',
  shopId: null,
  buyerId: '山间一阵风',
  orderNo: '261112-700318842251',
  product: '保温杯 500ml',
  stars: 2,
  text: ' 盖子漏水 ',
  pictures: true,
  at: noon - hour,
  issue: true,
  topic: 'quality',
};
const words = { nextAction: '联系买家，核实评价里的问题' };

describe('the review log', () => {
  test('R49 keeps platform, order, stars, words, pictures and day, newest first, and refuses what cannot be', async () => {
    const old = await addReview({ ...input, orderNo: ' 261112-700318842251 ', at: noon - day }, noon);
    const fresh = await addReview({ ...input, buyerId: '', stars: 5, at: noon - hour }, noon);
    expect((await listReviews()).map(({ id }) => id)).toEqual([fresh.id, old.id]);
    expect((await listReviews())[1]).toMatchObject({
      platform: 'pdd',
      orderNo: '261112-700318842251',
      stars: 2,
      text: '盖子漏水',
      pictures: true,
      at: noon - day,
    });
    for (const wrong of [{ stars: 0 }, { stars: 6 }, { stars: 2.5 }, { at: noon + hour }, { at: Number.NaN }])
      await expect(addReview({ ...input, ...wrong }, noon)).rejects.toMatchObject({ code: 'invalidInput' });
    await expect(addReview({ ...input, orderNo: '2.6E+18' }, noon)).rejects.toMatchObject({
      code: 'orderNoScientific',
    });
    await editReview(fresh.id, { ...input, stars: 3 }, noon);
    expect((await listReviews()).map(({ stars }) => stars)).toEqual(expect.arrayContaining([2, 3]));
  });

  test('R50 a poor review becomes a case in one go: with its words, its clock, its alarm and its history', async () => {
    const review = await addReview(input, noon - hour);
    expect(await countReviewsToDo()).toBe(1);
    const item = await openCaseFromReview(review.id, words, noon);
    expect(item).toMatchObject({
      type: 'review',
      buyerId: '山间一阵风',
      orderNo: '261112-700318842251',
      description: '★★ 盖子漏水',
      nextAction: words.nextAction,
      events: { 'review.received': noon - hour },
    });
    expect((await listReviews())[0]?.caseId).toBe(item.id);
    expect(await countReviewsToDo()).toBe(0);
    expect((await listPendingReminders()).some(({ caseId }) => caseId === item.id)).toBe(true);
    const events = await listEvents(item.id);
    expect(events.map(({ kind }) => kind)).toContain('reviewLinked');
    expect(findBrokenLink(events)).toBeNull();
    // A second click opens no second case.
    expect((await openCaseFromReview(review.id, words, noon)).id).toBe(item.id);
    expect(await database().cases.count()).toBe(1);
  });

  test('R50 without a name there is no case, and nothing half is left', async () => {
    const review = await addReview({ ...input, buyerId: '' }, noon);
    const before = await readRows();
    await expect(openCaseFromReview(review.id, words, noon)).rejects.toMatchObject({ code: 'buyerIdEmpty' });
    expect(await readRows()).toEqual(before);
  });

  test('R52 an answer is a draft until its day of publishing is noted, and can be a draft again', async () => {
    const review = await addReview(input, noon);
    const item = await createCase(makeCaseInput({ type: 'review' }), noon);
    await linkReview(review.id, item.id, noon);
    await saveReply(review.id, '抱歉 ', noon);
    expect((await listReviews())[0]).toMatchObject({ reply: '抱歉', publishedAt: null });
    await expect(publishReply(review.id, '  ', noon, noon)).rejects.toMatchObject({ code: 'invalidInput' });
    await expect(publishReply(review.id, '好', noon + day, noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    await publishReply(review.id, '抱歉，已改进', noon - day, noon);
    expect((await listReviews())[0]).toMatchObject({ reply: '抱歉，已改进', publishedAt: noon - day });
    await unpublishReply(review.id, noon);
    expect((await listReviews())[0]).toMatchObject({ reply: '抱歉，已改进', publishedAt: null });
    const told = (await listEvents(item.id)).filter(({ kind }) => kind === 'reviewChanged');
    expect(told.map(({ data }) => [data['what'], data['day']])).toEqual([
      ['published', '2026-11-20'],
      ['unpublished', ''],
    ]);
  });

  test('R167 what became of a review is kept with its day; the step of its case says it too', async () => {
    const review = await addReview(input, noon);
    const item = await openCaseFromReview(review.id, words, noon);
    await answerStep(item.id, 'review-result', 'deleted', noon + hour);
    expect((await outcomesByStep([item.id])).get(item.id)).toEqual({ outcome: 'deleted', at: noon + hour });
    await setReviewOutcome(review.id, 'changed', noon - day, noon);
    expect((await listReviews())[0]).toMatchObject({ outcome: 'changed', outcomeAt: noon - day });
    await expect(setReviewOutcome(review.id, 'kept', noon + day, noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    await setReviewOutcome(review.id, null, noon, noon);
    expect((await listReviews())[0]).toMatchObject({ outcome: null, outcomeAt: null });
  });

  test('R53 a buyer who was spoken to is off the list, and on it again when that was a mistake', async () => {
    const review = await addReview({ ...input, stars: 5 }, noon);
    expect(await countReviewsToDo()).toBe(1);
    await setReviewContacted(review.id, true, noon);
    expect(await countReviewsToDo()).toBe(0);
    await setReviewContacted(review.id, false, noon);
    expect(await countReviewsToDo()).toBe(1);
  });

  test('R49 a review goes to the trash by itself or with its case, and comes back as it was', async () => {
    const review = await addReview(input, noon);
    const item = await openCaseFromReview(review.id, words, noon);
    const [kept] = await listReviews();
    await deleteReview(review.id, noon);
    expect(await listReviews()).toEqual([]);
    await restoreFromTrash(review.id, noon);
    expect(await listReviews()).toEqual([kept]);
    await moveToTrash('case', [item.id], noon);
    expect(await listReviews()).toEqual([]);
    await restoreFromTrash(item.id, noon);
    expect(await listReviews()).toEqual([kept]);
  });

  test('R49 a removed buyer leaves no word; an anonymised one leaves stars and topic only', async () => {
    const one = await addReview(input, noon);
    await openCaseFromReview(one.id, words, noon);
    await addReview({ ...input, buyerId: '别人', orderNo: '' }, noon);
    const loose = await addReview({ ...input, orderNo: '' }, noon);
    await deleteBuyer({ platform: 'pdd', buyerId: '山间一阵风' });
    expect((await listReviews()).map(({ buyerId }) => buyerId)).toEqual(['别人']);
    expect(await database().reviews.get(loose.id)).toBeUndefined();
    const other = await listReviews();
    const item = await openCaseFromReview(other[0]?.id ?? loose.id, words, noon);
    await anonymiseCases([item.id], noon);
    const [left] = await listReviews();
    expect(left).toMatchObject({ stars: 2, topic: 'quality', text: '', product: '保温杯 500ml' });
    expect(left?.buyerId).toContain('匿名');
  });
});
