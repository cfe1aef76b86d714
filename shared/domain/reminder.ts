import type { CaseId, CommitmentId, ReminderId } from './ids';

/** `followUp` was set by the seller; `deadline` leads a platform clock; `commitment` is a promise to the buyer. */
export type ReminderKind = 'followUp' | 'deadline' | 'commitment';

/** All that can ring. A patrol round belongs to no case and is never due: it is only not done yet (R60, R70). */
export const alarmKinds = ['deadline', 'commitment', 'followUp', 'patrol'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

export type ReminderState = 'pending' | 'fired' | 'done';

/** An alarm. The deadline is the fact, the reminder only rings for it. Times are epoch ms. */
export type Reminder = {
  readonly id: ReminderId;
  readonly caseId: CaseId;
  readonly kind: ReminderKind;
  /** What to do, verb first. */
  readonly text: string;
  readonly dueAt: number;
  readonly state: ReminderState;
  /** For `deadline`: which rule, and how long before its end this one rings (ms). */
  readonly ruleId: string | null;
  readonly leadMs: number;
  readonly firedAt: number | null;
  readonly createdAt: number;
  readonly sample: boolean;
  /** Should have rung while the app was closed. */
  readonly missed?: boolean;
  /** A follow-up that comes back every so many days until its case is closed (R111); absent means once. */
  readonly repeatDays?: number | null;
  /** For `commitment`: the promise it rings for. */
  readonly commitmentId?: CommitmentId;
};

/** One ringing of a reminder. Moving it (snooze) makes a new occurrence, so each fires exactly once. */
export function occurrenceId(reminder: Pick<Reminder, 'id' | 'dueAt'>): string {
  return `${reminder.id}@${reminder.dueAt}`;
}
