import { useTranslation } from 'react-i18next';
import { countOpenCases } from '../data/case-repository';
import { countOpenInvoices } from '../data/invoice-list';
import { countInbox } from '../data/inbox-repository';
import { countWaitingParcels } from '../data/parcel-desk';
import { countReviewsToDo } from '../data/review-repository';
import { countOverdue } from '../data/overdue-count';
import { useLive } from '../data/use-live';
import { pasteFromClipboard } from '../features/evidence/paste';
import { NotesScreen } from '../features/notes/notes-screen';
import { PeopleScreen } from '../features/people/people-screen';
import { ReviewsScreen } from '../features/reviews/reviews-screen';
import { ScriptsScreen } from '../features/scripts/scripts-screen';
import { WrongShipmentScreen } from '../features/wrong-shipments/wrong-shipment-screen';
import { SearchIcon } from '../ui/icons';
import { useNow } from '../platform/use-now';
import { useScreen, type ScreenName } from '../state/screen-store';
import { commands } from './commands';
import { Footer } from './footer';
import { screens } from './navigation';
import { EvidencePage } from './screens/evidence-page';
import { CalendarPage } from './screens/calendar-page';
import { InvoicesPage } from './screens/invoices-page';
import { CasesScreen } from './screens/cases-screen';
import { LossesPage } from './screens/losses-page';
import { OrdersPage } from './screens/orders-page';
import { ParcelsPage } from './screens/parcels-page';
import { ReportsPage } from './screens/reports-page';
import { SettingsPage } from './screens/settings-page';
import { TodayScreen } from './screens/today-screen';

const screenOf: Readonly<Record<ScreenName, () => React.ReactNode>> = {
  today: TodayScreen,
  cases: CasesScreen,
  parcels: ParcelsPage,
  evidence: EvidencePage,
  wrongShipments: WrongShipmentScreen,
  orders: OrdersPage,
  invoices: InvoicesPage,
  losses: LossesPage,
  notes: NotesScreen,
  reviews: ReviewsScreen,
  calendar: CalendarPage,
  scripts: ScriptsScreen,
  people: PeopleScreen,
  reports: ReportsPage,
  settings: SettingsPage,
};

function runCommand(name: string): void {
  commands.find((one) => one.name === name)?.run();
}

/** The window: left bar with counts, top bar, the screen, and the footer that tells the truth. */
export function Frame() {
  const { t } = useTranslation();
  const screen = useScreen((state) => state.screen);
  const go = useScreen((state) => state.go);
  const present = useNow();
  const counts: Partial<Record<ScreenName, number | undefined>> = {
    today: useLive(() => countOverdue(present), [present]),
    cases: useLive(countOpenCases, []),
    parcels: useLive(countWaitingParcels, []),
    evidence: useLive(countInbox, []),
    invoices: useLive(countOpenInvoices, []),
    reviews: useLive(countReviewsToDo, []),
  };
  const Screen = screenOf[screen];
  return (
    <div className="frame">
      <nav className="rail" aria-label={t('app.navigation')}>
        <div className="seal" aria-hidden="true">
          留
        </div>
        {screens.map(({ name, icon: Icon, key }) => {
          const count = counts[name] ?? 0;
          return (
            <button
              key={name}
              type="button"
              className={screen === name ? 'rail-item on' : 'rail-item'}
              aria-current={screen === name ? 'page' : undefined}
              title={`${t(`app.screen.${name}`)} (Alt ${key})`}
              data-screen={name}
              onClick={() => {
                go(name);
              }}
            >
              <Icon />
              <span>{t(`app.screen.${name}`)}</span>
              {count > 0 ? (
                <span className={name === 'today' ? 'rail-count late' : 'rail-count'}>
                  {count > 999 ? '999+' : count}
                </span>
              ) : null}
            </button>
          );
        })}
      </nav>
      <header className="top">
        <button
          type="button"
          className="top-search"
          onClick={() => {
            runCommand('search');
          }}
        >
          <SearchIcon />
          <span className="ellipsis">{t('app.searchHint')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <span className="grow" />
        <button type="button" className="btn" onClick={() => void pasteFromClipboard()}>
          {t('app.pasteScreenshot')} <kbd>Ctrl V</kbd>
        </button>
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            runCommand('newCase');
          }}
        >
          {t('cases.newTitle')} <kbd>N</kbd>
        </button>
      </header>
      <main className="main">
        <Screen />
      </main>
      <Footer />
    </div>
  );
}
