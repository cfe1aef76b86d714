import { useTranslation } from 'react-i18next';
import { formatHundredths } from '#shared/reports/rates';

/** Whether a rate keeps its target, in words and colour; nothing without a rate or a target. Hundredths of a percent. */
export function TargetMark({
  rate,
  target,
}: {
  readonly rate: number | null;
  readonly target: number | null;
}) {
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

/** The rate as a bar with a line where the target is; `most` is the full bar. For the eye only: the number stands beside it. */
export function RateBar({
  rate,
  target,
  most,
}: {
  readonly rate: number | null;
  readonly target: number | null;
  readonly most: number;
}) {
  if (rate === null) return <span />;
  const part = (value: number): string => `${Math.min(100, (value / Math.max(1, most)) * 100)}%`;
  return (
    <span
      className={target !== null && rate > target ? 'reports-meter over' : 'reports-meter'}
      aria-hidden="true"
    >
      <i style={{ width: part(rate) }} />
      {target === null ? null : <b style={{ left: part(target) }} />}
    </span>
  );
}
