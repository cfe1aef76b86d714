import { database, type LiudiDatabase } from './database';

/**
 * How much has to be written until Chromium's store (LevelDB) puts its write-ahead log away and begins a new one: 4 MB.
 * Values above 64 kB would go into files of their own and not count.
 */
const rowChars = 60_000;
const rows = 90;

/**
 * Makes the store begin a new log. After a write that was cut off (full disk, kill) Chromium goes on appending to the
 * same log behind the torn record; what is committed there reads back until the next crash, and is lost then
 * (measured: tests/e2e/storage-full.spec.ts fails without this). Costs about 5 MB of writing.
 */
export async function settleStore(): Promise<void> {
  const { drafts } = database();
  const keys = Array.from({ length: rows }, (_value, index) => `settle:${index}`);
  const value = '0'.repeat(rowChars);
  await drafts.bulkPut(keys.map((key) => ({ key, value, updatedAt: 0 })));
  // The log changes with the first write after the limit was passed.
  await drafts.bulkDelete(keys);
}

const sessionKey = 'session';
const rebuiltKey = 'settle:rebuilt';

/** What a rescue writes may come behind a torn record too: the next start begins a new log in any case. */
export async function settleAtNextStart(db: LiudiDatabase): Promise<void> {
  await db.drafts.put({ key: rebuiltKey, value: '', updatedAt: 0 });
}

/**
 * Call once at start: when the last session was cut off, its log may end in a torn record, so a new one is begun
 * before anything depends on it. Returns what to call when this session ends in order.
 */
export async function beginSession(now: number): Promise<() => void> {
  const { settings, drafts } = database();
  const cutOff =
    (await settings.get(sessionKey)) !== undefined || (await drafts.get(rebuiltKey)) !== undefined;
  if (cutOff) await settleStore();
  await drafts.delete(rebuiltKey);
  await settings.put({ key: sessionKey, value: now });
  return () => {
    // Not waited for: a page that goes has no time. If it does not get through, the next start settles in vain.
    void settings.delete(sessionKey);
  };
}
