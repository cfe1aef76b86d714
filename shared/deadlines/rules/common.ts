import { hours } from '../define-rule';
import type { Adjust, Remind } from '../rule';

/** Events after which the merchant no longer owes an answer to the application. */
export const ANSWERED: readonly string[] = [
  'aftersale.agreed',
  'aftersale.refused',
  'aftersale.withdrawn',
  'aftersale.closed',
  'refund.succeeded',
];

/** Events that end an after-sales order whatever stage it is in. */
export const ENDED: readonly string[] = ['aftersale.withdrawn', 'aftersale.closed', 'refund.succeeded'];

/** Events after which the buyer no longer has to react to a refusal. */
export const AFTER_REFUSAL: readonly string[] = ['platform.intervened', 'aftersale.agreed', ...ENDED];

/** Events after which nobody waits for the buyer's waybill. */
export const SENT_BACK: readonly string[] = ['return.waybill_entered', ...ENDED];

export const EVIDENCE_GIVEN: readonly string[] = ['evidence.submitted', 'ruling.made', ...ENDED];

export const TRADE_DONE: readonly string[] = ['trade.succeeded', 'order.received', 'refund.succeeded'];

/** Case types that ask for money while the goods have not left. */
export const UNSHIPPED_CASES = ['unshippedRefund', 'outOfStock'] as const;

/** Case types that ask for money without sending goods back; where the remedy is open the shorter clock counts. */
export const REFUND_ONLY_CASES = [
  'refundOnly',
  'inTransitRefund',
  'partialRefund',
  'shortage',
  'damage',
  'lost',
  'undeliverable',
  'refused',
  'wrongShipment',
] as const;

export const RETURN_CASES = ['returnRefund'] as const;

/** Case types in which goods travel back to the shop. */
export const BACKHAUL_CASES = [
  'returnRefund',
  'exchange',
  'repair',
  'wrongShipment',
  'damage',
  'refused',
  'intervention',
] as const;

/** A platform may shorten the time left, but not below 24 hours (S48). */
export const MAY_SHORTEN: readonly Adjust[] = [{ on: 'platform.shortened', floor: hours(24), ask: true }];

/** Leads of the 48-hour clocks; the first one rings while a shortened clock could still be met. */
export const SHORTENABLE_LEADS: readonly Remind[] = [
  { before: hours(24) },
  { before: hours(4) },
  { before: hours(1) },
];

/** A value nobody could verify in the live back office. */
export const UNVERIFIED = {
  zh: '未能在商家后台核实，请以后台倒计时为准',
  en: 'Not verified in the back office; the countdown shown there wins',
} as const;
