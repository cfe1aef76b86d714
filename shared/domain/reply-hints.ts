import { replyHints, type ReplyHint } from '../knowledge/reply-hints';
import { isDigested, isGood, type Review } from './review';

/** Something an answer could still name. */
export type HintState = ReplyHint & { readonly used: boolean };

/** What is worth naming in the answer to this review, and whether the draft already does (R52). */
export function hintsFor(
  review: Pick<Review, 'stars' | 'issue' | 'topic'>,
  draft: string,
): readonly HintState[] {
  const plain = draft.toLowerCase();
  const kind = isGood(review) && !isDigested(review);
  return replyHints
    .filter(({ topic }) => (kind ? topic === 'praise' : topic === review.topic || topic === 'any'))
    .map((one) => ({ ...one, used: one.named.some((word) => plain.includes(word)) }));
}

const longestKeyword = 12;

/** Words of a product's name that shoppers search for; amounts and variants are left out (R52). */
export function productKeywords(product: string): readonly string[] {
  const words = product
    .normalize('NFKC')
    .split(/[\s×x*,，、/|()（）【】[\]]+/)
    .map((word) => word.trim())
    .filter((word) => word.length >= 2 && word.length <= longestKeyword && !/^\d/.test(word));
  return [...new Set(words)].slice(0, 4);
}

/** Blanks that are still to be filled before an answer may be published. */
export function openBlanks(draft: string): readonly string[] {
  return [...new Set(Array.from(draft.matchAll(/\{([^{}\r\n]{1,20})\}/g), (match) => match[1] ?? ''))];
}
