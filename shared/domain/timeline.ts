import type { CaseId, EventId } from './ids';

export const timelineKinds = [
  'caseCreated',
  'caseEdited',
  'caseClosed',
  'caseReopened',
  'evidenceAdded',
  'evidenceDuplicate',
  'evidenceDescribed',
  'evidenceExported',
  'evidenceHealed',
  'evidenceRenamed',
  'evidenceMovedIn',
  'evidenceMovedOut',
  'evidenceDeleted',
  'evidenceRestored',
  'evidenceDerived',
  'evidenceSlotted',
  'evidenceAccepted',
  'evidenceRefused',
  'evidenceUnjudged',
  'evidenceDamaged',
  'weighingSaved',
  'noteAdded',
  'notePasted',
  'wrongShipmentLogged',
  'reminderSet',
  'reminderFired',
  'reminderDone',
  'reminderSnoozed',
  'deadlineAnswered',
  'deadlineTyped',
  'eventRecorded',
  'ruleAdopted',
  'slipMade',
  'scriptCopied',
  'buyerAsked',
  'commitmentMade',
  'commitmentKept',
  'commitmentProved',
  'commitmentCancelled',
  'commitmentReopened',
  'commitmentMoved',
  'creditUsed',
  'caseRestored',
  'caseRenumbered',
  'packMade',
  'packSaved',
  'packProved',
  'stepDone',
  'stepUndone',
  'stepSkipped',
  'stageMoved',
  'gateOverridden',
  'contactLogged',
  'buyerUnreachable',
  'unreachablePrinted',
  'waitingNamed',
  'judged',
  'retentionTried',
  'wonBack',
  'taskNoted',
  'inspected',
  'returnInfoSent',
  'parcelExpected',
  'parcelArrived',
  'parcelRefused',
  'parcelDone',
  'costAdded',
  'costRemoved',
  'claimFiled',
  'claimChanged',
  'invoiceSaved',
  'slotChanged',
  'reviewLinked',
  'reviewChanged',
  'talkAdded',
  'talkAnswered',
  'penaltyNoted',
  'comment',
  'trashed',
  'restored',
  'undone',
  'anonymised',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/**
 * One line of a case's history (R121). Append-only: `hash` covers the line and `prevHash`, so a changed or
 * removed line breaks the chain.
 */
export type TimelineEvent = {
  readonly id: EventId;
  readonly caseId: CaseId;
  /** 1, 2, 3 … within the case. */
  readonly seq: number;
  readonly at: number;
  readonly kind: TimelineKind;
  /** Plain values for the sentence on screen: old and new value, file name, … */
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly prevHash: string;
  readonly hash: string;
};

/** The exact text whose SHA-256 is an event's `hash`. Keys are sorted so that the order of writing does not matter. */
export function timelineHashText(event: Omit<TimelineEvent, 'hash'>): string {
  const data = Object.fromEntries(Object.entries(event.data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify([event.id, event.caseId, event.seq, event.at, event.kind, data, event.prevHash]);
}
