import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { shiftMonth } from '#shared/domain/month';
import './month-picker.css';

/** Which month `YYYY-MM` is shown: one back, one on, or any that has something. Never one after `present`. */
export function MonthPicker({
  month,
  present,
  months = [],
  onChange,
}: {
  readonly month: string;
  readonly present: string;
  readonly months?: readonly string[];
  readonly onChange: (month: string) => void;
}) {
  const { t } = useTranslation();
  const options = [...new Set([present, month, ...months])].sort().reverse();
  const step = (by: number, label: string, sign: string) => (
    <button
      type="button"
      className="btn small"
      aria-label={label}
      title={label}
      disabled={by > 0 && month >= present}
      onClick={() => {
        onChange(shiftMonth(month, by));
      }}
    >
      {sign}
    </button>
  );
  return (
    <div className="month-picker" role="group" aria-label={t('wrong.month')}>
      {step(-1, t('wrong.monthBefore'), '‹')}
      <Select
        aria-label={t('wrong.month')}
        value={month}
        popupMatchSelectWidth={false}
        options={options.map((one) => ({
          value: one,
          label: t('wrong.monthName', { year: one.slice(0, 4), month: Number(one.slice(5)) }),
        }))}
        onChange={onChange}
      />
      {step(1, t('wrong.monthAfter'), '›')}
    </div>
  );
}
