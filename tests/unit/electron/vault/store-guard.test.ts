import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { inspectStore } from '../../../../electron/main/vault/inspect-store';
import { createStoreGuard, type StoreGuard } from '../../../../electron/main/vault/store-guard';
import type { Vault } from '../../../../electron/main/vault/vault';
import { tempFolder } from '../temp-folder';
import { facts, fresh } from './store-facts';

let data: string;
let store: string;

function makeStore(): void {
  const leveldb = path.join(store, 'app_liudi_0.indexeddb.leveldb');
  const blobs = path.join(store, 'app_liudi_0.indexeddb.blob', '1', '00');
  mkdirSync(leveldb, { recursive: true });
  mkdirSync(blobs, { recursive: true });
  writeFileSync(path.join(leveldb, 'CURRENT'), 'MANIFEST-000001\n');
  writeFileSync(path.join(leveldb, 'MANIFEST-000001'), 'x'.repeat(40));
  writeFileSync(path.join(leveldb, '000003.log'), 'x'.repeat(400));
  writeFileSync(path.join(leveldb, 'LOCK'), '');
  writeFileSync(path.join(blobs, '5'), 'photo');
}
const leveldb = (name: string): string => path.join(store, 'app_liudi_0.indexeddb.leveldb', name);

beforeEach(() => {
  data = tempFolder();
  store = path.join(data, 'IndexedDB');
});

describe('the look from outside', () => {
  const look = async () => (await inspectStore(store)).look;
  test('nothing there', async () => {
    expect(await look()).toBe('absent');
  });
  test('as LevelDB leaves it', async () => {
    makeStore();
    expect(await look()).toBe('sound');
  });
  test.each([
    ['CURRENT removed', () => rmSync(leveldb('CURRENT'))],
    ['CURRENT empty', () => truncateSync(leveldb('CURRENT'), 0)],
    ['MANIFEST removed', () => rmSync(leveldb('MANIFEST-000001'))],
    ['MANIFEST emptied', () => truncateSync(leveldb('MANIFEST-000001'), 0)],
    ['only files of evidence left', () => rmSync(path.dirname(leveldb('x')), { recursive: true })],
  ])('%s is damaged', async (_name, damage) => {
    makeStore();
    damage();
    expect(await look()).toBe('damaged');
  });
  test('a layout of the future cannot be judged', async () => {
    mkdirSync(store);
    writeFileSync(path.join(store, 'app_liudi_0.indexeddb.sqlite'), 'x');
    expect(await look()).toBe('unknown');
  });
});

