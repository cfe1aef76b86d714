import { maskText } from '../domain/mask';
import { voiceTypes } from '../knowledge/report-kinds';
import type { CaseId } from '../domain/ids';
import type { ReportCase } from './reasons';

/** Words about a case without anything that tells whose it is (R16). */
export type Voice = {
  readonly id: CaseId;
  readonly source: 'satisfaction' | 'stated' | 'description';
  readonly text: string;
  readonly stars: number | null;
  readonly product: string;
  readonly at: number;
};

const longest = 120;

/**
 * A text without phone numbers, addresses, labelled names, the buyer's ID, order numbers and whatever has five digits
 * or more in a row. A name alone in a sentence is not found: the seller reads a sheet before it is given away.
 */
export function nameless(
  text: string,
  { buyerId, orderNo }: Pick<ReportCase, 'buyerId' | 'orderNo'>,
): string {
  const without = [buyerId, orderNo]
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
    .reduce((left, word) => left.replaceAll(word, '＊＊'), text);
  return (
    maskText(without)
      // Also the ends of a number that the mask leaves to be recognised.
      .replaceAll(/[\d()-]*\*{2,}[\d-]*/g, '＊＊')
      .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '＊＊')
      .replaceAll(/[A-Za-z]{0,4}\d[\d -]{3,}\d/g, '＊＊')
  );
}

/** A text of at most so many characters, with a mark where it was cut. */
export function shorten(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text;
}

/** What buyers said in some cases, newest first: after closing, as their reason, or as a review, complaint or message. */
export function voices(cases: readonly ReportCase[]): readonly Voice[] {
  const found: Voice[] = [];
  for (const item of cases) {
    const { id, product, createdAt: at, closing } = item;
    const add = (source: Voice['source'], text: string, stars: number | null): void => {
      const plain = nameless(text, item).trim().replaceAll(/\s+/g, ' ');
      if (plain === '') return;
      found.push({
        id,
        source,
        stars,
        at,
        text: shorten(plain, longest),
        product: nameless(product, item),
      });
    };
    if (closing !== null) add('satisfaction', closing.satisfactionNote, closing.satisfaction);
    if (voiceTypes.includes(item.type)) add('description', item.description, null);
    else if (closing !== null) add('stated', closing.statedReason, null);
    else add('description', item.description, null);
  }
  return found.toSorted((a, b) => rank(a) - rank(b) || b.at - a.at);
}

/** Buyers' own words before the seller's story. */
function rank({ source }: Voice): number {
  return { satisfaction: 0, stated: 1, description: 2 }[source];
}
