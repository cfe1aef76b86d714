import type { CaseId, Id } from './ids';

export type ParcelId = Id<'parcel'>;

/** On its way back, here, refused at the door (freight on delivery), or dealt with. */
export const parcelStates = ['expected', 'arrived', 'refused', 'done'] as const;
export type ParcelState = (typeof parcelStates)[number];

/**
 * A parcel that comes back (退件, R38, R179), one row for each case it belongs to: several cases may share one parcel,
 * and one that nobody knows (无主件) has none. Times are epoch ms.
 */
export type Parcel = {
  readonly id: ParcelId;
  readonly caseId: CaseId | null;
  /** As {@link cleanWaybill} leaves it; empty for a parcel without a readable label. */
  readonly waybill: string;
  readonly carrier: string;
  readonly state: ParcelState;
  /** Freight was asked for at the door (到付, R27). */
  readonly cod: boolean;
  /** What stands on it or lies in it; how it was dealt with. */
  readonly note: string;
  readonly expectedAt: number | null;
  readonly arrivedAt: number | null;
  readonly doneAt: number | null;
  readonly sample: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** Letters and digits, 8 to 30 of them, as couriers write waybills (R181). */
const waybillPattern = /^[A-Z0-9]{8,30}$/;

/** A typed or scanned waybill in capitals, without blanks and dashes. */
export function cleanWaybill(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-_\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .toUpperCase();
}

/** Whether a cleaned text can be a waybill. */
export function isWaybill(text: string): boolean {
  return waybillPattern.test(text);
}

const dayMs = 86_400_000;
/** A parcel on its way for longer than this is worth a look at its track (R179, R181). */
const slowDays = 7;

/** Whole days a parcel has been on its way. */
export function daysUnderway({ expectedAt }: Pick<Parcel, 'expectedAt'>, now: number): number {
  return expectedAt === null ? 0 : Math.max(0, Math.floor((now - expectedAt) / dayMs));
}

/** Whether it takes so long that its track should be looked at. */
export function isSlow(parcel: Pick<Parcel, 'expectedAt'>, now: number): boolean {
  return daysUnderway(parcel, now) >= slowDays;
}
