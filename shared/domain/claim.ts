import type { CaseId, Id } from './ids';

export type ClaimId = Id<'claim'>;

/** Who is asked to make a loss good (索赔). */
export const claimAgainst = ['courier', 'supplier', 'platform', 'staff', 'buyer'] as const;
export type ClaimAgainst = (typeof claimAgainst)[number];

/** Filed, an amount agreed, refused, or the money is here. */
export const claimStates = ['filed', 'agreed', 'refused', 'paid'] as const;
export type ClaimState = (typeof claimStates)[number];

/** A claim for a case's loss (R76, R87, R88, R92, R160). Money is integer fen, times epoch ms. */
export type Claim = {
  readonly id: ClaimId;
  readonly caseId: CaseId;
  readonly against: ClaimAgainst;
  /** Name of the courier, the supplier …; may be empty. */
  readonly whom: string;
  readonly askedFen: number;
  /** The other side's fault was checked before (R76: 务必核实后确定). */
  readonly verified: boolean;
  readonly agreedFen: number | null;
  readonly paidFen: number | null;
  readonly state: ClaimState;
  readonly note: string;
  readonly filedAt: number;
  /** By when an answer or the money has to come; 0 when none was set. */
  readonly dueAt: number;
  readonly settledAt: number | null;
  readonly sample: boolean;
};

export type ClaimInput = Pick<Claim, 'against' | 'whom' | 'askedFen' | 'verified' | 'note' | 'dueAt'>;

export function isOpenClaim({ state }: Pick<Claim, 'state'>): boolean {
  return state === 'filed' || state === 'agreed';
}

/** Money that came back: fen. */
export function paidBackFen(claims: readonly Pick<Claim, 'paidFen'>[]): number {
  return claims.reduce((sum, { paidFen }) => sum + (paidFen ?? 0), 0);
}

/** What open claims may still bring: fen. */
export function outstandingFen(claims: readonly Pick<Claim, 'state' | 'askedFen' | 'agreedFen'>[]): number {
  return claims.reduce((sum, one) => sum + (isOpenClaim(one) ? (one.agreedFen ?? one.askedFen) : 0), 0);
}
