import type { CaseId, EvidenceId, Sha256 } from './ids';
import type { TakenTime } from './taken-time';

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

/**
 * Where a file came from (R19): the place the seller named or its name told, and until then only the way it came in
 * (`drop` to `kept`, which is the copy of a lost database).
 */
export const evidenceSources = [
  'drop',
  'paste',
  'picker',
  'folder',
  'watch',
  'kept',
  'wangwang',
  'wechat',
  'qq',
  'email',
  'platform',
  'self',
  'supplier',
  'courier',
] as const;
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
  /** What it shall prove, in the seller's words. */
  readonly supports?: string;
  /** When the camera says it was taken; missing when it says nothing. */
  readonly taken?: TakenTime;
  /** The original holds the place where it was taken. The place itself is never read out. */
  readonly hasPlace?: boolean;
  /** The file's own time of change, epoch ms. */
  readonly modifiedAt?: number;
  readonly sample: boolean;
  readonly deletedAt: number | null;
  /** Archive names it had before its kind, case or buyer ID was corrected, oldest first. */
  readonly formerNames?: readonly string[];
  /** Quarter turns to the right, for the eye only: the bytes are not touched. */
  readonly turns?: number;
  /** Set on a copy made here: the original it was made from and what was done. The original stays as it came. */
  readonly derivedFrom?: DerivedFrom;
  /** The slot of the evidence checklist the seller put it in; without one its kind decides. */
  readonly slot?: string | null;
  /** What the seller thought of it (R17). */
  readonly verdict?: EvidenceVerdict | null;
};

/** `frame`: one picture of a video, `atMs` from its beginning. `marked`: arrows, boxes, text, blurring, cropping. */
export type DerivedFrom = {
  readonly id: EvidenceId;
  readonly sha256: Sha256;
  readonly how: 'marked' | 'frame';
  readonly atMs: number | null;
};

/** Accepted, or the buyer was asked to take it again, with the reason (R17, R23). */
export type EvidenceVerdict = {
  readonly state: 'accepted' | 'askAgain';
  readonly reason: string;
  readonly at: number;
};
