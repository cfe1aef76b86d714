import type { TFunction } from 'i18next';
import { judgeWeighing } from '#shared/domain/weighing-verdict';
import type { Weighing } from '#shared/domain/weighing';

const grams = (value: number | null): string => (value === null ? '—' : `${value} g`);
const signed = (value: number | null): string => (value === null ? '—' : `${value > 0 ? '+' : ''}${value} g`);

/** The weighing in a pack (R33): the packing list line by line, every waybill of the order (R32), the sum and what it says. */
export function weighingLines(t: TFunction, weighing: Weighing): readonly string[] {
  const judged = judgeWeighing(weighing);
  const parts = weighing.parts.map(({ name, quantity, unitGrams, readGrams, waybill }, index) => {
    const { state = 'unknown', difference = null } = judged.parts[index] ?? {};
    const values = { name, count: quantity, unit: grams(unitGrams), read: grams(readGrams), waybill };
    const words = [
      t('pack.weighing.part', values),
      state === 'unknown'
        ? ''
        : `${difference === null ? '' : `${signed(difference)} `}${t(`weighing.partState.${state}`)}`,
      waybill === '' ? '' : t('pack.weighing.inParcel', { waybill }),
    ];
    return words.filter((one) => one !== '').join(t('pack.text.comma'));
  });
  const waybills = weighing.waybills.map(({ waybill, grams: billed, state }) =>
    t('pack.weighing.waybill', { waybill, grams: grams(billed), state: t(`weighing.state.${state}`) }),
  );
  return [...parts, ...waybills, `${weighingSum(t, weighing)} ${t(`weighing.verdict.${judged.verdict}`)}`];
}

/** The sum in one sentence, as it stands on the card. */
export function weighingSum(t: TFunction, weighing: Weighing): string {
  const { expected, sent, scale, difference, tolerance } = judgeWeighing(weighing);
  return t('weighing.numbers', {
    expected: grams(expected),
    sent: grams(sent),
    scale: grams(scale),
    difference: signed(difference),
    tolerance,
  });
}
