import type { CaseType } from '../domain/case';
import type { ClaimReason } from '../domain/claim-reason';
import type { Outcome } from '../domain/outcome';
import type { ScoreKind } from '../domain/report-records';

/** What the figures of the reports count. All of it stands on the screen beside the figures. */

/** Types of work in which money goes back (R1: 退款率). */
export const refundTypes: readonly CaseType[] = [
  'unshippedRefund',
  'inTransitRefund',
  'returnRefund',
  'refundOnly',
  'partialRefund',
  'refused',
];
/** Types of work in which goods come back (R1: 退货率). */
export const returnTypes: readonly CaseType[] = ['returnRefund', 'exchange', 'refused', 'repair'];
/** Ends in which money went back, whatever the type. */
export const refundOutcomes: readonly Outcome[] = ['refundNoReturn'];
/** What happened when goods or money went back, whatever the type. */
export const refundEvent = 'refund.succeeded';
export const returnEvent = 'return.waybill_entered';
/** Ends in which nothing was refunded or returned after all. */
export const nothingOutcomes: readonly Outcome[] = ['withdrawn', 'buyerGaveUp', 'rejected'];

/** Reasons that tell of a fault in goods or packing, which can come again (R31). */
export const faultReasons: readonly ClaimReason[] = [
  'quality',
  'notAsDescribed',
  'wrongItem',
  'missing',
  'damage',
  'counterfeit',
  'size',
];
/** How often the same fault has to come, in how many days, to be said aloud; the seller may change both. */
export const faultDefaults = { times: 3, days: 14 } as const;

/** Types of cases that are words of buyers in themselves (R16, R53). */
export const voiceTypes: readonly CaseType[] = ['review', 'complaint', 'message'];

/** The highest value of a score, in hundredths; some platforms count to 5, some to 100. */
export const scoreMost: Readonly<Record<ScoreKind, number>> = {
  goodRate: 10_000,
  experience: 10_000,
  description: 500,
  service: 500,
  logistics: 500,
};
