import { useTranslation } from 'react-i18next';
import { formatHundredths } from '#shared/reports/rates';

/** Whether a rate keeps its target, in words and colour; nothing without a rate or a target. Hundredths of a percent. */
export function TargetMark({ rate, target }: { readonly rate: number | null; readonly target: number | null }) {
  const { t } = useTranslation();
  if (rate === null || target === null) return null;
  const over = rate > target;
  return (
    <span className={over ? 'chip late' : 'chip ok'}>
      {t(over ? 'reports.rates.over' : 'reports.rates.within', {
        target: formatHundredths(target),
      })}
    </span>
  );
}

/** The rate as a bar with a line where the target is. For the eye only: the number stands beside it. */
export function RateBar({ rate, target }: { readonly rate: number | null; readonly target: number | null }) {
  if (rate === null) return <span />;
  const most = Math.max(rate, target ?? 0, 1) * 1.15;
  return (
    <span className={target !== null && rate > target ? 'reports-meter over' : 'reports-meter'} aria-hidden="true">
      <i style={{ width: `${(rate / most) * 100}%` }} />
      {target === null ? null : <b style={{ left: `${(target / most) * 100}%` }} />}
    </span>
  );
}
