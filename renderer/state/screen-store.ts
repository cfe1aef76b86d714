import { create } from 'zustand';
import type { CaseId, EvidenceId } from '#shared/domain/ids';

export type ScreenName =
  | 'today'
  | 'cases'
  | 'evidence'
  | 'wrongShipments'
  | 'notes'
  | 'calendar'
  | 'scripts'
  | 'settings';
export type CaseTab = 'work' | 'evidence' | 'notes' | 'timeline';

/** What lies over the screen: at most one thing. */
export type Overlay =
  | { readonly kind: 'newCase'; readonly files: readonly File[] }
  | { readonly kind: 'slip'; readonly caseId: CaseId }
  | { readonly kind: 'wrongShipment'; readonly caseId: CaseId | null }
  | { readonly kind: 'viewer'; readonly ids: readonly EvidenceId[]; readonly index: number }
  | { readonly kind: 'scripts'; readonly caseId: CaseId | null; readonly scriptId: string | null }
  | { readonly kind: 'backup'; readonly what: 'archive' | 'export' | 'restore' | 'undo' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' };

type ScreenStore = {
  readonly screen: ScreenName;
  readonly caseId: CaseId | null;
  readonly caseTab: CaseTab;
  readonly overlay: Overlay | null;
  readonly go: (screen: ScreenName) => void;
  readonly openCase: (caseId: CaseId, tab?: CaseTab) => void;
  readonly setTab: (tab: CaseTab) => void;
  readonly showOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;
};

/** Where the seller is: screen, selected case, open overlay. Never a copy of a table. */
export const useScreen = create<ScreenStore>()((set) => ({
  screen: 'today',
  caseId: null,
  caseTab: 'work',
  overlay: null,
  go: (screen) => {
    set({ screen, overlay: null });
  },
  openCase: (caseId, tab = 'work') => {
    set({ screen: 'cases', caseId, caseTab: tab, overlay: null });
  },
  setTab: (caseTab) => {
    set({ caseTab });
  },
  showOverlay: (overlay) => {
    set({ overlay });
  },
  closeOverlay: () => {
    set({ overlay: null });
  },
}));
