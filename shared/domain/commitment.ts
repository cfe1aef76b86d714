import { occurrences } from '../deadlines/occurrences';
import type { CaseId, CommitmentId, EvidenceId } from './ids';
import { nextTurn } from './snooze';
import type { Platform } from './platform';

/** What can be owed to a buyer (承诺). Their defaults are data, see {@link commitmentDefaults}. */
export const commitmentKinds = [
  'freight',
  'refund',
  'partialRefund',
  'sendOut',
  'freightCover',
  'credit',
  'advanceExchange',
  'other',
] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

/** What makes a promise due. `nextOrder` has no time: it comes up with the buyer's next case. */
export const commitmentTriggers = [
  'date',
  'tradeSucceeded',
  'refundSucceeded',
  'returnArrived',
  'nextOrder',
] as const;
export type CommitmentTrigger = (typeof commitmentTriggers)[number];

export type CommitmentState = 'open' | 'kept' | 'cancelled';

/** Money or action owed to a buyer. Times are epoch ms, money is integer fen. */
export type Commitment = {
  readonly id: CommitmentId;
  /** The case in which it was promised. */
  readonly caseId: CaseId;
  /** Whose it is, as the case has it: the buyer's next case finds it by these. */
  readonly platform: Platform;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly kind: CommitmentKind;
  /** What was promised, in the seller's words; may be empty. */
  readonly text: string;
  readonly amountFen: number | null;
  /** Where the money goes: the buyer's Alipay account, …; may be empty. */
  readonly account: string;
  readonly trigger: CommitmentTrigger;
  /** How long after the trigger it has to be kept. */
  readonly withinHours: number;
  /** `date`: when it is due. Otherwise from when on to look whether the trigger has come. */
  readonly at: number | null;
  /** When the trigger came, from the case's events; null while it has not. */
  readonly triggeredAt: number | null;
  /** When it is due, or has to be looked at; 0 without a time, as an index takes it. */
  readonly dueAt: number;
  readonly state: CommitmentState;
  readonly settledAt: number | null;
  /** True when an event of the case kept it, so that taking the event back opens it again. */
  readonly keptByEvent: boolean;
  readonly proofId: EvidenceId | null;
  /** The case in which a credit was used; null when in its own. */
  readonly keptIn: CaseId | null;
  /** Why it was cancelled. */
  readonly reason: string;
  readonly sample: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** What a seller fills in. */
export type CommitmentInput = Pick<
  Commitment,
  'kind' | 'text' | 'amountFen' | 'account' | 'trigger' | 'withinHours' | 'at'
>;

type Defaults = {
  readonly trigger: CommitmentTrigger;
  readonly withinHours: number;
  /** Whether it is about money, and so needs an amount. */
  readonly money: boolean;
  /** How long before it is due it rings. */
  readonly leadHours: readonly number[];
  /** True when its trigger is also its end: nothing is left to be done then. */
  readonly endsWithTrigger?: true;
  readonly source: string;
};

/** The usual terms of each kind, with the row they come from. */
export const commitmentDefaults: Readonly<Record<CommitmentKind, Defaults>> = {
  freight: { trigger: 'tradeSucceeded', withinHours: 24, money: true, leadHours: [4, 0], source: 'R12' },
  // Owed once the goods are back; a refund may be promised for a day instead.
  refund: { trigger: 'returnArrived', withinHours: 48, money: true, leadHours: [24, 4], source: 'R43' },
  sendOut: { trigger: 'date', withinHours: 0, money: false, leadHours: [24, 4], source: 'R8' },
  partialRefund: { trigger: 'date', withinHours: 0, money: true, leadHours: [48, 24, 4], source: 'R46' },
  freightCover: {
    trigger: 'refundSucceeded',
    withinHours: 72,
    money: true,
    leadHours: [24, 4],
    source: 'R180',
  },
  credit: { trigger: 'nextOrder', withinHours: 0, money: true, leadHours: [], source: 'R13' },
  advanceExchange: {
    trigger: 'returnArrived',
    withinHours: 0,
    money: false,
    leadHours: [0],
    endsWithTrigger: true,
    source: 'R10',
  },
  other: { trigger: 'date', withinHours: 0, money: false, leadHours: [0], source: 'R12' },
};

/** Events of a case that are the trigger; the first one counts. */
export const triggerEvents: Readonly<Record<CommitmentTrigger, readonly string[]>> = {
  date: [],
  tradeSucceeded: ['trade.succeeded', 'order.received'],
  refundSucceeded: ['refund.succeeded'],
  returnArrived: ['return.signed', 'return.inspected'],
  nextOrder: [],
};

const hour = 3_600_000;
/** Days between two rings of a promise that is due, and of one whose trigger is still being waited for. */
const dueEveryDays = 1;
const lookEveryDays = 3;
/** When to look first while the seller has not said. */
const firstLookMs = 7 * 24 * hour;

/** When the trigger of a promise came (epoch ms), from the events of its case; null while it has not. */
export function triggeredAt(
  trigger: CommitmentTrigger,
  events: Readonly<Record<string, number>>,
): number | null {
  const times = triggerEvents[trigger].flatMap((name) => occurrences(events, name));
  return times.length === 0 ? null : Math.min(...times);
}

/** What a promise waits for: its trigger, its time, or the buyer's next order. */
export function isWaiting({
  trigger,
  triggeredAt: came,
}: Pick<Commitment, 'trigger' | 'triggeredAt'>): boolean {
  return triggerEvents[trigger].length > 0 && came === null;
}

/**
 * A promise brought in line with the events of its case: what it waits for, when it is due, and whether an event has
 * kept it. Cancelled ones, and those the seller has kept, stay as they are.
 */
export function followEvents(one: Commitment, events: Readonly<Record<string, number>>): Commitment {
  if (one.state === 'cancelled' || (one.state === 'kept' && !one.keptByEvent)) return one;
  const came = triggeredAt(one.trigger, events);
  const ended = came !== null && commitmentDefaults[one.kind].endsWithTrigger === true;
  const look = one.at ?? (one.trigger === 'nextOrder' ? 0 : one.createdAt + firstLookMs);
  return {
    ...one,
    triggeredAt: came,
    dueAt: came === null ? look : came + one.withinHours * hour,
    state: ended ? 'kept' : 'open',
    settledAt: ended ? came : null,
    keptByEvent: ended,
  };
}

/**
 * When an open promise rings from `now` on (epoch ms): its leads, and then again and again until it is kept. What is
 * in the past is no alarm any more.
 */
export function ringTimes(one: Commitment, now: number): readonly number[] {
  if (one.state !== 'open' || one.dueAt === 0) return [];
  if (isWaiting(one)) return [one.dueAt > now ? one.dueAt : nextTurn(one.dueAt, lookEveryDays, now)];
  const leads = commitmentDefaults[one.kind].leadHours.map((lead) => one.dueAt - lead * hour);
  const ahead = leads.filter((at) => at > now);
  return ahead.length > 0 ? ahead : [nextTurn(one.dueAt, dueEveryDays, now)];
}

/** What keeps a promise from being saved: no amount where money is owed, no date, or nothing said at all. */
export function findCommitmentProblem(input: CommitmentInput): 'amount' | 'date' | 'text' | null {
  const { kind, amountFen, trigger, at, text } = input;
  if (commitmentDefaults[kind].money && (amountFen === null || amountFen <= 0)) return 'amount';
  if (amountFen !== null && amountFen <= 0) return 'amount';
  if (trigger === 'date' && at === null) return 'date';
  return kind === 'other' && text.trim() === '' ? 'text' : null;
}
