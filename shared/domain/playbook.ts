import type { ClaimAgainst } from './claim';
import type { FlagUse } from '../knowledge/flag-uses';
import type { CostKind } from './cost';
import type { CaseType, ComplaintChannel, GoodsState, Liability, WaitingOn } from './case';
import type { EvidenceKind } from './evidence';
import type { GuardedAction } from './gate';
import type { Outcome } from './outcome';
import type { Verdict } from './inspection';

/** A text in both languages of the screen. */
export type Words = { readonly zh: string; readonly en: string };

/** What a step does. The engine knows these; everything else about a procedure is data (DESIGN section 2). */
export const stepKinds = [
  'evidence',
  'memo',
  'extendTrade',
  'sendReturnInfo',
  'slip',
  'contact',
  'decision',
  'inspect',
  'refund',
  'claim',
  'register',
  'script',
  'deadline',
  'note',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Facts of a case that a condition may look at by name. */
export const factFields = [
  'type',
  'platform',
  'goods',
  'liability',
  'waitingOn',
  'product',
  'orderNo',
] as const;
export type FactField = (typeof factFields)[number];

/** When something holds, as data. Evaluated by `provedAt`, never by code of its own. */
export type Condition =
  | { readonly field: FactField; readonly in: readonly string[] }
  /** A decision step was answered with one of these options. */
  | { readonly answer: string; readonly in: readonly string[] }
  /** A dated event of the case is recorded (see deadlines/events). */
  | { readonly event: string }
  /** The history has at least `min` lines of this kind. */
  | { readonly logged: string; readonly min?: number }
  /** At least `min` pieces of evidence were accepted for this slot. */
  | { readonly slot: string; readonly min?: number }
  | { readonly inspected: readonly Verdict[] }
  /** Somebody was contacted with one of these results. */
  | { readonly contact: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** A place for evidence: what has to be on it. The seller accepts files for it. */
export type EvidenceSlot = {
  readonly id: string;
  readonly title: Words;
  readonly kinds: readonly EvidenceKind[];
  readonly min: number;
};

/** One possible answer of a decision step, and what it changes in the case. */
export type DecisionOption = {
  readonly id: string;
  readonly title: Words;
  /** What to expect after this answer, said below it (R130). */
  readonly note?: Words;
  readonly set?: {
    readonly goods?: GoodsState;
    readonly liability?: Liability;
    readonly waitingOn?: WaitingOn;
    /** The case goes on as another type; what was done stays done. */
    readonly type?: CaseType;
    /** Where a complaint was filed, which decides its clocks (R147). */
    readonly complaintChannel?: ComplaintChannel;
  };
  /** Recorded at the time of the answer, if it is not already. */
  readonly event?: string;
  /** The event happens anew with each answer, also when it is recorded already: a request filed a second time (R42). */
  readonly again?: true;
  /** Open claims of the case against this party are refused with the answer (R161). */
  readonly refusesClaim?: ClaimAgainst;
  readonly guard?: GuardedAction;
  /** Asks on and decides nothing: the step's guard does not hold it, unless it records an event (R17, R23). */
  readonly undecided?: true;
  /** How the case ends after this answer: the closing starts with it (R23, R108). */
  readonly outcome?: Outcome;
};

/** `checks`: a list of things that all have to be ticked, one after the other. */
export const fieldTypes = ['text', 'money', 'waybill', 'choice', 'checks', 'time'] as const;

/** Facts of a case that a field of a step can fill. */
export const keptFacts = ['newOrderNo'] as const;
export type KeptFact = (typeof keptFacts)[number];

/** A value asked for by a `note`, `claim` or `register` step. */
export type StepField = {
  readonly id: string;
  readonly title: Words;
  readonly type: (typeof fieldTypes)[number];
  readonly required: boolean;
  readonly choices?: readonly { readonly id: string; readonly title: Words }[];
  /** A sum that may not exceed what the buyer paid (R105). */
  readonly atMost?: 'paid';
  /** What is typed becomes this fact of the case too (R9). */
  readonly keeps?: KeptFact;
};

/** The next thing to do that a step leaves behind: on the day of one of its `time` fields, or some days on. */
export type StepReminder = {
  readonly words: Words;
  readonly field?: string;
  readonly days?: number;
};

export const stepBearers = ['shop', 'buyer'] as const;
export type StepCost = {
  readonly field: string;
  readonly kind: CostKind;
  readonly bearer: (typeof stepBearers)[number];
};

/** Several things of a procedure done by one press at a `memo` step (R35). */
export type StepMacro = {
  /** The memo; `{step.field}` is what was typed at that step, name and day are added. */
  readonly memo: Words;
  /** Which colour of the shop's legend its flag gets. */
  readonly flag: FlagUse;
  /** The `extendTrade` step that is done with it. */
  readonly extend: string;
};

/** What a step arranges with somebody who comes or sends something (R94, R97): shown in the list of appointments. */
export type StepAppointment = {
  readonly kind: 'visit' | 'parts' | 'order';
  /** Its `time` field, and the one that says who comes or what is sent. */
  readonly when: string;
  readonly who: string;
  /** Steps that say the rest: the goods have arrived, the buyer was told, who pays, it is over. */
  readonly arrived?: string;
  readonly told?: string;
  readonly bearer?: string;
  readonly over?: string;
};

/** One step of a procedure. Which of the optional parts a kind needs is checked by the schema. */
export type Step = {
  readonly id: string;
  readonly stage: string;
  readonly kind: StepKind;
  readonly title: Words;
  readonly help?: Words;
  /** Requirement rows it rests on, shown on demand. */
  readonly rows: readonly string[];
  /** Only part of the walk while this holds. */
  readonly when?: Condition;
  /** Counts as done while this holds, also when it was done elsewhere. Kinds have their own default. */
  readonly doneWhen?: Condition;
  /** Not needed while this holds, with the reason shown. */
  readonly skipWhen?: { readonly if: Condition; readonly why: Words };
  readonly optional?: boolean;
  readonly guard?: GuardedAction;
  readonly slots?: readonly EvidenceSlot[];
  readonly options?: readonly DecisionOption[];
  /** The message of the library a `script` copies, by its id, in the seller's own words where there are some. */
  readonly script?: string;
  /** What a `script` without one copies; `{name}` is a variable. */
  readonly text?: Words;
  /** Dated event recorded when the step is done. */
  readonly event?: string;
  readonly fields?: readonly StepField[];
  /** Whose move it is once the step is done. */
  readonly waitOn?: WaitingOn;
  /** Where the goods are once the step is done (R64). */
  readonly goods?: GoodsState;
  /** What the case has to do next once the step is done (R80, R85, R91, R97). */
  readonly remind?: StepReminder;
  /** A `refund` starts with the field `amount` of this step. */
  readonly amountFrom?: string;
  /** A `refund` starts with what was paid less the field `amount` of this step (R92). */
  readonly lessFrom?: string;
  /** Its `money` fields that are written down as costs of the case, and who bears them (R92, R156, R161). */
  readonly books?: readonly StepCost[];
  readonly macro?: StepMacro;
  readonly appointment?: StepAppointment;
  /** Whom a `claim` step is against: doing it files the claim. */
  readonly against?: ClaimAgainst;
  /** Whom of the contact book the case waits for once the step is done: this role, if there is one or its name was typed. */
  readonly waitRole?: string;
  /** Days an `extendTrade` step wants. */
  readonly days?: number;
};

export type Transition = {
  readonly to: string;
  readonly when?: Condition;
  readonly title?: Words;
  /** Goes back: the steps of the stages from there on are open again. Only taken by hand. */
  readonly loop?: boolean;
};

export type Stage = {
  readonly id: string;
  readonly title: Words;
  /** A by-way: only shown and counted while the case is on it. */
  readonly side?: boolean;
  readonly next: readonly Transition[];
};

/** What has to be so before a case is closed; a warning otherwise. */
export type ClosingNeed = {
  readonly id: string;
  readonly words: Words;
  readonly met: Condition;
  readonly rows: readonly string[];
};

/** Where the thing a case is about stands, as a register would say it (R104): the last one whose step is done. */
export type ProcedureStatus = {
  readonly id: string;
  readonly title: Words;
  /** The step after which it holds; the first status holds without one. */
  readonly after?: string;
};

/** The procedure of a case type: shipped, or the seller's own copy. */
export type Playbook = {
  /** A case type, or `own-…` for a type of the seller's own. */
  readonly key: string;
  /** Counts up with each shipped change. */
  readonly version: number;
  /** The case type whose deadlines, memos and reports apply. */
  readonly like: CaseType;
  readonly name: Words;
  readonly about: Words;
  readonly rows: readonly string[];
  /** Who bears the loss when nothing else was found out (R2, R3). */
  readonly bearer: Liability;
  readonly outcomes: readonly Outcome[];
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  readonly closing: readonly ClosingNeed[];
  readonly statuses?: readonly ProcedureStatus[];
};

/** The text in the screen's language. */
export function wordsIn(words: Words, language: string): string {
  return language === 'en' ? words.en : words.zh;
}
