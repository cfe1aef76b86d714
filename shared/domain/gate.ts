import type { Condition, Words } from './playbook';

/** Actions that cost money or cannot be taken back. Each has to pass the gates, whichever way it is started. */
export const guardedActions = [
  'decision',
  'refund',
  'cancelRefund',
  'sendOut',
  'chargeSupplier',
  'bookLoss',
] as const;
export type GuardedAction = (typeof guardedActions)[number];

export const gateIds = [
  'faultPhoto',
  'goodsBack',
  'advanceExchange',
  'whereabouts',
  'supplierProof',
  'liableConfirmed',
] as const;
export type GateId = (typeof gateIds)[number];

export type GateNeed = {
  readonly id: string;
  readonly words: Words;
  readonly met: Condition;
};

/** One of the six gates (REQUIREMENTS 1S): what must be so before an action, and why. */
export type Gate = {
  readonly id: GateId;
  readonly title: Words;
  readonly why: Words;
  readonly rows: readonly string[];
  /** Actions it stands before, and in which cases. */
  readonly guards: readonly { readonly action: GuardedAction; readonly when?: Condition }[];
  readonly needs: readonly GateNeed[];
};
