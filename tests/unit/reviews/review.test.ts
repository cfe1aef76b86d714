import { describe, expect, test } from 'vitest';
import {
  digestOf,
  filterReviews,
  isOnBoard,
  needsWork,
  type Review,
  type ReviewFilter,
} from '#shared/domain/review';
import { guessIssue, readPastedReview, readStars } from '#shared/domain/review-paste';
import { hintsFor, openBlanks, productKeywords } from '#shared/domain/reply-hints';
import { isoDay } from '#shared/domain/shanghai-time';
import { findWording } from '#shared/domain/wording';
import { replyHints } from '#shared/knowledge/reply-hints';
import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { ruleSnippets } from '#shared/knowledge/rule-snippets';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { deadlinesForCase } from '#shared/deadlines/case-deadlines';
import { shippedRules } from '#shared/deadlines/rules/index';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { winBackOf } from '#shared/domain/win-back';
import type { Case } from '#shared/domain/case';
import type { ReviewId } from '#shared/domain/review';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.parse('2026-11-21T03:00:00Z');
const day = 86_400_000;

let count = 0;
function review(part: Partial<Review>): Review {
  count += 1;
  return {
    id: `r${count}` as ReviewId,
    platform: 'taobao',
    shopId: null,
    caseId: null,
    buyerId: '栗子',
    orderNo: '',
    product: '针织开衫',
    stars: 5,
    text: '',
    pictures: false,
    at: now,
    issue: false,
    topic: 'other',
    contactedAt: null,
    praised: false,
    reply: '',
    publishedAt: null,
    outcome: null,
    outcomeAt: null,
    sample: false,
    createdAt: now,
    ...part,
  };
}

describe('a pasted review', () => {
  test('R49 is taken apart: who, which order, item, stars, day, pictures, and the words that are left', () => {
    const pasted = [
      '买家昵称：t***3',
      '订单编号：2611023318842009917  复制',
      '宝贝标题：针织开衫 雾蓝 M',
      '★★☆☆☆',
      '评价时间：2026-11-20 21:15:08',
      '评价内容：袖子有点长，',
      '客服半天才回。',
      '[图片] 3',
    ].join('\r\n');
    expect(readPastedReview(pasted, now)).toEqual({
      buyerId: 't***3',
      orderNo: '2611023318842009917',
      product: '针织开衫 雾蓝 M',
      stars: 2,
      at: Date.parse('2026-11-20T21:15:00+08:00'),
      pictures: true,
      text: '袖子有点长，\n客服半天才回。',
    });
  });

  test('R49 bare words stay words: no star, order or time is made up', () => {
    expect(readPastedReview('质量不错，给五星好评，买了 2 件，7 天就到', now)).toEqual({
      text: '质量不错，给五星好评，买了 2 件，7 天就到',
    });
    // A day to come is not when it was written.
    expect(readPastedReview('评价时间：2026-12-01 10:00', now)).toEqual({
      text: '评价时间：2026-12-01 10:00',
    });
    expect(readPastedReview('', now)).toEqual({ text: '' });
  });

  test.each([
    ['★★★★★', 5],
    ['⭐⭐', 2],
    ['4星', 4],
    ['3/5', 3],
    ['差评', 1],
    ['好评', 5],
    ['6星', null],
    ['★★★★★★', null],
    ['很好', null],
  ])('R49 stars of %s', (text, stars) => {
    expect(readStars(text)).toBe(stars);
  });

  test.each([
    ['颜色好看，就是袖子有点长，尺码偏大', 5, true, 'size'],
    ['很好，会再来', 5, false, 'other'],
    ['包装压坏了', 2, true, 'packing'],
    ['Lovely, but the delivery took weeks', 5, true, 'logistics'],
  ] as const)('R53 what stands inside %s', (text, stars, issue, topic) => {
    expect(guessIssue(text, stars)).toEqual({ issue, topic });
  });
});

