import { create } from 'zustand';
import type { ArchiveFilter, Grouping } from './archive-groups';

type ArchiveStore = ArchiveFilter & {
  readonly groupBy: Grouping;
  /** True when the trash is looked at. */
  readonly trash: boolean;
  readonly change: (
    part: Partial<ArchiveFilter> & { readonly groupBy?: Grouping; readonly trash?: boolean },
  ) => void;
};

/** How the archive is looked at; stays while the seller is on other screens. */
export const useArchive = create<ArchiveStore>()((set) => ({
  text: '',
  kind: null,
  month: null,
  groupBy: 'buyer',
  trash: false,
  change: (part) => {
    set(part);
  },
}));
