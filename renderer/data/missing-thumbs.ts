import { database } from './database';
import type { Evidence } from '#shared/domain/evidence';
import type { Sha256 } from '#shared/domain/ids';

/** What making a thumbnail needs to know of a file, filed or waiting in the inbox. */
export type Pictured = Pick<Evidence, 'sha256' | 'kind' | 'mime' | 'width' | 'height' | 'receivedAt'>;

/** Up to this many, looking them up one by one beats walking through all evidence. */
const fewMissing = 500;

/** Files whose bytes have no thumbnail yet, one per hash, newest first, at most `limit`. */
export async function listMissingThumbs(limit: number): Promise<Pictured[]> {
  const { blobs, thumbs, evidence, inbox } = database();
  const [all, done] = await Promise.all([
    blobs.toCollection().primaryKeys(),
    thumbs.toCollection().primaryKeys(),
  ]);
  const ready = new Set<string>(done);
  const missing = (all as Sha256[]).filter((sha256) => !ready.has(sha256));
  if (missing.length === 0) return [];
  const found = new Map<Sha256, Pictured>();
  const take = (record: Pictured): void => {
    if (!found.has(record.sha256)) found.set(record.sha256, record);
  };
  if (missing.length <= fewMissing) {
    const [waiting, filed] = await Promise.all([
      inbox.where('sha256').anyOf(missing).toArray(),
      evidence.where('sha256').anyOf(missing).toArray(),
    ]);
    waiting.forEach(take);
    filed.sort((a, b) => (a.id < b.id ? 1 : -1)).forEach(take);
  } else {
    const wanted = new Set(missing);
    await inbox
      .orderBy('receivedAt')
      .reverse()
      .until(() => found.size >= limit)
      .filter((record) => wanted.has(record.sha256))
      .each(take);
    await evidence
      .orderBy('receivedAt')
      .reverse()
      .until(() => found.size >= limit)
      .filter((record) => wanted.has(record.sha256))
      .each(take);
  }
  return [...found.values()].slice(0, limit);
}

const readAtOnce = 20;

/** Lets go of small pictures whose files are gone, so that they are made anew. Returns how many went. */
export async function dropUnreadableThumbs(): Promise<number> {
  const { thumbs } = database();
  const keys = (await thumbs.toCollection().primaryKeys()) as Sha256[];
  const gone: Sha256[] = [];
  const look = async (key: Sha256): Promise<void> => {
    try {
      await (await thumbs.get(key))?.blob?.arrayBuffer();
    } catch {
      gone.push(key);
    }
  };
  for (let start = 0; start < keys.length; start += readAtOnce) {
    await Promise.all(keys.slice(start, start + readAtOnce).map(look));
  }
  await thumbs.bulkDelete(gone);
  return gone.length;
}
