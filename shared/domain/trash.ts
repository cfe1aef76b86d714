import type { CaseId } from './ids';

/** What can lie in the trash by itself. */
export const trashKinds = [
  'case',
  'evidence',
  'note',
  'wrongShipment',
  'person',
  'review',
  'penalty',
] as const;
export type TrashKind = (typeof trashKinds)[number];

/**
 * One deleted thing with every row that was taken out with it, as it was. While it lies here no list, count or export
 * sees it; `id` is the deleted thing's own.
 */
export type TrashEntry = {
  readonly id: string;
  readonly kind: TrashKind;
  /** The case it is or belongs to; null for a wrong shipment without one and for somebody of the contact book. */
  readonly caseId: CaseId | null;
  readonly buyerId: string;
  /** What the seller knows it by: case number, file name, first words. */
  readonly title: string;
  readonly rows: readonly { readonly table: string; readonly row: unknown }[];
  readonly sample: boolean;
  /** Epoch ms. */
  readonly deletedAt: number;
};

/** Days a deleted thing can be brought back. */
export const trashDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

/** When an entry is removed for good, epoch ms. */
export function purgeAt({ deletedAt }: Pick<TrashEntry, 'deletedAt'>): number {
  return deletedAt + trashDays * dayMs;
}

/** Whole days that are left to bring it back, at least 0. */
export function daysLeft(entry: Pick<TrashEntry, 'deletedAt'>, now: number): number {
  return Math.max(0, Math.ceil((purgeAt(entry) - now) / dayMs));
}
