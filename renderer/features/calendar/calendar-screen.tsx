import { taskWords } from '../../text/commitment-words';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inShanghai, startOfDay } from '#shared/domain/shanghai-time';
import { listWeekEntries, type WeekEntry } from '../../data/week-entries';
import { listActivitiesBetween } from '../../data/activity-repository';
import { readCalendar } from '../../data/rule-repository';
import { useLive } from '../../data/use-live';
import { useRuleTitles } from '../../data/use-rule-titles';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { CalendarEntry } from './calendar-entry';
import { CalendarDay } from './calendar-day';
import { exportDeadlines } from './export-ics';
import './calendar.css';
import type { ReactNode } from 'react';
import type { ActivityId } from '#shared/domain/activity';
import type { CaseId } from '#shared/domain/ids';

const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** An instant of the day an entry stands in: what is due at 24:00 belongs to the day it ends. */
function dayOf({ ruleId, at }: WeekEntry): number {
  return ruleId === null ? at : at - 1;
}

/**
 * Seven days from today on, deadlines and follow-ups by time; a click opens the case. Arrow keys go a week on or back.
 */
export function CalendarScreen({
  tabs = null,
  onOpen,
  onActivity,
}: {
  /** What else can be shown in its place. */
  readonly tabs?: ReactNode;
  readonly onOpen: (id: CaseId) => void;
  /** Opens a promotion, or the list of them. */
  readonly onActivity: (id: ActivityId | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const titleOf = useRuleTitles();
  const [week, setWeek] = useState(0);
  const start = startOfDay(present, week * days.length);
  const end = startOfDay(start, days.length);
  const entries = useLive(() => listWeekEntries(start, end + 1), [start, end]);
  const calendar = useLive(readCalendar, []);
  const activities = useLive(() => listActivitiesBetween(start, end), [start, end]);
  const byDay = useMemo(
    () =>
      days.map((day) => {
        const [from, to] = [startOfDay(start, day), startOfDay(start, day + 1)];
        return { from, entries: (entries ?? []).filter((one) => dayOf(one) >= from && dayOf(one) < to) };
      }),
    [entries, start],
  );
  const first = inShanghai(start);
  const last = inShanghai(startOfDay(start, 6));
  const whatOf = ({ ruleId, item, promise }: WeekEntry): string =>
    (promise === undefined ? undefined : taskWords(t, promise)) ??
    titleOf(ruleId, i18n.language) ??
    (item.nextAction === '' ? t('today.followUp') : item.nextAction);
  const save = (): void => {
    exportDeadlines(present, t)
      .then((name) => {
        if (name !== null) tell('calendar.exported', { name });
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  return (
    <section
      className="calendar"
      aria-label={t('calendar.title')}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        setWeek(week + step);
      }}
    >
      <div className="calendar-head">
        {/* The same words on both sides: what is clicked stays where it is. */}
        <h1>{t('app.screen.calendar')}</h1>
        {tabs}
        <span className="ink-2">
          {t('calendar.range', {
            from: t('calendar.monthDay', { month: first.month, day: first.day }),
            to: t('calendar.monthDay', { month: last.month, day: last.day }),
          })}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="btn small"
          aria-label={t('calendar.before')}
          onClick={() => setWeek(week - 1)}
        >
          ←
        </button>
        <button type="button" className="btn small" disabled={week === 0} onClick={() => setWeek(0)}>
          {t('calendar.fromToday')}
        </button>
        <button
          type="button"
          className="btn small"
          aria-label={t('calendar.after')}
          onClick={() => setWeek(week + 1)}
        >
          →
        </button>
        <button
          type="button"
          className="btn small"
          onClick={() => {
            onActivity(null);
          }}
        >
          {t('discount.tab.activities')}
        </button>
        <button type="button" className="btn small" title={t('calendar.exportHint')} onClick={save}>
          {t('calendar.export')}
        </button>
      </div>
      <div className="calendar-week">
        {byDay.map(({ from, entries: here }) => (
          <CalendarDay key={from} from={from} present={present} calendar={calendar} count={here.length}>
            {(activities ?? [])
              .filter((one) => one.from <= from && one.to > from)
              .map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="calendar-activity ellipsis"
                  title={[one.name, one.note].filter((text) => text !== '').join('\n')}
                  onClick={() => {
                    onActivity(one.id);
                  }}
                >
                  {one.name}
                </button>
              ))}
            {here.map((entry) => (
              <CalendarEntry
                key={entry.key}
                entry={entry}
                what={whatOf(entry)}
                present={present}
                onOpen={() => {
                  onOpen(entry.item.id);
                }}
              />
            ))}
          </CalendarDay>
        ))}
      </div>
    </section>
  );
}
