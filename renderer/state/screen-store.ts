import { create } from 'zustand';
import type { ActivityId } from '#shared/domain/activity';
import type { CaseId, EvidenceId, PersonId } from '#shared/domain/ids';
import type { OrderAction } from '#shared/knowledge/order-actions';

export type ScreenName =
  | 'today'
  | 'cases'
  | 'parcels'
  | 'evidence'
  | 'wrongShipments'
  | 'orders'
  | 'invoices'
  | 'losses'
  | 'notes'
  | 'calendar'
  | 'scripts'
  | 'reviews'
  | 'people'
  | 'reports'
  | 'settings';
export type CaseTab = 'work' | 'evidence' | 'notes' | 'money' | 'timeline';

/** The order a new case is opened from, and what is begun with it. */
export type NewCaseOrder = { readonly key: string; readonly action: OrderAction['id'] | null };

/** What lies over the screen: at most one thing. */
export type Overlay =
  // From an order: its facts are filled in. `action` says what is begun with it.
  | { readonly kind: 'newCase'; readonly order?: NewCaseOrder }
  | { readonly kind: 'slip'; readonly caseId: CaseId }
  // `only`: these pieces go in, the others are left out until the seller takes them in.
  | { readonly kind: 'pack'; readonly caseId: CaseId; readonly only?: readonly EvidenceId[] }
  | { readonly kind: 'wrongShipment'; readonly caseId: CaseId | null }
  | { readonly kind: 'invoice'; readonly caseId: CaseId | null }
  | {
      readonly kind: 'discount';
      readonly caseId: CaseId | null;
      readonly tab: 'refund' | 'activities';
      readonly activity: ActivityId | null;
    }
  | { readonly kind: 'product'; readonly name: string | null }
  | { readonly kind: 'viewer'; readonly ids: readonly EvidenceId[]; readonly index: number }
  | { readonly kind: 'scripts'; readonly caseId: CaseId | null; readonly scriptId: string | null }
  | { readonly kind: 'compare'; readonly ids: readonly [EvidenceId, EvidenceId] }
  | { readonly kind: 'backup'; readonly what: 'archive' | 'export' | 'restore' | 'undo' }
  | { readonly kind: 'closeCase'; readonly caseId: CaseId }
  | { readonly kind: 'closeMany'; readonly caseIds: readonly CaseId[] }
  | { readonly kind: 'swap'; readonly caseId: CaseId }
  | { readonly kind: 'newOrder'; readonly caseId: CaseId }
  | { readonly kind: 'inspect'; readonly caseId: CaseId }
  | { readonly kind: 'contact'; readonly caseId: CaseId }
  | { readonly kind: 'decide'; readonly caseId: CaseId }
  | { readonly kind: 'person'; readonly personId: PersonId | null }
  | { readonly kind: 'tasks'; readonly caseId: CaseId | null }
  | { readonly kind: 'palette' }
  | { readonly kind: 'recent' }
  | { readonly kind: 'keys' };

export type CalendarView = 'week' | 'visits';

/** A page of its own inside the settings. */
export type SettingsPageName = 'rules' | 'playbooks' | 'trash' | 'privacy';

type ScreenStore = {
  readonly screen: ScreenName;
  readonly caseId: CaseId | null;
  readonly caseTab: CaseTab;
  /** Key of the order that is looked at. */
  readonly orderKey: string | null;
  readonly overlay: Overlay | null;
  /** Whether the form of a patrol round is open on Today. */
  readonly roundOpen: boolean;
  readonly settingsPage: SettingsPageName | null;
  /** Which side of the calendar is shown. */
  readonly calendarView: CalendarView;
  readonly go: (screen: ScreenName) => void;
  readonly openCase: (caseId: CaseId, tab?: CaseTab) => void;
  readonly openOrder: (key: string) => void;
  readonly setTab: (tab: CaseTab) => void;
  readonly openSettings: (page: SettingsPageName | null) => void;
  readonly showOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;
  /** Shows Today with the patrol round open. */
  readonly walkRound: () => void;
  readonly closeRound: () => void;
  /** Shows a side of the calendar. */
  readonly showCalendar: (view: CalendarView) => void;
};

/** Where the seller is: screen, selected case, open overlay. Never a copy of a table. */
export const useScreen = create<ScreenStore>()((set) => ({
  screen: 'today',
  caseId: null,
  caseTab: 'work',
  orderKey: null,
  overlay: null,
  roundOpen: false,
  settingsPage: null,
  calendarView: 'week',
  go: (screen) => {
    set({ screen, overlay: null, roundOpen: false, settingsPage: null });
  },
  openCase: (caseId, tab = 'work') => {
    set({ screen: 'cases', caseId, caseTab: tab, overlay: null });
  },
  openOrder: (orderKey) => {
    set({ screen: 'orders', orderKey, overlay: null });
  },
  setTab: (caseTab) => {
    set({ caseTab });
  },
  openSettings: (settingsPage) => {
    set({ screen: 'settings', settingsPage, overlay: null });
  },
  showOverlay: (overlay) => {
    set({ overlay });
  },
  closeOverlay: () => {
    set({ overlay: null });
  },
  walkRound: () => {
    set({ screen: 'today', overlay: null, roundOpen: true });
  },
  showCalendar: (calendarView) => {
    set({ screen: 'calendar', overlay: null, calendarView });
  },
  closeRound: () => {
    set({ roundOpen: false });
  },
}));
