/** What a seller has typed at the desk; outlives the desk where a window comes and goes. */
export type DeskMemory = {
  typed: string;
  chosenId: string | null;
  stack: readonly string[];
  values: ReadonlyMap<string, string>;
  /** The picture to copy next; null before the text was copied. */
  nextPicture: number | null;
};

/** A desk at which nothing was typed yet. */
export function newDeskMemory(chosenId: string | null = null): DeskMemory {
  return { typed: '', chosenId, stack: [], values: new Map(), nextPicture: null };
}
