type Work<Item> = {
  readonly mayWork: () => boolean;
  /** What there is to do now. */
  readonly list: () => Promise<readonly Item[]>;
  /** Works off a list; leaves the rest when `isFresh` says that a new list should be looked up first. */
  readonly workOff: (batch: readonly Item[], isFresh: () => boolean) => Promise<void>;
  /** Told of all that was listed, when there is nothing left to do. Nothing waits for it. */
  readonly after: (items: readonly Item[]) => Promise<void>;
  readonly failed: (error: unknown) => void;
  /** Told when there begins to be something to do, and when it is done. */
  readonly working?: (on: boolean) => void;
};

/**
 * Works off lists until one comes back empty, never twice at once. Returns how to begin; to begin while it works has it
 * look again.
 */
export function createRounds<Item>({
  mayWork,
  list,
  workOff,
  after,
  failed,
  working: tell,
}: Work<Item>): () => void {
  let working = false;
  let fresh = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    const listed: Item[] = [];
    try {
      while (mayWork()) {
        fresh = false;
        const batch = await list();
        // Nothing is waited for between this look and the end: who begins then would be heard by nobody.
        if (batch.length === 0 && !fresh) break;
        if (listed.length === 0) tell?.(true);
        listed.push(...batch);
        await workOff(batch, () => fresh);
      }
    } catch (error) {
      failed(error);
    } finally {
      working = false;
      tell?.(false);
    }
    if (listed.length > 0) await after(listed).catch(failed);
  };
  return () => {
    fresh = true;
    void work();
  };
}
