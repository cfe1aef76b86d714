import { create } from 'zustand';
import type { ReviewFilter, ReviewId } from '#shared/domain/review';

export const reviewTabs = ['log', 'board', 'complaints', 'penalties', 'draw'] as const;
export type ReviewTab = (typeof reviewTabs)[number];

export const everyReview: ReviewFilter = {
  stars: 'all',
  platform: 'all',
  reply: 'all',
  issue: false,
  text: '',
};

type ReviewStore = {
  readonly tab: ReviewTab;
  readonly filter: ReviewFilter;
  readonly chosen: ReviewId | null;
  /** Whether the form for a new review is open. */
  readonly adding: boolean;
  readonly show: (tab: ReviewTab) => void;
  readonly change: (part: Partial<ReviewFilter>) => void;
  readonly choose: (id: ReviewId | null) => void;
  /** Shows one review in the log, whatever the filter hid. */
  readonly open: (id: ReviewId) => void;
  readonly add: (adding: boolean) => void;
};

/** What the seller looks at among reviews; stays while other screens are open. */
export const useReviewView = create<ReviewStore>()((set) => ({
  tab: 'log',
  filter: everyReview,
  chosen: null,
  adding: false,
  show: (tab) => {
    set({ tab });
  },
  change: (part) => {
    set(({ filter }) => ({ filter: { ...filter, ...part } }));
  },
  choose: (chosen) => {
    set({ chosen });
  },
  open: (chosen) => {
    set({ tab: 'log', filter: everyReview, chosen });
  },
  add: (adding) => {
    set(adding ? { adding, tab: 'log' } : { adding });
  },
}));
