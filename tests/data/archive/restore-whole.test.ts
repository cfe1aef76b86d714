import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { addComment, createCase } from '../../../renderer/data/case-repository';
import { database, openDatabase } from '../../../renderer/data/database';
import { writeDraft } from '../../../renderer/data/draft-repository';
import { lookInto, restoreWhole } from '../../../renderer/data/restore';
import { bringObjects, stagedObjects } from '../../../renderer/data/restore-files';
import { undoUnfinishedRestore } from '../../../renderer/data/restore-staging';
import { writeArchive } from '../../../renderer/data/archive-write';
import { findBrokenLink, listEvents } from '../../../renderer/data/timeline-repository';
import { makeCaseInput } from '../../helpers/make-case-input';
import {
  archiveDesk,
  calm,
  filePhoto,
  fillShop,
  makeShopArchive,
  openShopArchive,
  shop,
  watch,
} from './archive-desk';

const desk = archiveDesk();

test('R121 a wiped shop comes back from its archive, every row and every byte', async () => {
  await fillShop();
  const before = await shop();
  await makeShopArchive();
  await database().delete();
  await openDatabase(`wiped-${Date.now()}`);
  const { jobId, facts, preview } = await openShopArchive(desk());
  expect(
    preview.cases.map(({ buyerId, standing, files, altered }) => [buyerId, standing, files, altered]),
  ).toEqual([
    ['山里人', 'missing', 1, false],
    ['小鱼', 'missing', 2, false],
  ]);
  const report = await restoreWhole(jobId, facts, watch);
  expect(report).toMatchObject({ missing: [], whole: { rows: { cases: 2, evidence: 3, blobs: 2 } } });
  expect(await shop()).toEqual(before);
  expect(await database().staging.count()).toBe(0);
  for (const { id } of preview.cases) expect(findBrokenLink(await listEvents(id))).toBeNull();
});

test('an older archive takes the place of a shop that went on, and the copy made before brings that back', async () => {
  const [first] = await fillShop();
  await makeShopArchive();
  await addComment(first.id, '后来写的', noon + 10);
  const third = await createCase(makeCaseInput({ buyerId: '新买家' }), noon + 11);
  await filePhoto(third.id, 'three', noon + 12);
  await writeDraft('note', '没写完', noon);
  const later = await shop();
  const { jobId, facts, preview } = await openShopArchive(desk());
  expect(preview.cases.map(({ standing }) => standing)).toEqual(['same', 'newerHere']);
  expect(preview.onlyHere.map(({ buyerId }) => buyerId)).toEqual(['新买家']);
  expect(await shop()).toEqual(later);
  await writeArchive({ purpose: 'safety', passphrase: null, now: noon, ...calm });
  await restoreWhole(jobId, facts, watch);
  expect(await database().cases.count()).toBe(2);
  expect(await database().blobs.count()).toBe(2);
  expect(await database().drafts.get('note')).toMatchObject({ value: '没写完' });

  const safety = await openShopArchive(desk(), 'safety');
  await restoreWhole(safety.jobId, safety.facts, watch);
  expect(await shop()).toEqual(later);
});

test('every change of a restore goes to the vault', async () => {
  await fillShop();
  await makeShopArchive();
  const third = await createCase(makeCaseInput({ buyerId: '新买家' }), noon + 11);
  const { jobId, facts } = await openShopArchive(desk());
  await database().outbox.clear();
  await restoreWhole(jobId, facts, watch);
  const noted = await database().outbox.toArray();
  expect(noted).toContainEqual(expect.objectContaining({ table: 'cases', op: 'delete', key: third.id }));
  expect(noted.filter(({ table, op }) => table === 'cases' && op === 'put')).toHaveLength(2);
  expect(noted.some(({ table }) => table === 'staging')).toBe(false);
});

/** Breaks off at the nth write of a table, as a crash does: whatever the transaction did is gone. */
function breakAt(table: 'cases' | 'evidence' | 'blobs', nth: number): void {
  let seen = 0;
  database()
    .table(table)
    .hook('creating', () => {
      seen += 1;
      if (seen === nth) throw new Error('cut off');
    });
}

test.each(['cases', 'evidence'] as const)(
  'cut off while writing %s, everything is as it was',
  async (table) => {
    const [first] = await fillShop();
    await makeShopArchive();
    await addComment(first.id, '后来写的', noon + 10);
    await createCase(makeCaseInput({ buyerId: '新买家' }), noon + 11);
    const before = await shop();
    const { jobId, facts } = await openShopArchive(desk());
    breakAt(table, 2);
    await expect(restoreWhole(jobId, facts, watch)).rejects.toThrow();
    expect(await shop()).toEqual(before);
    await undoUnfinishedRestore();
    expect(await shop()).toEqual(before);
    expect(await database().staging.count()).toBe(0);
  },
);

test('cut off while originals come, the next start takes them out again', async () => {
  await fillShop();
  await makeShopArchive();
  const name = `emptied-${Date.now()}`;
  await database().delete();
  await openDatabase(name);
  await createCase(makeCaseInput({ buyerId: '别的店' }), noon);
  const before = await shop();
  const { jobId } = await openShopArchive(desk());
  await bringObjects(jobId, await stagedObjects(null), calm.signal, () => undefined);
  expect(await database().blobs.count()).toBe(2);
  database().close();
  await openDatabase(name);
  await undoUnfinishedRestore();
  expect(await shop()).toEqual(before);
});

test('an original that is gone is named in the archive and in the report, and the rest comes back', async () => {
  await fillShop();
  const [lost] = await database().blobs.toArray();
  await database().blobs.put({ sha256: lost?.sha256 ?? ('' as never), blob: new Blob(['altered']) });
  const report = await writeArchive({ purpose: 'archive', passphrase: null, now: noon, ...calm });
  expect(report).toMatchObject({ files: 1, missing: 1, missingFiles: [lost?.sha256] });
  await database().delete();
  await openDatabase(`lost-${Date.now()}`);
  const { jobId, facts } = await openShopArchive(desk());
  expect(facts.missing).toEqual([lost?.sha256]);
  const restored = await restoreWhole(jobId, facts, watch);
  expect(restored.missing).toEqual([lost?.sha256]);
  expect(await database().evidence.count()).toBe(3);
});

test('rows of a later schema are refused before anything is read', async () => {
  await fillShop();
  await makeShopArchive();
  const { facts } = await openShopArchive(desk());
  await undoUnfinishedRestore();
  await expect(lookInto({ ...facts, schema: 99 }, watch)).rejects.toMatchObject({ code: 'databaseNewer' });
  expect(await database().staging.count()).toBe(0);
});

test('cancelling an archive leaves nothing behind', async () => {
  await fillShop();
  const stop = new AbortController();
  const files = vi.fn(() => {
    stop.abort();
  });
  const running = writeArchive({
    purpose: 'archive',
    passphrase: null,
    now: noon,
    signal: stop.signal,
    onFiles: files,
  });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(desk().root).sort()).toEqual(['data']);
});