describe('the log', () => {
  const every: ReviewFilter = { stars: 'all', platform: 'all', reply: 'all', issue: false, text: '' };

  test('R49 R52 is filtered by stars, platform, answer, problem and words', () => {
    const bad = review({ stars: 1, platform: 'pdd', text: '漏水', issue: true });
    const middle = review({ stars: 3, reply: '草稿' });
    const good = review({ stars: 4, reply: '谢谢', publishedAt: now });
    const all = [bad, middle, good];
    const found = (part: Partial<ReviewFilter>) => filterReviews(all, { ...every, ...part });
    expect(found({})).toEqual(all);
    expect(found({ stars: 'bad' })).toEqual([bad]);
    expect(found({ stars: 'middle' })).toEqual([middle]);
    expect(found({ stars: 'good' })).toEqual([good]);
    expect(found({ platform: 'pdd' })).toEqual([bad]);
    expect(found({ reply: 'none' })).toEqual([bad]);
    expect(found({ reply: 'draft' })).toEqual([middle]);
    expect(found({ reply: 'published' })).toEqual([good]);
    expect(found({ issue: true })).toEqual([bad]);
    expect(found({ text: ' 漏水 ' })).toEqual([bad]);
  });

  test('R50 R53 a poor review waits for somebody until it has a case, an answer or an end; a kind one with a problem until the buyer was spoken to', () => {
    const poor = review({ stars: 2, issue: true });
    expect(needsWork(poor)).toBe(true);
    expect(needsWork({ ...poor, caseId: 'c' as Review['caseId'] })).toBe(false);
    expect(needsWork({ ...poor, publishedAt: now })).toBe(false);
    expect(needsWork({ ...poor, outcome: 'deleted' })).toBe(false);
    const inside = review({ issue: true });
    expect(needsWork(inside)).toBe(true);
    expect(needsWork({ ...inside, publishedAt: now })).toBe(true);
    expect(needsWork({ ...inside, contactedAt: now })).toBe(false);
    expect(needsWork(review({}))).toBe(false);
  });

  test('R51 the board shows good reviews without a problem, and those put there by hand', () => {
    expect(isOnBoard(review({ stars: 4 }))).toBe(true);
    expect(isOnBoard(review({ stars: 5, issue: true }))).toBe(false);
    expect(isOnBoard(review({ stars: 5, issue: true, praised: true }))).toBe(true);
    expect(isOnBoard(review({ stars: 3 }))).toBe(false);
  });

  test('R53 the digest: problems inside good reviews only, by Shanghai day, newest first, by what they are about', () => {
    const late = review({ issue: true, topic: 'size', at: Date.parse('2026-11-20T16:30:00Z') });
    const early = review({ issue: true, topic: 'packing', at: now - day });
    const same = review({ issue: true, topic: 'size' });
    const poor = review({ issue: true, stars: 1 });
    const days = digestOf([late, early, same, poor, review({})], isoDay);
    expect(days).toEqual([
      { day: '2026-11-21', topics: [{ topic: 'size', reviews: [late, same] }] },
      { day: '2026-11-20', topics: [{ topic: 'packing', reviews: [early] }] },
    ]);
  });
});

describe('the answer', () => {
  test('R52 names what is worth naming for this review, and what the draft names already', () => {
    const poor = { stars: 2, issue: true, topic: 'size' } as const;
    expect(hintsFor(poor, '').map(({ id, used }) => [id, used])).toEqual([
      ['size-chart', false],
      ['contact', false],
    ]);
    expect(hintsFor(poor, '请对照尺码表')[0]).toMatchObject({ id: 'size-chart', used: true });
    expect(hintsFor({ stars: 5, issue: false, topic: 'other' }, '').map(({ id }) => id)).toEqual(['use']);
    expect(productKeywords('针织开衫（雾蓝）M × 1 保暖')).toEqual(['针织开衫', '雾蓝', '保暖']);
    expect(openBlanks('发{快递}，{截单时间}前')).toEqual(['快递', '截单时间']);
  });

  test('R52 R55 R168 no shipped hint offers anything for stars, in either language', () => {
    expect(replyHints.length).toBeGreaterThan(5);
    for (const { sentence } of replyHints) {
      expect(findWording(sentence.zh)).toEqual([]);
      expect(findWording(sentence.en)).toEqual([]);
      expect(openBlanks(sentence.zh).length).toBe(openBlanks(sentence.en).length);
    }
  });

  test('R51 R69 the words of thanks and the invitation are there, and neutral', () => {
    for (const id of ['M32', 'M32.thanks', 'M32.explain']) {
      const script = shippedScripts.find((one) => one.id === id);
      expect(script?.sources).toContain('M32');
      expect(findWording(`${script?.text['zh-CN']} ${script?.text.en}`)).toEqual([]);
    }
  });
});

