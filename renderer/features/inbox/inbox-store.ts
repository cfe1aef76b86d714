import { create } from 'zustand';
import type { InboxId } from '#shared/domain/ids';

type InboxStore = {
  readonly selected: ReadonlySet<InboxId>;
  /** Files the seller is choosing a case for; null while no such question is open. */
  readonly moving: readonly InboxId[] | null;
  readonly select: (ids: readonly InboxId[]) => void;
  readonly toggle: (id: InboxId) => void;
  readonly askWhere: (ids: readonly InboxId[] | null) => void;
};

/** What is chosen in the inbox. */
export const useInboxStore = create<InboxStore>()((set) => ({
  selected: new Set(),
  moving: null,
  select: (ids) => {
    set({ selected: new Set(ids) });
  },
  toggle: (id) => {
    set(({ selected }) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      return { selected: next };
    });
  },
  askWhere: (moving) => {
    set({ moving });
  },
}));
