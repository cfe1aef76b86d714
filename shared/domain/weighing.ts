import type { CaseId, EvidenceId, Id } from './ids';

export type WeighingId = Id<'weighing'>;

/** One line of the packing list. Weights are integer grams; null when not known. */
export type WeighedPart = {
  readonly name: string;
  readonly quantity: number;
  /** What one piece weighs by our own records. */
  readonly unitGrams: number | null;
  /** What the buyer's scale shows for all pieces of this line. */
  readonly readGrams: number | null;
  /** The waybill it was sent under; empty for "the parcel at hand". */
  readonly waybill: string;
  /** Photo of the reading. */
  readonly evidenceId: EvidenceId | null;
};

export const parcelStates = ['received', 'underway', 'unknown'] as const;
export type ParcelState = (typeof parcelStates)[number];

/** One waybill of the order: an order may have been split into several parcels (R32). */
export type OrderWaybill = {
  readonly waybill: string;
  /** Weight the courier billed, from the waybill. */
  readonly grams: number | null;
  readonly state: ParcelState;
};

/** Weights as evidence (R33): what should be in the parcels, what they weighed when sent, what the scale shows now. */
export type Weighing = {
  readonly id: WeighingId;
  readonly caseId: CaseId;
  readonly parts: readonly WeighedPart[];
  readonly waybills: readonly OrderWaybill[];
  /** Box, bag and filling, by our own records. */
  readonly packagingGrams: number | null;
  /** Everything together on the buyer's scale. */
  readonly totalGrams: number | null;
  readonly totalEvidenceId: EvidenceId | null;
  /** A difference up to the larger of both counts as none. */
  readonly toleranceGrams: number;
  readonly tolerancePercent: number;
  readonly note: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
};

export type WeighingInput = Omit<Weighing, 'id' | 'caseId' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

/** Kitchen scales and courier scales differ by about this much. */
export const defaultTolerance = { toleranceGrams: 20, tolerancePercent: 3 } as const;

/** More than a container ship's crate: a typing mistake. */
const maxGrams = 1_000_000;

const units: Readonly<Record<string, number>> = {
  '': 1,
  g: 1,
  克: 1,
  kg: 1000,
  公斤: 1000,
  千克: 1000,
  斤: 500,
  两: 50,
};

/** A weight as typed (`350`, `350 g`, `0.35kg`, `７斤`) in integer grams; null when it is not one. */
export function parseGrams(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').toLowerCase();
  const match = /^(\d{1,7})(?:\.(\d{1,3})0*)?(g|克|kg|公斤|千克|斤|两)?$/.exec(plain);
  const unit = units[match?.[3] ?? ''];
  if (match === null || unit === undefined) return null;
  const thousandths = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  const grams = Math.round((thousandths * unit) / 1000);
  return grams <= maxGrams ? grams : null;
}
