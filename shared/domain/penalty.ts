import type { CaseId, Id, ShopId } from './ids';
import type { Platform } from './platform';

export type PenaltyId = Id<'penalty'>;

/** What a platform took away (R145: 限制资源位、上新、降权). */
export const penaltyKinds = ['resource', 'listing', 'rank', 'points', 'money', 'other'] as const;
export type PenaltyKind = (typeof penaltyKinds)[number];

export const appealStates = ['none', 'filed', 'won', 'lost'] as const;
export type AppealState = (typeof appealStates)[number];

/** A penalty of a platform with its reason and what came of the appeal (R145). Times are epoch ms, money is fen. */
export type Penalty = {
  readonly id: PenaltyId;
  readonly platform: Platform;
  readonly shopId: ShopId | null;
  /** The case of its appeal, or the one it came from. */
  readonly caseId: CaseId | null;
  readonly kind: PenaltyKind;
  readonly reason: string;
  readonly orderNo: string;
  readonly at: number;
  /** When it ends; null when the platform does not say. */
  readonly until: number | null;
  readonly amountFen: number | null;
  /** Last moment to appeal; null when the platform does not say. */
  readonly appealBy: number | null;
  readonly appeal: AppealState;
  readonly appealText: string;
  /** When the appeal was filed or answered. */
  readonly appealAt: number | null;
  readonly sample: boolean;
  readonly createdAt: number;
};

export type PenaltyInput = Pick<
  Penalty,
  'platform' | 'shopId' | 'kind' | 'reason' | 'orderNo' | 'at' | 'until' | 'amountFen' | 'appealBy'
>;

/** Whether it still holds. */
export function isInForce({ until, appeal }: Pick<Penalty, 'until' | 'appeal'>, now: number): boolean {
  return appeal !== 'won' && (until === null || until > now);
}

/** Whether somebody still has to decide about an appeal: none was filed and there is time left. */
export function mayAppeal({ appeal, appealBy }: Pick<Penalty, 'appeal' | 'appealBy'>, now: number): boolean {
  return appeal === 'none' && appealBy !== null && appealBy > now;
}
