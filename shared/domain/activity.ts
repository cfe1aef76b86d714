import type { DiscountStep } from './discount';
import type { Id } from './ids';
import type { Platform } from './platform';

export type ActivityId = Id<'activity'>;

/** A promotion of the shop (R57): when it runs, what is taken off and in which order, and what operations said. */
export type Activity = {
  readonly id: ActivityId;
  readonly name: string;
  /** Null for all. */
  readonly platform: Platform | null;
  /** Epoch ms of the start of its first and of the end of its last day in Shanghai. */
  readonly from: number;
  readonly to: number;
  readonly steps: readonly DiscountStep[];
  readonly note: string;
  readonly createdAt: number;
  readonly sample: boolean;
};

export const longestActivityNote = 2000;
/** The most discounts that one order stacks. */
export const mostSteps = 8;

/** Whether a promotion runs at a moment. */
export function runsAt({ from, to }: Pick<Activity, 'from' | 'to'>, at: number): boolean {
  return at >= from && at < to;
}
