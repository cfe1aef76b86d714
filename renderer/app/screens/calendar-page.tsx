import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { CalendarScreen } from '../../features/calendar/calendar-screen';
import { VisitScreen } from '../../features/visits/visit-screen';
import { useScreen } from '../../state/screen-store';

const views = ['week', 'visits'] as const;

/** The week view and, beside it, what was arranged with others; a click on an entry opens its case, one on a promotion the promotion. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { openCase, calendarView, showCalendar, showOverlay } = useScreen();
  const tabs = (
    // Arrow keys choose here; elsewhere on the page they go a week on.
    <span
      role="presentation"
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
    >
      <Segmented
        aria-label={t('visits.show')}
        value={calendarView}
        options={views.map((value) => ({
          value,
          label: t(value === 'week' ? 'visits.week' : 'visits.title'),
        }))}
        onChange={showCalendar}
      />
    </span>
  );
  return calendarView === 'week' ? (
    <CalendarScreen
      tabs={tabs}
      onOpen={openCase}
      onActivity={(activity) => {
        showOverlay({ kind: 'discount', caseId: null, tab: 'activities', activity });
      }}
    />
  ) : (
    <VisitScreen tabs={tabs} onOpen={openCase} />
  );
}
