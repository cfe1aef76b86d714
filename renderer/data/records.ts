import type { Case } from '#shared/domain/case';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, Sha256 } from '#shared/domain/ids';
import type { WrongShipment } from '#shared/domain/wrong-shipment';

/** What lies in the tables. Differs from the domain where an index needs a value of its own. */

/** `nextSort`: the next action date as an index takes it; 0 when there is none, so those come first. */
export type CaseRecord = Case & { readonly nextSort: number };

/** `nameKey`: the file name as a case-insensitive disk sees it, unique. */
export type EvidenceRecord = Evidence & { readonly nameKey: string };

/** `month`: `YYYY-MM` of the day it happened, in Shanghai. */
export type WrongShipmentRecord = WrongShipment & { readonly month: string };

export type BlobRecord = { readonly sha256: Sha256; readonly blob: Blob };

/** `blob` is null when there is nothing to show: damaged, too large, or no decoder. */
export type ThumbRecord = { readonly sha256: Sha256; readonly blob: Blob | null };

export type BuyerFolderRecord = {
  readonly buyerId: string;
  readonly folder: string;
  readonly folderKey: string;
};
export type CounterRecord = { readonly key: string; readonly value: number };

export type DeadlineState = 'running' | 'answered';

/** A computed deadline with what it was computed from, so an edited rule never moves it in silence. */
export type DeadlineRecord = {
  /** `caseId:ruleId`. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly inputs: Readonly<Record<string, number>>;
  /** True when the due time was typed in from the back office. */
  readonly typed: boolean;
  readonly actor: string;
  readonly dueAt: number;
  readonly shadowDueAt: number | null;
  readonly onMiss: string;
  readonly state: DeadlineState;
};

export type DraftRecord = { readonly key: string; readonly value: unknown; readonly updatedAt: number };
export type SettingRecord = { readonly key: string; readonly value: unknown };
