import { useTranslation } from 'react-i18next';
import { effectDays, effectOf } from '#shared/reports/effect';
import { now } from '../../platform/clock';
import type { QualityAction } from '#shared/domain/report-records';
import type { ReportCase } from '#shared/reports/reasons';
import type { TFunction } from 'i18next';

/** What came of an action: cases before and after, in the same number of days. */
export function effectWords(
  t: TFunction,
  action: QualityAction,
  cases: readonly ReportCase[],
  at: number,
): string {
  const effect = effectOf(action, cases, at);
  if (effect === null) return t('reports.effect.tooSoon');
  const { before, after, days, complete } = effect;
  const words = t('reports.effect.beforeAfter', { before, after, days });
  return complete ? words : `${words}${t('reports.effect.notYet', { days: effectDays })}`;
}

export function EffectWords({
  action,
  cases,
}: {
  readonly action: QualityAction;
  readonly cases: readonly ReportCase[];
}) {
  const { t } = useTranslation();
  return <span>{effectWords(t, action, cases, now())}</span>;
}
