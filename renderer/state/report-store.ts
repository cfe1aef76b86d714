import { create } from 'zustand';
import type { PeriodChoice } from '#shared/reports/period';

export const reportTabs = ['overview', 'reasons', 'quality', 'week', 'month', 'scores'] as const;
export type ReportTab = (typeof reportTabs)[number];

type ReportStore = {
  readonly tab: ReportTab;
  readonly choice: PeriodChoice;
  /** Days as typed, for the own period. */
  readonly from: string;
  readonly to: string;
  /** A shop's id, `all` or `none`. */
  readonly shop: string;
  readonly show: (tab: ReportTab) => void;
  readonly change: (part: Partial<Pick<ReportStore, 'choice' | 'from' | 'to' | 'shop'>>) => void;
};

/** What the seller looks at in the reports; stays while other screens are open. */
export const useReportView = create<ReportStore>()((set) => ({
  tab: 'overview',
  choice: 'thisMonth',
  from: '',
  to: '',
  shop: 'all',
  show: (tab) => {
    set({ tab });
  },
  change: (part) => {
    set(part);
  },
}));
