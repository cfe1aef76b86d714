import type { ClaimAgainst } from '../domain/claim';
import type { CompensationRule, CostKind } from '../domain/cost';
import type { GuardedAction } from '../domain/gate';
import type { Platform } from '../domain/platform';
import type { Words } from '../domain/playbook';

/** The gate a claim passes, by whom it is against (R81, R87, R88): proof and an answer first. */
export const claimGuards: Readonly<Partial<Record<ClaimAgainst, GuardedAction>>> = {
  supplier: 'chargeSupplier',
  courier: 'bookLoss',
};

/** Days after which an answer to a claim is asked for, when the seller sets no day of their own. */
export const claimDays: Readonly<Record<ClaimAgainst, number>> = {
  courier: 7,
  supplier: 3,
  platform: 7,
  staff: 30,
  buyer: 3,
};

/** Compensations fixed by a platform, offered where the amount is typed. */
export const compensationRules: readonly (CompensationRule & {
  readonly id: string;
  readonly platform: Platform;
  readonly kind: CostKind;
  readonly title: Words;
  readonly rows: readonly string[];
})[] = [
  {
    id: 'jd-late-shipping',
    platform: 'jd',
    kind: 'compensation',
    title: {
      zh: '未按时发货：实付 30%，5 到 500 元',
      en: 'Late shipping: 30 % of what was paid, 5 to 500 yuan',
    },
    percent: 30,
    leastFen: 500,
    mostFen: 50_000,
    rows: ['R153'],
  },
];
