import { issueWords, starWords, topicWords } from '../knowledge/review-words';
import { parseWhen } from './parse-when';
import { isGood, type ReviewTopic } from './review';

/** What a pasted review tells; what it does not say is absent. */
export type PastedReview = {
  readonly buyerId?: string;
  readonly orderNo?: string;
  readonly product?: string;
  readonly stars?: number;
  /** When it was written, epoch ms. */
  readonly at?: number;
  readonly pictures?: boolean;
  readonly text: string;
};

/** Longer pastes are a whole page, not a review. */
export const longestReview = 5000;

const labelled: readonly (readonly ['buyerId' | 'orderNo' | 'product' | 'when' | 'stars', RegExp])[] = [
  [
    'buyerId',
    /^(?:买家(?:ID|昵称|账号)?|会员名|用户(?:名|昵称)?|昵称|评价人|buyer(?: id)?)\s*[:：]\s*(.+)$/i,
  ],
  ['orderNo', /^(?:订单(?:编)?号|订单|交易编号|order(?: no)?\.?)\s*[:：]\s*([\w-]{6,64}).*$/i],
  ['product', /^(?:商品(?:名称|标题)?|宝贝(?:名称|标题)?|货品|product|item)\s*[:：]\s*(.+)$/i],
  ['when', /^(?:评价时间|评论时间|时间|日期|date|time)\s*[:：]\s*(.+)$/i],
  ['stars', /^(?:星级|评分|评价等级|综合评分|评价结果|stars|rating)\s*[:：]\s*(.+)$/i],
];
const bareOrder = /^(?:\d{15,20}|\d{6}-\d{12,18}|P\d{15,20}|[A-Z]\d{14,20})$/;
const stamp = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const label = /^(?:评价内容|评论内容|评价|评论|内容|review|comment)\s*[:：]\s*/i;
const pictureMark = /^(?:\[?(?:图片|视频|晒图|有图)\]?\s*\d*|共?\d+张图.*|\[(?:photo|picture|video)s?\])$/i;

/** Stars as signs, as `4星`, `4/5`, or as a word for the whole review. */
export function readStars(text: string): number | null {
  const signs = /[★⭐🌟]+/u.exec(text)?.[0];
  if (signs !== undefined) {
    const count = Array.from(signs).filter((sign) => sign !== '\ufe0f').length;
    return count >= 1 && count <= 5 ? count : null;
  }
  const plain = text.normalize('NFKC').trim();
  const number = /^([1-5])(?:\.0)?\s*(?:星|分|\/\s*5|stars?)?$/i.exec(plain)?.[1];
  if (number !== undefined) return Number(number);
  return starWords.find(([, words]) => words.includes(plain))?.[0] ?? null;
}

/**
 * Takes a review apart as it was copied from a back office: labelled lines, stars, an order number or a time on a line
 * of its own; everything else is what the buyer wrote (R49).
 */
export function readPastedReview(raw: string, now: number): PastedReview {
  const found: { -readonly [Name in keyof PastedReview]?: PastedReview[Name] } = {};
  const words: string[] = [];
  for (const line of raw.slice(0, longestReview).split(/\r?\n/)) {
    const text = line.trim();
    if (text === '' || takeLabelled(text, found, now) || takeBare(text, found, now)) continue;
    words.push(text.replace(label, ''));
  }
  return { ...found, text: words.join('\n').trim() };
}

type Found = { -readonly [Name in keyof PastedReview]?: PastedReview[Name] };

function takeLabelled(text: string, found: Found, now: number): boolean {
  for (const [name, pattern] of labelled) {
    const value = pattern.exec(text)?.[1]?.trim();
    if (value === undefined) continue;
    if (name === 'when') return takeTime(value, found, now);
    if (name === 'stars') {
      const stars = readStars(value);
      if (stars === null) return false;
      found.stars ??= stars;
      return true;
    }
    found[name] ??= value;
    return true;
  }
  return false;
}

function takeBare(text: string, found: Found, now: number): boolean {
  if (bareOrder.test(text) && found.orderNo === undefined) {
    found.orderNo = text;
    return true;
  }
  if (stamp.test(text)) return takeTime(text, found, now);
  if (pictureMark.test(text)) {
    found.pictures = true;
    return true;
  }
  // A sentence that holds a star word is the review itself; only a line of its own is a mark.
  const stars = found.stars === undefined && text.length <= 8 ? readStars(text) : null;
  if (stars === null) return false;
  found.stars = stars;
  return true;
}

function takeTime(text: string, found: Found, now: number): boolean {
  const at = parseWhen(text.replace(/(\d{1,2}:\d{2}):\d{2}$/, '$1'), now, 'past');
  if (at === null || at > now) return false;
  found.at ??= at;
  return true;
}

/** What a review's words suggest: whether something was wrong, and what (R53). The seller decides. */
export function guessIssue(
  text: string,
  stars: number,
): { readonly issue: boolean; readonly topic: ReviewTopic } {
  const plain = text.toLowerCase();
  const has = (words: readonly string[]): boolean => words.some((word) => plain.includes(word));
  const topic = topicWords.find(([, words]) => has(words))?.[0] ?? 'other';
  return { topic, issue: !isGood({ stars }) || (has(issueWords) && text.trim() !== '') };
}
