import { create } from 'zustand';
import type { CaseId } from '#shared/domain/ids';

type ChosenStore = {
  /** Cases ticked in the list, in the order of ticking. */
  readonly chosen: readonly CaseId[];
  readonly toggle: (id: CaseId) => void;
  readonly add: (ids: readonly CaseId[]) => void;
  /** What the list no longer shows is no longer ticked: nothing is done to cases out of sight. */
  readonly keepOnly: (ids: readonly CaseId[]) => void;
  readonly clear: () => void;
};

/** The cases ticked in the list, for what is done to several at once. */
export const useChosen = create<ChosenStore>()((set) => ({
  chosen: [],
  toggle: (id) => {
    set(({ chosen }) => ({
      chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
    }));
  },
  add: (ids) => {
    set(({ chosen }) => ({ chosen: [...new Set([...chosen, ...ids])] }));
  },
  keepOnly: (ids) => {
    set((state) => {
      if (state.chosen.length === 0) return state;
      const shown = new Set(ids);
      const chosen = state.chosen.filter((id) => shown.has(id));
      return chosen.length === state.chosen.length ? state : { chosen };
    });
  },
  clear: () => {
    set({ chosen: [] });
  },
}));
