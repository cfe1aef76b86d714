import { useTranslation } from 'react-i18next';
import { dayKind, type WorkCalendar } from '#shared/deadlines/calendar';
import { inShanghai, isoDay } from '#shared/domain/shanghai-time';
import type { ReactNode } from 'react';

/** One column: weekday, date, day off or make-up workday, and what stands in it. */
export function CalendarDay({
  from,
  present,
  calendar,
  count,
  children,
}: {
  /** First instant of the day, epoch ms. */
  readonly from: number;
  readonly present: number;
  readonly calendar: WorkCalendar | undefined;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { month, day, dayOfWeek } = inShanghai(from);
  const kind = calendar === undefined ? undefined : dayKind(calendar, isoDay(from));
  const mark =
    kind?.kind === 'holiday' ? 'holiday' : kind?.kind === 'work' && dayOfWeek > 5 ? 'makeUp' : null;
  const today = isoDay(from) === isoDay(present);
  const name = `${t(`time.weekday.${dayOfWeek}`)} ${t('calendar.monthDay', { month, day })}`;
  return (
    <section
      className={`calendar-day${today ? ' today' : ''}${kind !== undefined && kind.kind !== 'work' ? ' off' : ''}`}
      aria-label={name}
    >
      <h2 aria-current={today ? 'date' : undefined}>
        <span>{t(`time.weekday.${dayOfWeek}`)}</span>
        <span className="ink-3">{t('calendar.monthDay', { month, day })}</span>
        {mark === null ? null : <span className={`calendar-mark ${mark}`}>{t(`calendar.${mark}`)}</span>}
      </h2>
      {count === 0 ? <p className="ink-3 calendar-free">{t('calendar.free')}</p> : null}
      <div className="calendar-entries">{children}</div>
    </section>
  );
}
