import type { EvidenceKind, EvidenceSource } from './evidence';
import type { InboxId, Sha256 } from './ids';
import type { TakenTime } from './taken-time';

/**
 * A file that was taken in and belongs to no case yet (未归档). Its bytes lie with those of filed evidence, under their
 * hash; filing it makes evidence of it and takes this row away in the same transaction.
 */
export type InboxItem = {
  readonly id: InboxId;
  readonly sha256: Sha256;
  readonly originalName: string;
  /** Folder it came in, as far as known; may name buyer or order. */
  readonly folder: string;
  /** Short text that lay on the clipboard when it came: often buyer or order number. */
  readonly hint: string;
  readonly size: number;
  readonly mime: string;
  readonly ext: string;
  readonly kind: EvidenceKind;
  readonly source: EvidenceSource;
  readonly width: number | null;
  readonly height: number | null;
  readonly receivedAt: number;
  readonly modifiedAt?: number;
  readonly taken?: TakenTime;
  readonly hasPlace?: boolean;
  /** `form`: belongs to the case that is being typed into the new-case form. */
  readonly waitsFor: 'form' | null;
  /** Put away by the seller; kept, and brought back with one click. */
  readonly deletedAt: number | null;
};
