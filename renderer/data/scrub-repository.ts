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

/**
 * Hashes of bytes that only lie here because they were found in the place of a damaged original: nobody handed them in,
 * so they are no originals to be checked. The same bytes filed as a piece of their own are.
 */
async function listDamagedCopies(): Promise<ReadonlySet<Sha256>> {
  const { damages, blobs, evidence, inbox } = database();
  const named = (await damages.toArray()).flatMap(({ damagedSha256 }) => damagedSha256 ?? []);
  if (named.length === 0) return new Set();
  const kept = (await blobs.where('sha256').anyOf(named).primaryKeys()) as Sha256[];
  const copies = new Set(kept);
  for (const table of [evidence, inbox]) {
    for (const own of await table.where('sha256').anyOf(kept).keys()) copies.delete(own as Sha256);
  }
  return copies;
}

/** Hashes of the next stored originals after `cursor`, in a fixed order; fewer than `limit` when these are the last. */
export async function nextOriginals(cursor: string, limit: number): Promise<Sha256[]> {
  const copies = await listDamagedCopies();
  const found: Sha256[] = [];
  let after = cursor;
  while (found.length < limit) {
    const some = (await database().blobs.where('sha256').above(after).limit(limit).primaryKeys()) as Sha256[];
    found.push(...some.filter((one) => !copies.has(one)));
    const last = some.at(-1);
    if (some.length < limit || last === undefined) break;
    after = last;
  }
  return found.slice(0, limit);
}

/** How many originals the check goes through; damaged copies that are kept beside them do not count. */
export async function countToCheck(): Promise<number> {
  return (await database().blobs.count()) - (await listDamagedCopies()).size;
}