describe('the watch over the database', () => {
  let now = 1_000;
  const summary = (found: Awaited<ReturnType<Vault['summary']>>): Vault =>
    ({
      summary: () => Promise.resolve(found),
      status: () =>
        Promise.resolve({ folder: '', trouble: null, lastSeq: 0, freeBytes: null, verified: null }),
    }) as unknown as Vault;
  const start = async (): Promise<StoreGuard> => {
    const clock = { now: () => (now += 1), elapsed: () => 0 };
    const parts = { dataFolder: data, storageFolder: data, clock, log: () => undefined };
    const guard = createStoreGuard({ ...parts, fewFiles: 12 });
    await guard.beforeWindow();
    return guard;
  };
  const sentinel = (): unknown => JSON.parse(readFileSync(path.join(data, 'sentinel.json'), 'utf8'));

  async function runOnce(): Promise<void> {
    makeStore();
    const guard = await start();
    expect(await guard.opened(facts(), summary(null))).toEqual({ mode: 'normal' });
    await guard.changed(facts({ headSeq: 51, counts: {} }));
    await guard.shelve();
  }

  test('before a migration that the vault cannot keep, the files themselves are kept, for good', async () => {
    makeStore();
    const guard = await start();
    await guard.keepCopy();
    await guard.opened(facts(), summary(null));
    await guard.shelve();
    const [kept = ''] = readdirSync(path.join(data, 'rescued'));
    const copy = path.join(data, 'rescued', kept, 'app_liudi_0.indexeddb.leveldb', '000003.log');
    expect(readFileSync(copy, 'utf8')).toBe('x'.repeat(400));
    // Where it cannot be written it is said: nothing is migrated on the word of a copy that is not there.
    rmSync(path.join(data, 'rescued'), { recursive: true });
    writeFileSync(path.join(data, 'rescued'), '');
    await expect(guard.keepCopy()).rejects.toMatchObject({ code: 'writeFailed' });
  });

  test('a database that was made anew while it was in use is not sound any more', async () => {
    makeStore();
    const guard = await start();
    await guard.opened(facts(), summary(null));
    expect(guard.isSound()).toBe(true);
    expect(await guard.opened(fresh, summary(null))).toMatchObject({ mode: 'rescue', reason: 'empty' });
    expect(guard.isSound()).toBe(false);
  });

  test('it remembers across runs, and keeps the counts it was not told anew', async () => {
    await runOnce();
    expect(sentinel()).toMatchObject({ facts: { headSeq: 51, counts: { cases: 4 } }, shelf: {} });
  });

  test('counts of an earlier change are not taken for those of the newest one', async () => {
    makeStore();
    const guard = await start();
    await guard.opened(facts(), summary(null));
    expect(guard.counted()).toEqual(facts());
    await guard.changed(facts({ headSeq: 51, counts: {} }));
    expect(guard.known()).toEqual(facts({ headSeq: 51 }));
    expect(guard.counted()).toBeNull();
    expect((await start()).counted()).toBeNull();
    await guard.changed(facts({ headSeq: 51, counts: { cases: 5 } }));
    expect(guard.counted()).toEqual(facts({ headSeq: 51, counts: { cases: 5 } }));
    expect((await start()).counted()?.counts).toEqual({ cases: 5 });
  });

  test('an empty database after a shop is a rescue, with the copy made before it was opened', async () => {
    await runOnce();
    rmSync(leveldb('CURRENT'));
    const guard = await start();
    // What Chromium does when it opens such a store.
    rmSync(store, { recursive: true });
    expect(await guard.opened(fresh, summary(null))).toMatchObject({
      mode: 'rescue',
      reason: 'empty',
      expected: { cases: 4, evidence: 9 },
      keptAside: true,
    });
    const kept = readdirSync(path.join(data, 'rescued'), { recursive: true, encoding: 'utf8' });
    expect(kept.some((name) => name.endsWith(path.join('1', '00', '5')))).toBe(true);
    expect(kept.some((name) => name.endsWith('000003.log'))).toBe(true);
    // Nothing that happens in the empty database may replace what is known of the shop.
    await guard.changed(fresh);
    await guard.shelve();
    expect(sentinel()).toMatchObject({ facts: { counts: { cases: 4 } } });
    expect(await (await start()).opened(fresh, summary(null))).toMatchObject({ reason: 'empty' });
  });

  test('a file cut short since the last orderly end, or an end in a crash, is copied aside first', async () => {
    await runOnce();
    truncateSync(leveldb('000003.log'), 100);
    await start();
    expect(readdirSync(data)).toContain('store-before-opening');
  });

  test('a sound database leaves no copy behind', async () => {
    await runOnce();
    const guard = await start();
    // A damaged block inside is seen only by the browser, which then empties the folder: the copy comes first.
    expect(readdirSync(data)).toContain('store-before-opening');
    await guard.opened(facts({ headSeq: 51 }), summary(null));
    await expect.poll(() => readdirSync(data)).not.toContain('store-before-opening');
    // Crash: no orderly end.
    const again = await start();
    expect(readdirSync(data)).toContain('store-before-opening');
    await again.opened(facts({ headSeq: 51 }), summary(null));
    await expect.poll(() => readdirSync(data)).not.toContain('store-before-opening');
  });

  test('a database that turns out unreadable is copied before the browser opens it again and empties it', async () => {
    await runOnce();
    const guard = await start();
    await guard.opened(facts({ headSeq: 51 }), summary(null));
    await guard.setAside();
    rmSync(store, { recursive: true });
    // Asked a second time, the copy of what is no longer there must not replace the good one.
    await guard.setAside();
    expect(await guard.opened(fresh, summary(null))).toMatchObject({ reason: 'empty', keptAside: true });
    const kept = readdirSync(path.join(data, 'rescued'), { recursive: true, encoding: 'utf8' });
    expect(kept.some((name) => name.endsWith('000003.log'))).toBe(true);
  });

  test('a second full disk gets a copy of its own: the first one lacks what was saved in between', async () => {
    await runOnce();
    const guard = await start();
    await guard.opened(facts({ headSeq: 51 }), summary(null));
    await guard.setAside();
    await guard.opened(facts({ headSeq: 51 }), summary(null));
    appendFileSync(leveldb('000003.log'), 'saved in between');
    await guard.setAside();
    rmSync(store, { recursive: true });
    expect(await guard.opened(fresh, summary(null))).toMatchObject({ reason: 'empty', keptAside: true });
    const kept = readdirSync(path.join(data, 'rescued'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('000003.log'))
      .map((name) => readFileSync(path.join(data, 'rescued', name), 'utf8'));
    expect(kept).toEqual(Array(2).fill(expect.stringMatching(/saved in between$/)));
  });

  test('a database with many originals is copied without them, unless it looks wrong', async () => {
    makeStore();
    const blobs = path.join(store, 'app_liudi_0.indexeddb.blob', '1', '00');
    for (let index = 0; index < 20; index += 1) writeFileSync(path.join(blobs, `a${index}`), '');
    const copied = () =>
      readdirSync(path.join(data, 'store-before-opening'), { recursive: true, encoding: 'utf8' });
    const guard = await start();
    // A first start has no list to compare with.
    expect(copied().some((name) => name.endsWith('a19'))).toBe(true);
    await guard.opened(facts(), summary(null));
    await guard.shelve();
    await start();
    expect(copied().some((name) => name.endsWith('a19'))).toBe(false);
    expect(copied().some((name) => name.endsWith('000003.log'))).toBe(true);
  });

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['cut', (file: string) => truncateSync(file, 2)],
  ])(
    'a file of evidence is %s: the rows go on, and the window is told once to look at every file',
    async (_name, damage) => {
      await runOnce();
      const open = async (guard: StoreGuard) => guard.opened(facts({ headSeq: 51 }), summary(null));
      const whole = await start();
      expect(await open(whole)).toEqual({ mode: 'normal' });
      await whole.shelve();
      damage(path.join(store, 'app_liudi_0.indexeddb.blob', '1', '00', '5'));
      const guard = await start();
      expect(await open(guard)).toEqual({ mode: 'normal', filesShort: true });
      expect(await open(guard)).toEqual({ mode: 'normal' });
    },
  );

  test('after a rebuild, which looks at every file itself, nobody is told to', async () => {
    await runOnce();
    rmSync(path.join(store, 'app_liudi_0.indexeddb.blob'), { recursive: true });
    const guard = await start();
    expect(await guard.opened(fresh, summary(null))).toMatchObject({ mode: 'rescue' });
    await guard.accept(facts());
    expect(await guard.opened(facts(), summary(null))).toEqual({ mode: 'normal' });
  });

  test('where it was sound after all, that copy goes at the end', async () => {
    await runOnce();
    const guard = await start();
    await guard.opened(facts({ headSeq: 51 }), summary(null));
    await guard.setAside();
    expect(readdirSync(data)).toContain('store-before-opening');
    await guard.shelve();
    expect(readdirSync(data)).not.toContain('store-before-opening');
  });

  test("another shop's vault is named so, and another shop's second one is not offered", async () => {
    await runOnce();
    const [own, other] = [facts().storeId, fresh.storeId.replace(/9$/, '8')];
    const vault = (storeId: string) => summary({ storeId, lastSeq: 51 });
    const stick = (storeId: string) => ({ storeId, lastSeq: 51, folder: 'stick' });
    const opened = async (first: string, second: string) =>
      (await start()).opened(fresh, vault(first), stick(second));
    expect(await opened(own, own)).toMatchObject({ foreign: false, backupFolder: 'stick' });
    expect(await opened(other, own)).toMatchObject({ foreign: true, backupFolder: 'stick' });
    expect(await opened(own, other)).toMatchObject({ foreign: false, backupFolder: null });
  });

  test('a damaged sentinel is kept aside and takes nobody for a first run', async () => {
    await runOnce();
    writeFileSync(path.join(data, 'sentinel.json'), '{"facts":');
    const guard = await start();
    const vault = summary({ storeId: facts().storeId, lastSeq: 51 });
    expect(await guard.opened(fresh, vault)).toMatchObject({ mode: 'rescue', reason: 'vaultOnly' });
    expect(readdirSync(data).some((name) => name.startsWith('sentinel.json.damaged'))).toBe(true);
  });
});
