import type { Case } from '#shared/domain/case';
import type { Evidence } from '#shared/domain/evidence';

import type { PatrolKind } from '#shared/domain/patrol';
import type { CaseId, EvidenceId, Sha256 } from '#shared/domain/ids';
import type { Playbook, StepKind, Words } from '#shared/domain/playbook';
import type { StepMark } from '#shared/domain/step-facts';
import type { Platform } from '#shared/domain/platform';
import type { DeadlineRule, PlatformPause } from '#shared/deadlines/rule';
import type { CalendarYear } from '#shared/deadlines/calendar';
import type { Script } from '#shared/domain/script';
import type { WrongShipment } from '#shared/domain/wrong-shipment';
import type { TimelineEvent } from '#shared/domain/timeline';
import type { JournalEntry, JournalKey } from '#shared/vault/journal';

/** What lies in the tables. Differs from the domain where an index needs a value of its own. */

/** `nextSort`: the next action date as an index takes it; 0 when there is none, so those come first. */
export type CaseRecord = Case & { readonly nextSort: number };

/** `nameKey`: the file name as a case-insensitive disk sees it, unique. */
export type EvidenceRecord = Evidence & { readonly nameKey: string };

/** `month`: `YYYY-MM` of the day it happened, in Shanghai. */
export type WrongShipmentRecord = WrongShipment & { readonly month: string };

export type BlobRecord = { readonly sha256: Sha256; readonly blob: Blob };

/**
 * How a picture looks, in 64 bits (a difference hash, 16 hex digits); null when it is too plain to tell. `bands`: its
 * eight bytes with their places, so that alike pictures share at least one.
 */
export type LikenessRecord = {
  readonly sha256: Sha256;
  readonly hash: string | null;
  readonly bands: readonly string[];
};

/** `blob` is null when there is nothing to show: damaged, too large, or no decoder. */
export type ThumbRecord = { readonly sha256: Sha256; readonly blob: Blob | null };

/**
 * An original whose stored bytes were found not to be those that came in. `blob` holds the damaged bytes, null when
 * they cannot be read; `healed` when the vault had the right ones; `seen` when the seller has taken note.
 */
export type DamageRecord = {
  readonly id: string;
  readonly sha256: Sha256;
  /** Where the damaged bytes lie among the blobs; null when nothing could be read. */
  readonly damagedSha256: Sha256 | null;
  readonly fileNames: readonly string[];
  readonly foundAt: number;
  readonly healed: boolean;
  readonly seen: boolean;
};

export type BuyerFolderRecord = {
  readonly buyerId: string;
  readonly folder: string;
  readonly folderKey: string;
};
export type CounterRecord = { readonly key: string; readonly value: number };

/**
 * `paused` has no end yet; `ended` was closed by an event, or rests with its case. Both stay because they hold the
 * version of the rule the case is bound to.
 */
export type DeadlineState = 'running' | 'answered' | 'paused' | 'ended';

/** A computed deadline with what it was computed from, so an edited rule never moves it in silence. */
export type DeadlineRecord = {
  /** `caseId:ruleId`. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly ruleId: string;
  readonly ruleVersion: number;
  /** Key of the exact rule it was computed with; rows of schema 1 have none and mean the shipped rule. */
  readonly ruleKey?: string;
  readonly inputs: Readonly<Record<string, number>>;
  /** True when the due time was typed in from the back office. */
  readonly typed: boolean;
  readonly actor: string;
  /** Epoch ms; 0 while a pause has no end. */
  readonly dueAt: number;
  readonly shadowDueAt: number | null;
  readonly onMiss: string;
  readonly state: DeadlineState;
};

export type DraftRecord = { readonly key: string; readonly value: unknown; readonly updatedAt: number };
export type SettingRecord = { readonly key: string; readonly value: unknown };

/**
 * One version of a rule: a copy the seller edited, or a shipped one kept so that old cases find it after an update.
 */
export type RuleRecord = {
  /** `id@version.fingerprint`. */
  readonly key: string;
  readonly ruleId: string;
  readonly origin: 'own' | 'shipped';
  /** Own copies only: false once the seller went back to the shipped rule. */
  readonly current: boolean;
  readonly rule: DeadlineRule;
  /** Own copies only: the shipped rule it was made from, to say when that one has changed since. */
  readonly basedOn: string | null;
  readonly savedAt: number;
};

