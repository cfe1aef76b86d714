import { wordingRules, type WordingKind } from '../knowledge/wording-rules';

/** A marked wording: where it stands in the text as written, in UTF-16 units. */
export type WordingMark = {
  readonly ruleId: string;
  readonly kind: WordingKind;
  readonly start: number;
  readonly end: number;
};

/** Letters and digits only: spaces and dots between the characters are an old trick, and an innocent habit. */
const counts = /[\p{L}\p{N}]/u;

/**
 * Wordings that break today's platform rules or the law (R55, R168): pay for a review, threats, luring off the
 * platform. Each place is named once, by the first rule that finds it.
 */
export function findWording(text: string): readonly WordingMark[] {
  const at: number[] = [];
  let plain = '';
  let index = 0;
  for (const character of text) {
    const folded = character.normalize('NFKC').toLowerCase();
    for (const part of folded) {
      if (!counts.test(part)) continue;
      plain += part;
      for (let unit = 0; unit < part.length; unit += 1) at.push(index);
    }
    index += character.length;
  }
  const marks: WordingMark[] = [];
  for (const { id, kind, pattern } of wordingRules) {
    for (const match of plain.matchAll(pattern)) {
      const start = at[match.index] ?? 0;
      const last = at[match.index + match[0].length - 1] ?? start;
      const end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
      if (!marks.some((mark) => start < mark.end && mark.start < end)) {
        marks.push({ ruleId: id, kind, start, end });
      }
    }
  }
  return marks.toSorted((a, b) => a.start - b.start);
}
