import type { CaseId, EvidenceId, Sha256 } from './ids';

/** What a piece of evidence is. The Chinese word goes into the file name, whatever the screen's language. */
export const evidenceKinds = [
  'photo',
  'video',
  'chat',
  'weighing',
  'packingList',
  'document',
  'audio',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Where a file came from (R19). */
export const evidenceSources = ['drop', 'paste', 'picker', 'folder'] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/**
 * A filed piece of evidence. The bytes live under `sha256` and are stored once, however many cases point at them;
 * they are never altered.
 */
export type Evidence = {
  readonly id: EvidenceId;
  readonly caseId: CaseId;
  readonly buyerId: string;
  readonly sha256: Sha256;
  /** Name in the archive: `{买家ID}_{日期}_{类型}_{序号}.ext` (R21). */
  readonly fileName: string;
  /** Name of the buyer's folder in the archive. */
  readonly folder: string;
  /** The name the file came with, untouched. */
  readonly originalName: string;
  readonly size: number;
  /** Real type, read from the bytes; `application/octet-stream` when they tell nothing. */
  readonly mime: string;
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
  readonly receivedAt: number;
  /** Pixel size read from the header, null when unknown. */
  readonly width: number | null;
  readonly height: number | null;
  /** The first piece of evidence with the same bytes, when this one is a link to it. */
  readonly duplicateOf: EvidenceId | null;
  readonly note: string;
  readonly sample: boolean;
  readonly deletedAt: number | null;
};
