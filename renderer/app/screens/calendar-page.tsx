import { CalendarScreen } from '../../features/calendar/calendar-screen';
import { useScreen } from '../../state/screen-store';

/** The week view; a click on an entry opens its case. */
export function CalendarPage() {
  const openCase = useScreen((state) => state.openCase);
  return <CalendarScreen onOpen={openCase} />;
}
