import { expect, test } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { freshDatabase, noon } from './fresh-database';
import { database } from '../../renderer/data/database';
import { beginSession, settleAtNextStart } from '../../renderer/data/settle-store';

freshDatabase();

/** How many rows are written to push the store's log on, at a start. */
async function pushed(): Promise<number> {
  const { drafts, settings } = database();
  let count = 0;
  const seen = (key: string): void => {
    if (/^settle:\d/.test(key)) count += 1;
  };
  drafts.hook('creating', seen);
  await beginSession(noon);
  drafts.hook('creating').unsubscribe(seen);
  // An orderly end.
  await settings.delete('session');
  return count;
}

test('the first start after a rebuild begins a new log, the next one does not', async () => {
  expect(await pushed()).toBe(0);
  await settleAtNextStart(database());
  expect(await pushed()).toBeGreaterThan(50);
  expect(await pushed()).toBe(0);
});

test('so does a start after a session that was cut off', async () => {
  await beginSession(noon);
  expect(await pushed()).toBeGreaterThan(50);
});