describe('complaints from outside', () => {
  const clocks = (channel: Case['complaintChannel']) =>
    deadlinesForCase({
      platform: 'taobao',
      caseType: 'complaint',
      at: { 'complaint.received': now },
      facts: channel === undefined ? {} : { channel },
      now,
      rules: shippedRules,
      calendar: shippedCalendar,
    }).map(({ rule, result }) => [rule.id, result.due] as const);

  test('R147 12315 and Heimao have a clock of their own, a complaint on the platform has not', () => {
    const own = 'house.complaint.external';
    expect(clocks('12315').find(([id]) => id === own)?.[1]).toBeGreaterThan(now + 2 * day);
    expect(clocks('12315').map(([id]) => id)).toContain('law.complaint.accept');
    expect(clocks('heimao').map(([id]) => id)).toContain(own);
    expect(clocks('heimao').map(([id]) => id)).not.toContain('law.complaint.accept');
    for (const other of ['platform', undefined] as const)
      expect(clocks(other).map(([id]) => id)).not.toContain(own);
  });
});

describe('what the knowledge holds', () => {
  const steps = (key: string) => shippedPlaybooks.find((one) => one.key === key)?.steps ?? [];

  test('R50 R167 a review is checked, solved, answered and ends as kept, changed, deleted or appended', () => {
    expect(steps('review').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['facts', 'fix', 'explain', 'review-result', 'quality-feedback']),
    );
    const result = steps('review').find(({ id }) => id === 'review-result');
    expect(result?.options?.map(({ id }) => id)).toEqual(['kept', 'changed', 'deleted', 'appended']);
  });

  test('R143 before shipping the platform asks: a note of what was told, and the papers it wants', () => {
    const step = steps('unshippedRefund').find(({ id }) => id === 'platform-asks');
    expect(step).toMatchObject({ kind: 'note', rows: ['R143'] });
    expect(evidenceSlot('qualification')?.source).toContain('R143');
  });

  test('R146 the buyer is told that a request can be made once only', () => {
    const found = ruleSnippets.find(({ id }) => id === 'once');
    expect(found?.rows).toContain('R146');
    expect(found?.text.zh).toContain('无法再次申请');
  });

  test('R145 a ruling can be appealed inside its case', () => {
    const step = steps('intervention').find(({ id }) => id === 'appeal');
    expect(step).toMatchObject({ event: 'appeal.submitted', rows: ['R145'] });
  });

  test('R69 a case that closed with a content buyer and no fault of ours comes up the next morning, with neutral words', () => {
    const closed = (satisfaction: number | null): Case =>
      ({
        id: 'c',
        status: 'closed',
        type: 'message',
        liability: 'buyer',
        closedAt: now,
        closing: { outcome: 'settled', satisfaction },
      }) as unknown as Case;
    const due = winBackOf(closed(5));
    expect(due?.rule).toMatchObject({ id: 'happy', script: 'M32' });
    expect(due?.dueAt).toBe(Date.parse('2026-11-22T10:00:00+08:00'));
    expect(findWording(`${due?.rule.todo.zh} ${due?.rule.todo.en}`)).toEqual([]);
    expect(winBackOf(closed(null))).toBeNull();
    expect(winBackOf(closed(2))?.rule.id).toBe('unhappy');
  });
});
