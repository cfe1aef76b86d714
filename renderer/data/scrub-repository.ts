import { database } from './database';
import type { Sha256 } from '#shared/domain/ids';

/**
 * The background check of stored originals: where it is, and when it last went through all of them. Times are epoch
 * ms; `startedAt` is null between two runs.
 */
export type ScrubState = {
  readonly paused: boolean;
  readonly startedAt: number | null;
  /** Everything up to this hash has been checked in this run. */
  readonly cursor: string;
  readonly checked: number;
  readonly damaged: number;
  readonly lastRunAt: number | null;
  /** How many originals the last full run read, and how many of them were damaged. */
  readonly lastChecked: number;
  readonly lastDamaged: number;
};

const fresh: ScrubState = {
  paused: false,
  startedAt: null,
  cursor: '',
  checked: 0,
  damaged: 0,
  lastRunAt: null,
  lastChecked: 0,
  lastDamaged: 0,
};

const key = 'scrub';

/** How the background check stands. */
export async function readScrub(): Promise<ScrubState> {
  const row = await database().settings.get(key);
  return { ...fresh, ...(row?.value as Partial<ScrubState> | undefined) };
}

/** Notes how far the check is, or that it was paused or begun. */
export async function changeScrub(part: Partial<ScrubState>): Promise<ScrubState> {
  const db = database();
  return db.transaction('rw', [db.settings], async () => {
    const value = { ...(await readScrub()), ...part };
    await db.settings.put({ key, value });
    return value;
  });
}

/** Hashes of the next stored originals after `cursor`, in a fixed order. */
export async function nextOriginals(cursor: string, limit: number): Promise<Sha256[]> {
  return (await database().blobs.where('sha256').above(cursor).limit(limit).primaryKeys()) as Sha256[];
}
