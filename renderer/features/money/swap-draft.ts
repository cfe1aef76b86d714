import { parseYuan } from '#shared/domain/money';
import { mostPieces, type Swap, type SwapPayer } from '#shared/domain/swap';

/** A swap as it is typed. Null follows what the case says. */
export type SwapDraft = {
  readonly item: string;
  readonly price: string | null;
  readonly newPrice: string;
  readonly pieces: string;
  readonly out: string;
  readonly back: string;
  readonly outBy: SwapPayer | null;
  readonly backBy: SwapPayer | null;
};

export const emptySwap: SwapDraft = {
  item: '',
  price: null,
  newPrice: '',
  pieces: '1',
  out: '',
  back: '',
  outBy: null,
  backBy: null,
};

export const swapSums = ['price', 'newPrice', 'out', 'back'] as const;

/** A sum as typed, in fen; empty freight is none, everything else has to be a sum that is not negative. */
export function readSum(field: (typeof swapSums)[number], text: string): number | null {
  if (text.trim() === '') return field === 'out' || field === 'back' ? 0 : null;
  const fen = parseYuan(text);
  return fen === null || fen < 0 ? null : fen;
}

/** How many pieces, or null when it is no such number. */
export function readPieces(text: string): number | null {
  const clean = text.normalize('NFKC').trim();
  const count = /^\d{1,4}$/.test(clean) ? Number(clean) : 0;
  return count >= 1 && count <= mostPieces ? count : null;
}

/** The swap behind what is typed; null while something is missing or no sum. */
export function readSwap(draft: SwapDraft, price: string, outBy: SwapPayer, backBy: SwapPayer): Swap | null {
  const oldFen = readSum('price', price);
  const newFen = readSum('newPrice', draft.newPrice);
  const quantity = readPieces(draft.pieces);
  const outFen = readSum('out', draft.out);
  const backFen = readSum('back', draft.back);
  if (oldFen === null || newFen === null || quantity === null || outFen === null || backFen === null)
    return null;
  return { oldFen, newFen, quantity, outFen, backFen, outBy, backBy };
}
