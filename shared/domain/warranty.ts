import { warrantyRules, type WarrantyPart, type WarrantyRule } from '../knowledge/decide/warranty-rules';
import { inShanghai, startOfDay } from './shanghai-time';

export type WarrantyInput = {
  /** Id of a class of goods, and of its part that is faulty. */
  readonly goods: string;
  readonly part: string;
  /** When the parcel was signed for, epoch ms; null when not known. */
  readonly signedAt: number | null;
  /** What the shop or the maker promised, in months; 0 for nothing. */
  readonly promisedMonths: number;
  /** Days the goods were away for repair: they do not count. */
  readonly repairDays: number;
  /** Repaired twice for the same fault and faulty again. */
  readonly twice: boolean;
};

/** What the buyer may ask for: any of the three, exchange or repair, repair, what was agreed, or nothing for free. */
export const warrantyAnswers = ['return', 'exchange', 'repair', 'agree', 'over', 'unknown'] as const;
export type WarrantyAnswer = (typeof warrantyAnswers)[number];

export type Warranty = {
  readonly rule: WarrantyRule;
  readonly part: WarrantyPart | null;
  readonly answer: WarrantyAnswer;
  /** First instants after each period, epoch ms; null where there is none or the delivery is not known. */
  readonly returnUntil: number | null;
  readonly exchangeUntil: number | null;
  readonly repairUntil: number | null;
  /** Whether the law or the promise gives the longer repair: the better for the buyer counts (R155). */
  readonly basis: 'law' | 'promise';
};

/** What a buyer may ask for when goods turn out faulty, and until when (R152, R155). `now` is epoch ms. */
export function judgeWarranty(input: WarrantyInput, now: number): Warranty {
  const rule = warrantyRules.find(({ id }) => id === input.goods) ?? warrantyRules[0];
  if (rule === undefined) throw new Error('There are no rules');
  const part = rule.parts.find(({ id }) => id === input.part) ?? rule.parts[0] ?? null;
  const legal = part?.months ?? 0;
  const basis = input.promisedMonths > legal ? 'promise' : 'law';
  const { signedAt, repairDays } = input;
  if (signedAt === null) {
    return {
      rule,
      part,
      basis,
      answer: 'unknown',
      returnUntil: null,
      exchangeUntil: null,
      repairUntil: null,
    };
  }
  const returnUntil = startOfDay(signedAt, rule.returnDays + 1);
  const exchangeUntil = rule.exchangeDays === null ? null : startOfDay(signedAt, rule.exchangeDays + 1);
  const months = Math.max(legal, input.promisedMonths);
  const repairUntil =
    months === 0
      ? null
      : inShanghai(startOfDay(signedAt, 1)).add({ months }).add({ days: repairDays }).epochMilliseconds;
  const answer = ((): WarrantyAnswer => {
    if (now < returnUntil) return 'return';
    if (exchangeUntil !== null && now < exchangeUntil) return 'exchange';
    if (repairUntil !== null && now < repairUntil) return input.twice ? 'exchange' : 'repair';
    return rule.parts.length === 0 ? 'agree' : 'over';
  })();
  return { rule, part, basis, answer, returnUntil, exchangeUntil, repairUntil };
}
