import { noReasonRules, type NoReasonRule } from '../knowledge/decide/no-reason';
import { startOfDay } from './shanghai-time';
import type { ProductClass } from './inspection';

export type NoReasonInput = {
  readonly goods: ProductClass;
  /** Opened or activated beyond looking at it. */
  readonly opened: boolean;
  /** The buyer confirmed when ordering that opened goods are not taken back. */
  readonly confirmed: boolean;
  /** When the parcel was signed for, epoch ms; null when not known. */
  readonly signedAt: number | null;
};

export type NoReasonAnswer = {
  readonly rule: NoReasonRule;
  /** `late`: the seven days are over. */
  readonly answer: 'yes' | 'no' | 'late';
  /** First instant after the seven days, epoch ms; null while the delivery is not known. */
  readonly until: number | null;
};

const days = 7;

/** Whether a buyer may send something back without a reason (R142, R154). The days count from the day after delivery. */
export function judgeNoReason(input: NoReasonInput, now: number): NoReasonAnswer {
  const rule = noReasonRules.find(({ goods }) => goods === input.goods) ?? noReasonRules[0];
  if (rule === undefined) throw new Error('There are no rules');
  const until = input.signedAt === null ? null : startOfDay(input.signedAt, days + 1);
  const excluded = rule.answer === 'no' || (rule.answer === 'untilOpened' && input.opened && input.confirmed);
  if (excluded) return { rule, answer: 'no', until };
  return { rule, answer: until !== null && now >= until ? 'late' : 'yes', until };
}
