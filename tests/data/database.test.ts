// Has to come first: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  database,
  databaseName,
  LiudiDatabase,
  openDatabase,
  reopenDatabase,
  schemaNumber,
} from '../../renderer/data/database';
import { storesOfVersion } from './old-schemas';

let count = 0;
const freshName = (): string => {
  count += 1;
  return `liudi-schema-${count}`;
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the database', () => {
  test('its name is frozen: another name would be another, empty database', () => {
    expect(databaseName).toBe('liudi');
  });

  test('every save asks for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const db = await openDatabase(freshName());
    await db.drafts.put({ key: 'a', value: 1, updatedAt: 1 });
    await db.transaction('rw', [db.cases, db.events], () => db.cases.count());
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing.length).toBeGreaterThanOrEqual(2);
    expect(writing.map(([, , options]) => options)).toEqual(writing.map(() => ({ durability: 'strict' })));
    await db.delete();
  });

  test('data of a newer version is refused by name, and not one row of it is changed', async () => {
    const name = freshName();
    const first = await openDatabase(name);
    await first.settings.put({ key: 'schemaNumber', value: schemaNumber + 1 });
    await first.drafts.put({ key: 'a', value: 'kept', updatedAt: 1 });
    first.close();
    await expect(openDatabase(name)).rejects.toMatchObject({
      code: 'databaseNewer',
      detail: { found: schemaNumber + 1, known: schemaNumber },
    });
    const look = new LiudiDatabase(name);
    expect(await look.settings.toArray()).toEqual([{ key: 'schemaNumber', value: schemaNumber + 1 }]);
    expect(await look.drafts.toArray()).toEqual([{ key: 'a', value: 'kept', updatedAt: 1 }]);
    await look.delete();
  });

  test('opening again changes nothing', async () => {
    const name = freshName();
    const first = await openDatabase(name);
    expect(await first.settings.toArray()).toEqual([{ key: 'schemaNumber', value: schemaNumber }]);
    first.close();
    const second = await openDatabase(name);
    expect(await second.settings.toArray()).toEqual([{ key: 'schemaNumber', value: schemaNumber }]);
    expect(database()).toBe(second);
    await second.delete();
  });

  test('a store that does not open is tried three times, then named, never recreated', async () => {
    const open = vi
      .spyOn(Dexie.prototype, 'open')
      .mockRejectedValue(new Error('Internal error opening backing store'));
    const remove = vi.spyOn(Dexie.prototype, 'delete');
    await expect(openDatabase(freshName(), { pauseMs: 1 })).rejects.toMatchObject({
      code: 'storageUnavailable',
    });
    expect(open).toHaveBeenCalledTimes(3);
    expect(remove).not.toHaveBeenCalled();
  });

  test('a store that opens at the third try is used', async () => {
    const name = freshName();
    const plain = Dexie.prototype.open;
    let tries = 0;
    vi.spyOn(Dexie.prototype, 'open').mockImplementation(function flaky(this: Dexie) {
      tries += 1;
      return tries < 3
        ? (Dexie.Promise.reject(new Error('busy')) as ReturnType<typeof plain>)
        : plain.call(this);
    });
    const db = await openDatabase(name, { pauseMs: 1 });
    expect(tries).toBe(3);
    vi.restoreAllMocks();
    await db.delete();
  });

  test('it can be opened again after a failure closed it', async () => {
    const db = await openDatabase(freshName());
    await db.drafts.put({ key: 'a', value: 1, updatedAt: 1 });
    db.close();
    await reopenDatabase();
    expect(await database().drafts.get('a')).toMatchObject({ value: 1 });
    await database().delete();
  });

  test('one that Chromium made anew is not used: nothing that waits is written into an empty shop', async () => {
    const db = await openDatabase(freshName());
    db.close({ disableAutoOpen: false });
    await Dexie.delete(db.name);
    let written = false;
    let release: () => void = () => undefined;
    db.holdBack(new Promise<void>((resolve) => (release = resolve)));
    void db.drafts.put({ key: 'a', value: 1, updatedAt: 1 }).then(() => (written = true));
    release();
    expect(await reopenDatabase(5)).toBe(false);
    const other = new Dexie(db.name);
    await other.open();
    expect(await other.table('drafts').count()).toBe(0);
    expect(written).toBe(false);
    other.close();
    await Dexie.delete(db.name);
  });

  test('calls made while it is closed and held back are answered once it is open again', async () => {
    const db = await openDatabase(freshName());
    await db.drafts.put({ key: 'a', value: 1, updatedAt: 1 });
    // As Chromium does it: Dexie may open again by itself.
    db.close({ disableAutoOpen: false });
    let release: () => void = () => undefined;
    db.holdBack(new Promise<void>((resolve) => (release = resolve)));
    const read = db.drafts.get('a');
    const written = db.transaction('rw', [db.drafts], async () => {
      await db.drafts.put({ key: 'b', value: 2, updatedAt: 2 });
    });
    const reopened = reopenDatabase(20);
    release();
    await Promise.resolve();
    expect(db.isOpen()).toBe(false);
    await reopened;
    expect(await read).toMatchObject({ value: 1 });
    await written;
    expect(await db.drafts.get('b')).toMatchObject({ value: 2 });
    await db.delete();
  });

  test.each([1, 2, 3, 4])(
    'a filled database of version %i opens with every row as it was',
    async (version) => {
      const name = freshName();
      const stores = storesOfVersion(version);
      const old = new Dexie(name);
      old.version(version).stores(stores);
      await old.open();
      const keys = {
        id: '1',
        key: '1',
        sha256: '1',
        buyerId: '1',
        caseNo: '1',
        nameKey: '1',
        folderKey: '1',
      };
      const row = Object.assign(keys, { year: 1, seq: 1, n: 1, scriptId: '1', at: 1, createdAt: 1, step: 1 });
      const kept = { ...row, text: '小鱼', blob: new Blob(['x']) };
      for (const table of old.tables) {
        if (table.name !== 'settings') await table.add(kept);
      }
      await old.table('settings').put({ key: 'schemaNumber', value: version });
      old.close();
      const db = await openDatabase(name);
      for (const table of Object.keys(stores).filter((one) => one !== 'settings')) {
        const [found, ...others] = (await db.table(table).toArray()) as (typeof kept)[];
        // Opening writes the new schema number, which the mirror notes down as any change.
        if (table !== 'outbox' && table !== 'undo') expect(others, table).toEqual([]);
        expect(found, table).toMatchObject({ ...row, text: '小鱼' });
        expect(await found?.blob.text(), table).toBe('x');
      }
      expect(await db.settings.toArray()).toEqual([{ key: 'schemaNumber', value: schemaNumber }]);
      await db.delete();
    },
  );

  test('the tables and indexes of earlier versions stay', async () => {
    const db = await openDatabase(freshName());
    const schema = Object.fromEntries(
      db.tables.map(({ name, schema: { primKey, indexes } }) => [
        name,
        [primKey.src, ...indexes.map(({ src }) => src)].join(', '),
      ]),
    );
    expect(schema).toMatchObject(storesOfVersion(schemaNumber - 1));
    await db.delete();
  });
});
