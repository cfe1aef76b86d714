import { create } from 'zustand';
import type { CaseListFilter } from '../../data/case-standings';
import type { CaseSort } from '../../data/case-repository';

type CaseFilterStore = {
  readonly filter: CaseListFilter;
  readonly sort: CaseSort;
  readonly setFilter: (part: Partial<CaseListFilter>) => void;
  readonly setSort: (sort: CaseSort) => void;
};

/** What the case list shows right now. */
export const useCaseFilter = create<CaseFilterStore>()((set) => ({
  filter: { status: 'open' },
  sort: 'nextSort',
  setFilter: (part) => {
    set((state) => ({ filter: { ...state.filter, ...part } }));
  },
  setSort: (sort) => {
    set({ sort });
  },
}));
