import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseDay } from '#shared/domain/parse-day';
import { fromShanghai, inShanghai, startOfDay, isoDay } from '#shared/domain/shanghai-time';
import type { WhenDirection } from '#shared/domain/parse-when';

const isoForm = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day, always of Shanghai and always written `YYYY-MM-DD`, whatever the browser's language (a native date field
 * shows `11/28/2026` there). Words and short forms are taken too and written out when the field is left; the arrow
 * keys go a day up or down. `now` is epoch ms.
 */
export function DayInput({
  id,
  describedBy,
  value,
  direction,
  now,
  onChange,
}: {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly direction: WhenDirection;
  readonly now: number;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation();
  const day = parseDay(value, now, direction);
  const noon = day === null || day === '' ? null : fromShanghai(`${day}T12:00`);
  const step = (days: number): void => {
    if (noon !== null) onChange(isoDay(startOfDay(noon, days)));
  };
  return (
    <Input
      id={id}
      aria-describedby={describedBy}
      aria-invalid={day === null}
      status={day === null ? 'error' : ''}
      maxLength={20}
      value={value}
      suffix={
        <span className="ink-3">{noon === null ? '' : t(`time.weekday.${inShanghai(noon).dayOfWeek}`)}</span>
      }
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onBlur={() => {
        if (day !== null && day !== value && !isoForm.test(value)) onChange(day);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />
  );
}
