/** What a seller has typed at the desk; outlives the desk where a window comes and goes. */
export type DeskMemory = {
  readonly typed: string;
  readonly chosenId: string | null;
  readonly stack: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** The picture to copy next; null before the text was copied. */
  readonly nextPicture: number | null;
};

/** A desk at which nothing was typed yet. */
export function newDeskMemory(chosenId: string | null = null): DeskMemory {
  return { typed: '', chosenId, stack: [], values: new Map(), nextPicture: null };
}

/** Keeps what was typed for one case; what was typed for another buyer is never offered. */
export type DeskKeeper = {
  readonly of: (caseId: string | null) => DeskMemory;
  readonly keep: (caseId: string | null, part: Partial<DeskMemory>) => void;
  readonly clear: () => void;
};

/** A keeper that knows nothing yet. */
export function createDeskKeeper(): DeskKeeper {
  let memory = newDeskMemory();
  let owner: string | null = null;
  const of = (caseId: string | null): DeskMemory => {
    if (owner !== caseId) {
      memory = newDeskMemory();
      owner = caseId;
    }
    return memory;
  };
  return {
    of,
    keep: (caseId, part) => {
      memory = { ...of(caseId), ...part };
    },
    clear: () => {
      memory = newDeskMemory();
    },
  };
}
