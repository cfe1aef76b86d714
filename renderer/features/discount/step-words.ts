import { formatYuan } from '#shared/domain/money';
import type { TFunction } from 'i18next';
import type { DiscountStep } from '#shared/domain/discount';

/** A discount in words: `会员 95 折`, `每满 ¥300.00 减 ¥40.00`. */
export function stepWords(t: TFunction, step: DiscountStep): string {
  if (step.kind === 'percent')
    return t('discount.say.percent', { percent: step.perMille / 10, off: (1000 - step.perMille) / 10 });
  const values = { from: formatYuan(step.fromFen), off: formatYuan(step.offFen) };
  if (step.kind === 'coupon') return t('discount.say.coupon', values);
  return t(step.every ? 'discount.say.every' : 'discount.say.reduction', values);
}
