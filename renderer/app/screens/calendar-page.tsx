import { CalendarScreen } from '../../features/calendar/calendar-screen';
import { useScreen } from '../../state/screen-store';

/** The week view; a click on an entry opens its case, one on a promotion the promotion. */
export function CalendarPage() {
  const { openCase, showOverlay } = useScreen();
  return (
    <CalendarScreen
      onOpen={openCase}
      onActivity={(activity) => {
        showOverlay({ kind: 'discount', caseId: null, tab: 'activities', activity });
      }}
    />
  );
}
