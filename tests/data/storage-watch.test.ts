import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { freshDatabase } from './fresh-database';
import { startStorageWatch } from '../../renderer/app/storage-watch';
import { database } from '../../renderer/data/database';
import { useToasts } from '../../renderer/state/toast-store';
import { installFakeDesktop } from '../helpers/fake-desktop';

// The store rests for two and a half seconds before it is opened again.
vi.setConfig({ testTimeout: 30_000 });

let freeBytes: number;
let stop: () => void;
let calls: ReturnType<typeof installFakeDesktop>['calls'];

freshDatabase();
beforeEach(() => {
  useToasts.setState({ toasts: [] });
  freeBytes = 0;
  ({ calls } = installFakeDesktop({
    getAppInfo: () => ({ version: '0.0.0', host: 'stand-in', freeBytes }),
  }));
  stop = startStorageWatch();
});
afterEach(() => {
  stop();
});

const keys = (): readonly string[] => useToasts.getState().toasts.map(({ key }) => key);

test('Chromium closed the store of a full disk: why work waits is said at once, and when it goes on', async () => {
  database().on.close.fire(new Event('close') as IDBVersionChangeEvent);
  await vi.waitFor(() => {
    expect(keys()).toEqual(['error.storageFull']);
  });
  freeBytes = 1_000_000_000;
  await vi.waitFor(
    () => {
      expect(keys()).toEqual(['app.storageBack']);
    },
    { timeout: 20_000 },
  );
  await database().drafts.put({ key: 'a', value: 1, updatedAt: 1 });
  expect(await database().drafts.get('a')).toMatchObject({ value: 1 });
  // Kept before it was opened, judged after it: or the copy would stay, and the next full disk would make none.
  const asked = calls.map(({ name }) => name).filter((name) => /^(?:setStoreAside|storeOpened)$/.test(name));
  expect(asked).toEqual(['setStoreAside', 'storeOpened']);
});
