import {
  CalendarIcon,
  CasesIcon,
  EvidenceIcon,
  InvoicesIcon,
  LossesIcon,
  NotesIcon,
  OrdersIcon,
  ParcelsIcon,
  PeopleIcon,
  ReportsIcon,
  ReviewsIcon,
  ScriptsIcon,
  SettingsIcon,
  TodayIcon,
  WrongShipmentIcon,
} from '../ui/icons';
import type { ScreenName } from '../state/screen-store';

/** The screens of the left bar, in order; `key` opens one with Alt. */
export const screens: readonly {
  readonly name: ScreenName;
  readonly icon: () => React.ReactNode;
  readonly key: string;
}[] = [
  { name: 'today', icon: TodayIcon, key: '1' },
  { name: 'cases', icon: CasesIcon, key: '2' },
  { name: 'parcels', icon: ParcelsIcon, key: '3' },
  { name: 'evidence', icon: EvidenceIcon, key: '4' },
  { name: 'wrongShipments', icon: WrongShipmentIcon, key: '5' },
  { name: 'orders', icon: OrdersIcon, key: 'O' },
  { name: 'invoices', icon: InvoicesIcon, key: 'I' },
  { name: 'losses', icon: LossesIcon, key: '6' },
  { name: 'notes', icon: NotesIcon, key: '7' },
  { name: 'reviews', icon: ReviewsIcon, key: 'V' },
  { name: 'calendar', icon: CalendarIcon, key: '8' },
  { name: 'scripts', icon: ScriptsIcon, key: '9' },
  { name: 'people', icon: PeopleIcon, key: 'P' },
  { name: 'reports', icon: ReportsIcon, key: 'R' },
  { name: 'settings', icon: SettingsIcon, key: '0' },
];
