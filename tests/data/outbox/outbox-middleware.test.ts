import { expect, test, vi } from 'vitest';
import { freshDatabase, hour, noon } from '../fresh-database';
import { createCase, updateCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { writeDraft } from '../../../renderer/data/draft-repository';
import { isMirrored } from '../../../renderer/data/outbox/mirrored';
import { readPending } from '../../../renderer/data/outbox/outbox-repository';
import { removeSample } from '../../../renderer/data/sample-removal';
import { loadSample } from '../../../renderer/data/sample-repository';
import { createReplay, countRows } from '#shared/vault/replay';
import { makeCaseInput } from '../../helpers/make-case-input';
import type { Sha256 } from '#shared/domain/ids';

// The sample is a whole shop, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
freshDatabase();

async function replayOutbox(): Promise<Record<string, Record<string, unknown>>> {
  const replay = createReplay();
  for (const entry of await readPending(100_000)) replay.apply(structuredClone(entry));
  return Object.fromEntries(
    [...replay.tables()].map(([name, rows]) => [
      name,
      Object.fromEntries(
        [...rows.values()].flatMap(({ key, row }) => (row === undefined ? [] : [[String(key), row]])),
      ),
    ]),
  );
}

async function readTables(): Promise<Record<string, Record<string, unknown>>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const table of database().tables) {
    if (!isMirrored(table.name)) continue;
    const rows = await table.toArray();
    const keys = await table.toCollection().primaryKeys();
    if (rows.length > 0) all[table.name] = Object.fromEntries(rows.map((row, at) => [String(keys[at]), row]));
  }
  return all;
}

const nonEmpty = (tables: Record<string, Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(tables).filter(([, rows]) => Object.keys(rows).length > 0));

test('whatever the repositories do, the outbox replays to the very rows in the tables', async () => {
  await loadSample(noon);
  const item = await createCase(makeCaseInput({ buyerId: '小鱼' }), noon);
  await updateCase(item.id, { nextActionAt: noon + hour }, noon + 1);
  expect(nonEmpty(await replayOutbox())).toEqual(await readTables());
  await removeSample();
  expect(nonEmpty(await replayOutbox())).toEqual(await readTables());
  expect(JSON.parse(JSON.stringify(await readTables()))).toEqual(await readTables());
});

test('change and note are committed together, or neither', async () => {
  const { settings, outbox } = database();
  const before = await outbox.count();
  await database()
    .transaction('rw', [settings], async () => {
      await settings.put({ key: 'theme', value: 'dark' });
      throw new Error('changed my mind');
    })
    .catch(() => undefined);
  expect(await settings.get('theme')).toBeUndefined();
  expect(await outbox.count()).toBe(before);
});

test('every way of changing rows is noted: single, many, modify, delete by filter, by range, clear', async () => {
  const { settings } = database();
  const put = (key: string): { key: string; value: string } => ({ key, value: 'x' });
  await settings.add(put('a'));
  await settings.bulkPut(['b', 'c', 'd', 'e', 'f'].map(put));
  await settings.update('a', { value: 'y' });
  await settings.where('key').anyOf(['b', 'c']).modify({ value: 'z' });
  await settings.where('key').equals('d').delete();
  await settings.filter(({ key }) => key === 'e').delete();
  await settings.bulkAdd([put('a'), put('g')]).catch(() => undefined);
  expect(nonEmpty(await replayOutbox())).toEqual(await readTables());
  await settings.clear();
  expect(nonEmpty(await replayOutbox())).toEqual({});
});

test('bytes stay out: a file is noted by its hash', async () => {
  const sha256 = 'a'.repeat(64) as Sha256;
  await database().blobs.add({ sha256, blob: new Blob(['abc'], { type: 'image/png' }) });
  expect((await readPending(100)).at(-1)).toMatchObject({
    table: 'blobs',
    key: sha256,
    op: 'put',
    row: { sha256, size: 3, mime: 'image/png' },
  });
});

test('drafts and thumbnails are left out, and a draft does not wait for writes of other tables', async () => {
  const before = await database().outbox.count();
  await writeDraft('a', { text: 'x' }, noon);
  await database().thumbs.put({ sha256: 'b'.repeat(64) as Sha256, blob: null });
  expect(await database().outbox.count()).toBe(before);
  const leftOut = database()
    .tables.map(({ name }) => name)
    .filter((name) => !isMirrored(name));
  expect(leftOut.toSorted()).toEqual([
    'damages',
    'drafts',
    'likenesses',
    'outbox',
    'staging',
    'thumbs',
    'undo',
    'vaultState',
  ]);
});

test('numbers have no gaps, also after a transaction that was given up', async () => {
  const { settings } = database();
  for (const [index, fails] of [false, true, false, true, false].entries()) {
    await database()
      .transaction('rw', [settings], async () => {
        await settings.put({ key: `k${index}`, value: index });
        if (fails) throw new Error('no');
      })
      .catch(() => undefined);
  }
  const numbers = (await readPending(100)).map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.map((_seq, index) => (numbers[0] ?? 0) + index));
  expect(numbers).toHaveLength(1 + 3);
});

test('counts of a replay are counts of the tables', async () => {
  await loadSample(noon);
  const replay = createReplay();
  for (const entry of await readPending(100_000)) replay.apply(entry);
  const counts = countRows(replay.tables());
  expect(counts['cases']).toBe(await database().cases.count());
  expect(counts['events']).toBe(await database().events.count());
});
