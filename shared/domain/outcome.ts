import type { Liability } from './case';

/** How a case ended (R150), and the two endings of R108: by the platform's rule, or withdrawn (R137). */
export const outcomes = [
  'approved',
  'rejected',
  'reshipNoReturn',
  'awaitingBuyer',
  'refundNoReturn',
  'offlineReship',
  'buyerGaveUp',
  'platformRule',
  'withdrawn',
  'settled',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Who can bear a part of a loss (R2). */
export const bearers = ['buyer', 'shop', 'supplier', 'courier', 'platform', 'staff'] as const;
export type Bearer = (typeof bearers)[number];

export type BearerShare = { readonly bearer: Bearer; readonly percent: number };

/** What is asked when a case is closed (R2, R4, R112, R150). */
export type Closing = {
  readonly outcome: Outcome;
  /** Why the buyer says so, and what it really was (R4). */
  readonly statedReason: string;
  readonly realReason: string;
  /** Whole percents that add up to 100. */
  readonly shares: readonly BearerShare[];
  /** 1 to 5, null when not asked (R112). */
  readonly satisfaction: number | null;
  readonly satisfactionNote: string;
  /** The platform rule it was settled by, quoted (R108). */
  readonly ruleQuote: string;
  /** What to change so that it does not happen again (R118, R157). */
  readonly improvement: string;
  readonly at: number;
};

export type ClosingInput = Omit<Closing, 'at'>;
export type ClosingProblem = 'shares' | 'realReason' | 'ruleQuote' | 'satisfaction';

/** What keeps a closing from being saved; empty when it can be. Shares have to add up to 100 (R2). */
export function findClosingProblems(input: ClosingInput): readonly ClosingProblem[] {
  const wrong =
    input.shares.some(({ percent }) => !Number.isInteger(percent) || percent <= 0 || percent > 100) ||
    new Set(input.shares.map(({ bearer }) => bearer)).size !== input.shares.length ||
    input.shares.reduce((sum, { percent }) => sum + percent, 0) !== 100;
  const { satisfaction } = input;
  return [
    ...(wrong ? (['shares'] as const) : []),
    ...(input.realReason.trim() === '' ? (['realReason'] as const) : []),
    ...(input.outcome === 'platformRule' && input.ruleQuote.trim() === '' ? (['ruleQuote'] as const) : []),
    ...(satisfaction !== null && !(Number.isInteger(satisfaction) && satisfaction >= 1 && satisfaction <= 5)
      ? (['satisfaction'] as const)
      : []),
  ];
}

/** The shares a closing starts with: whoever is liable bears all; what is shared or unknown starts at `fallback`. */
export function startShares(liability: Liability, fallback: Liability): readonly BearerShare[] {
  const single = (one: Liability): Bearer | undefined => bearers.find((bearer) => bearer === one);
  if (liability === 'shared')
    return [
      { bearer: 'shop', percent: 50 },
      { bearer: 'buyer', percent: 50 },
    ];
  const bearer = single(liability) ?? single(fallback);
  return bearer === undefined ? [] : [{ bearer, percent: 100 }];
}

/** What the case's 责任方 becomes: the one bearer, or `shared`. */
export function liabilityOf(shares: readonly BearerShare[]): Liability {
  const [first, ...others] = shares;
  if (first === undefined) return 'unknown';
  return others.length === 0 ? first.bearer : 'shared';
}
