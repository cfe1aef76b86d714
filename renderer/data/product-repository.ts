import {
  cardFor,
  productKey,
  withoutCount,
  type ProductCard,
  type ProductCardId,
} from '#shared/domain/product-card';
import { AppError } from '#shared/errors';
import { faultOf } from '#shared/reports/faults';
import { database } from './database';
import { keepBytes } from './evidence-repository';
import { makeId } from './make-id';
import { readReportCases } from './report-repository';
import type { ReasonNames } from '#shared/reports/reasons';
import type { CaseId, Sha256 } from '#shared/domain/ids';

const longestText = 4000;

/** All product cards by name (R56). */
export async function listProductCards(): Promise<ProductCard[]> {
  return (await database().products.toArray()).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The card of a case's product, if there is one. */
export async function findProductCard(product: string): Promise<ProductCard | undefined> {
  return product.trim() === '' ? undefined : cardFor(await listProductCards(), product);
}

/** Cards with a text in their name or number. */
export async function searchProductCards(text: string, limit: number): Promise<ProductCard[]> {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [];
  const found = (await listProductCards()).filter(({ name, sku }) =>
    `${name}\n${sku}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
  return found.slice(0, limit);
}

export type ProductInput = Omit<ProductCard, 'id' | 'createdAt' | 'updatedAt' | 'sample'>;

/**
 * Keeps a product card with the bytes of its new pictures, together or not at all (R56). Throws `invalidInput` without a name, or with that of another card.
 */
export async function saveProductCard(
  id: ProductCardId | null,
  input: ProductInput,
  bytes: ReadonlyMap<Sha256, Blob>,
  now: number,
): Promise<ProductCard> {
  const db = database();
  const cut = (text: string): string => text.normalize('NFC').trim().slice(0, longestText);
  const name = withoutCount(input.name.normalize('NFC')).slice(0, 120);
  if (name === '') throw new AppError('invalidInput', { what: 'product' });
  return db.transaction('rw', [db.products, db.blobs], async () => {
    const all = await db.products.toArray();
    if (all.some((one) => one.id !== id && productKey(one.name) === productKey(name)))
      throw new AppError('invalidInput', { what: 'product' });
    const old = all.find((one) => one.id === id);
    const card: ProductCard = {
      name,
      sku: cut(input.sku).slice(0, 120),
      sellingPoints: cut(input.sellingPoints),
      sizeNotes: cut(input.sizeNotes),
      faults: cut(input.faults),
      questions: input.questions
        .map(({ ask, answer }) => ({ ask: cut(ask), answer: cut(answer) }))
        .filter(({ ask, answer }) => `${ask}${answer}` !== ''),
      pictures: input.pictures,
      id: old?.id ?? (makeId<'productCard'>(now) as ProductCardId),
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
      sample: old?.sample ?? false,
    };
    for (const { sha256 } of card.pictures) {
      const blob = bytes.get(sha256);
      if (blob !== undefined) await keepBytes(sha256, blob);
    }
    await db.products.put(card);
    return card;
  });
}

/** Deletes a card; undo brings it back, pictures and all. */
export async function removeProductCard(id: ProductCardId): Promise<void> {
  await database().products.delete(id);
}

export type CountedFault = { readonly reason: string; readonly ids: readonly CaseId[] };

/** How often each fault of a product came, by its cases of the last year (R56, R31), most frequent first. */
export async function countFaults(
  card: Pick<ProductCard, 'name'>,
  names: ReasonNames,
  now: number,
): Promise<{ readonly faults: readonly CountedFault[]; readonly cases: number }> {
  const cards = await listProductCards();
  const year = await readReportCases({ from: now - 365 * 86_400_000, to: now + 1 }, 'all', names);
  const mine = year.filter(({ product }) => cardFor(cards, product)?.name === card.name);
  const found = new Map<string, CaseId[]>();
  for (const item of mine) {
    const reason = faultOf(item);
    if (reason !== '') found.set(reason, [...(found.get(reason) ?? []), item.id]);
  }
  const faults = [...found].map(([reason, ids]) => ({ reason, ids }));
  faults.sort((a, b) => b.ids.length - a.ids.length || (a.reason < b.reason ? -1 : 1));
  return { faults, cases: mine.length };
}
