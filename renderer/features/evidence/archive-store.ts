import { create } from 'zustand';
import type { ArchiveFilter, Grouping } from './archive-groups';

type ArchiveStore = ArchiveFilter & {
  readonly groupBy: Grouping;
  readonly change: (part: Partial<ArchiveFilter> & { readonly groupBy?: Grouping }) => void;
};

/** How the archive is looked at; stays while the seller is on other screens. */
export const useArchive = create<ArchiveStore>()((set) => ({
  text: '',
  kind: null,
  month: null,
  content: null,
  groupBy: 'buyer',
  change: (part) => {
    set(part);
  },
}));