/** A year of the work calendar as the seller imported or edited it. */
export type CalendarYearRecord = CalendarYear & { readonly year: string; readonly savedAt: number };

/** A platform pause of the seller's own, or a shipped one changed or taken out (`removed`). */
export type PauseRecord = PlatformPause & { readonly removed: boolean };

/** A finished patrol round: what each platform showed, and what we had at that moment. */
export type PatrolRoundRecord = {
  readonly id: string;
  readonly kind: PatrolKind;
  readonly at: number;
  readonly seen: Readonly<Partial<Record<Platform, number>>>;
  readonly ours: Readonly<Partial<Record<Platform, number>>>;
};

/** One committed change on its way to the vault. `seq` is given by the database, without gaps. */
export type OutboxRecord = Omit<JournalEntry, 'seq'> & { readonly seq?: number };

/**
 * A row of an archive that waits to be restored; nothing of it counts before it is applied. `caseId` is empty for rows
 * of no case. Table `$added`: an original that came here for this restore and goes again if it is not finished.
 */
export type StagedRecord = {
  /** Given by the reader, in the archive's order. */
  readonly n: number;
  readonly table: string;
  readonly caseId: string;
  readonly row: unknown;
};

/**
 * The mirror's own books: `storeId` (text), `acked` (newest change the vault confirmed), `copied` (end of the newest
 * full copy).
 */
export type VaultStateRecord = {
  readonly key: 'storeId' | 'acked' | 'copied';
  readonly value: string | number;
};

/** The seller's words for a shipped message, a message of the seller's own, or only that a shipped one is hidden. */
export type ScriptRecord = {
  readonly id: string;
  readonly script: Script | null;
  /** The shipped texts it was made from, to say when they have changed since; null for an own message. */
  readonly basedOn: string | null;
  readonly shippedVersion: number;
  readonly hidden: boolean;
  readonly savedAt: number;
};

export type ScriptUseRecord = {
  readonly scriptId: string;
  readonly count: number;
  /** Epoch ms of the last copy, 0 for never. */
  readonly lastAt: number;
  readonly favourite: boolean;
};

/** A row as it was and as an action left it; null where there was or is none. */
export type UndoChange = { readonly key: JournalKey; readonly before: unknown; readonly after: unknown };

/** What one action did to rows of one table, or a line it wrote into a history (`event`), which names it. */
export type UndoRecord = {
  readonly seq?: number;
  /** Which action; rows of one action have the same. */
  readonly step: string;
  readonly at: number;
  readonly table: string;
  readonly changes: readonly UndoChange[];
  readonly event: Pick<TimelineEvent, 'caseId' | 'kind' | 'data'> | null;
};

/** What happened to a step of a case's procedure. Kept when the case changes its type. */
export type StepRecord = StepMark & {
  /** `caseId:stepId`. */
  readonly id: string;
  readonly caseId: CaseId;
  readonly stepId: string;
  /** As it was when it was done: the procedure may have changed since. */
  readonly title: Words;
  readonly kind: StepKind;
  /** What was typed in, by field id. */
  readonly values: Readonly<Record<string, string>>;
};

/** Where a case stands in its procedure, and which evidence was accepted for what. */
export type WalkRecord = {
  /** The case's own: one walk per case. */
  readonly id: CaseId;
  readonly caseId: CaseId;
  /** The stage last gone to by hand; null follows the steps from the start. */
  readonly stage: string | null;
  readonly since: Readonly<Record<string, number>>;
  readonly slots: Readonly<Record<string, readonly SlotEvidence[]>>;
  /** What the seller answered in the decision helper, by `tree.node`. */
  readonly answers?: Readonly<Record<string, string>>;
  /** What was offered so that the buyer keeps the goods, oldest first (R1). */
  readonly offers?: readonly RetentionTry[];
};
export type RetentionTry = {
  /** Id of `knowledge/decide/retention-offers`. */
  readonly offer: string;
  readonly amountFen: number | null;
  readonly result: 'accepted' | 'refused' | 'thinking';
  readonly note: string;
  readonly at: number;
};
export type SlotEvidence = { readonly id: EvidenceId; readonly at: number };

/** The seller's copy of a procedure, or one of the seller's own. */
export type PlaybookRecord = {
  readonly key: string;
  readonly playbook: Playbook;
  /** The shipped procedure it was copied from, to say what has changed since; null for one of the seller's own. */
  readonly base: Playbook | null;
  readonly savedAt: number;
};
