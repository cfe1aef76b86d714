import type { Id } from './ids';
import type { ScriptPicture } from './script';

export type ProductCardId = Id<'productCard'>;

/** What a seller has to know of a product to answer for it (R56). */
export type ProductCard = {
  readonly id: ProductCardId;
  /** As cases name it, without how many were bought. */
  readonly name: string;
  readonly sku: string;
  readonly sellingPoints: string;
  readonly sizeNotes: string;
  /** Known faults in the seller's words; how often each came is counted from the cases. */
  readonly faults: string;
  readonly questions: readonly { readonly ask: string; readonly answer: string }[];
  readonly pictures: readonly ScriptPicture[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly sample: boolean;
};

/** A product without how many were bought: `连衣裙 M × 2` and `连衣裙 M × 1` are one. */
export function withoutCount(product: string): string {
  const plain = product.trim();
  const bare = plain.replace(/\s*[×*]\s*\d{1,4}$|\s+x\d{1,4}$/, '');
  return bare === '' ? plain : bare;
}

/** Names that mean the same product, whatever their case, width and blanks. */
export function productKey(name: string): string {
  return withoutCount(name.normalize('NFKC')).replaceAll(/\s+/g, ' ').toLowerCase();
}

/**
 * The card of a case's product: the one of that name, else the longest of which the case's name says more
 * (`连衣裙 雾蓝 M` is of the card `连衣裙`).
 */
export function cardFor<Card extends Pick<ProductCard, 'name'>>(
  cards: readonly Card[],
  product: string,
): Card | undefined {
  const wanted = productKey(product);
  if (wanted === '') return undefined;
  const fitting = cards.filter(({ name }) => {
    const key = productKey(name);
    return key === wanted || wanted.startsWith(`${key} `);
  });
  return fitting.toSorted((a, b) => b.name.length - a.name.length)[0];
}
