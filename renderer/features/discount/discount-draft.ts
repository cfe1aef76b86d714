import { parseYuan } from '#shared/domain/money';
import type { DiscountStep, discountKinds, OrderLine } from '#shared/domain/discount';

/** A discount as typed. `percent`: `95` or `9.5` for 95 折. */
export type TypedStep = {
  readonly kind: (typeof discountKinds)[number];
  readonly percent: string;
  readonly from: string;
  readonly off: string;
  readonly every: boolean;
};
export type TypedLine = {
  readonly name: string;
  readonly price: string;
  readonly pieces: string;
  readonly joins: boolean;
  /** Pieces that come back now, and those refunded before. */
  readonly back: string;
  readonly before: string;
};
export type TypedOrder = {
  readonly activity: string;
  readonly steps: readonly TypedStep[];
  readonly lines: readonly TypedLine[];
  readonly freight: string;
  readonly paid: string;
  readonly freightBack: boolean;
};

export const newStep: TypedStep = { kind: 'reduction', percent: '', from: '', off: '', every: false };
export const newLine: TypedLine = { name: '', price: '', pieces: '1', joins: true, back: '0', before: '0' };

/** `95`, `9.5`, `8` 折 as thousandths of the price; null when it is none. */
export function readPercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d))?$/.exec(text.normalize('NFKC').replace(/[%折\s]/g, ''));
  if (match === null) return null;
  const tenths = Number(match[1]) * 10 + Number(match[2] ?? 0);
  // Below 10 it is said in tenths: 8 折 is 80 %.
  const perMille = tenths < 100 ? tenths * 10 : tenths;
  return perMille <= 1000 ? perMille : null;
}

/** A sum; empty is 0, null when it is none. */
export function readSum(text: string): number | null {
  const fen = text.trim() === '' ? 0 : parseYuan(text);
  return fen === null || fen < 0 ? null : fen;
}

function readCount(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return 0;
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
}

/** A discount that can be reckoned with, or null while something is not understood. */
export function readStep({ kind, percent, from, off, every }: TypedStep): DiscountStep | null {
  if (kind === 'percent') {
    const perMille = readPercent(percent);
    return perMille === null ? null : { kind, perMille };
  }
  const [fromFen, offFen] = [readSum(from), readSum(off)];
  if (fromFen === null || offFen === null || off.trim() === '') return null;
  return kind === 'coupon' ? { kind, fromFen, offFen } : { kind, fromFen, offFen, every };
}

export function typeStep(step: DiscountStep): TypedStep {
  if (step.kind === 'percent') return { ...newStep, kind: 'percent', percent: String(step.perMille / 10) };
  const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
  const every = step.kind === 'reduction' && step.every;
  return { ...newStep, kind: step.kind, from: yuan(step.fromFen), off: yuan(step.offFen), every };
}

export type ReadLine = { readonly line: OrderLine; readonly back: number; readonly before: number };

/** A line that can be reckoned with; otherwise the key of what to mend. */
export function readLine({
  name,
  price,
  pieces,
  joins,
  back,
  before,
}: TypedLine): ReadLine | 'price' | 'pieces' | 'back' {
  const priceFen = price.trim() === '' ? null : readSum(price);
  if (priceFen === null) return 'price';
  const [count, now, then] = [readCount(pieces), readCount(back), readCount(before)];
  if (count === null || count === 0) return 'pieces';
  if (now === null || then === null || now + then > count) return 'back';
  return { line: { name, priceFen, pieces: count, joins }, back: now, before: then };
}
