import { expect, test } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { addComment, createCase, getCase, updateCase } from '../../../renderer/data/case-repository';
import { database, openDatabase } from '../../../renderer/data/database';
import { restoreCases } from '../../../renderer/data/restore';
import { findBrokenLink, listEvents } from '../../../renderer/data/timeline-repository';
import { makeCaseInput } from '../../helpers/make-case-input';
import {
  archiveDesk,
  filePhoto,
  fillShop,
  makeShopArchive,
  openShopArchive,
  shop,
  watch,
} from './archive-desk';
import type { CaseId } from '#shared/domain/ids';

const desk = archiveDesk();
const none: ReadonlySet<string> = new Set();
const times = { archivedAt: noon, now: noon + 100 };

async function kinds(id: CaseId): Promise<readonly string[]> {
  const events = await listEvents(id);
  expect(findBrokenLink(events)).toBeNull();
  return events.map(({ kind }) => kind);
}

test('a single case comes back with its evidence and history, and nothing else is touched', async () => {
  const [first, second] = await fillShop();
  await makeShopArchive();
  await database().delete();
  await openDatabase(`single-${Date.now()}`);
  const { jobId } = await openShopArchive(desk());
  const report = await restoreCases(jobId, [first.id], none, times, watch);
  expect(report.cases).toEqual([
    {
      caseId: first.id,
      buyerId: '小鱼',
      caseNo: first.caseNo,
      was: first.caseNo,
      outcome: 'brought',
      renamed: 0,
    },
  ]);
  expect(await getCase(first.id)).toEqual(first);
  expect(await getCase(second.id)).toBeUndefined();
  expect(await database().evidence.count()).toBe(2);
  expect(await database().blobs.count()).toBe(2);
  expect(await kinds(first.id)).toEqual(['caseCreated', 'evidenceAdded', 'evidenceAdded', 'caseRestored']);
  // The day's numbers go on behind it.
  expect((await createCase(makeCaseInput(), noon)).caseNo).toBe('20261121-002');
});

test('a case that went on here stays unless the seller says otherwise', async () => {
  const [first] = await fillShop();
  await makeShopArchive();
  await updateCase(first.id, { description: '后来改的' }, noon + 10);
  const before = await shop();
  const kept = await openShopArchive(desk());
  const report = await restoreCases(kept.jobId, [first.id], none, times, watch);
  expect(report.cases).toMatchObject([{ outcome: 'kept' }]);
  expect(await shop()).toEqual(before);

  const replaced = await openShopArchive(desk());
  const second = await restoreCases(replaced.jobId, [first.id], new Set([first.id]), times, watch);
  expect(second.cases).toMatchObject([{ outcome: 'replaced' }]);
  expect(await getCase(first.id)).toEqual(first);
  expect(await kinds(first.id)).toEqual(['caseCreated', 'evidenceAdded', 'evidenceAdded', 'caseRestored']);
});

test('a case the archive knows further is brought up to it without asking', async () => {
  const [first] = await fillShop();
  const then = await listEvents(first.id);
  const record = await database().cases.get(first.id);
  await addComment(first.id, '归档前写的', noon + 5);
  await makeShopArchive();
  await database()
    .events.where('[caseId+seq]')
    .between([first.id, then.length + 1], [first.id, 99])
    .delete();
  if (record !== undefined) await database().cases.put(record);
  const { jobId, preview } = await openShopArchive(desk());
  expect(preview.cases.find(({ id }) => id === first.id)?.standing).toBe('newerThere');
  await restoreCases(jobId, [first.id], none, times, watch);
  expect(await kinds(first.id)).toEqual([
    'caseCreated',
    'evidenceAdded',
    'evidenceAdded',
    'comment',
    'caseRestored',
  ]);
});

test('both went on in their own way: told apart, and kept without a word', async () => {
  const [first] = await fillShop();
  const then = (await listEvents(first.id)).length;
  await addComment(first.id, '那边写的', noon + 5);
  await makeShopArchive();
  await database()
    .events.where('[caseId+seq]')
    .between([first.id, then + 1], [first.id, 99])
    .delete();
  await addComment(first.id, '这边写的', noon + 6);
  const { jobId, preview } = await openShopArchive(desk());
  expect(preview.cases.find(({ id }) => id === first.id)?.standing).toBe('apart');
  const report = await restoreCases(jobId, [first.id], none, times, watch);
  expect(report.cases).toMatchObject([{ outcome: 'kept' }]);
});

test('a number and names that are taken here become the next free ones, and the history says so', async () => {
  const [first] = await fillShop();
  await makeShopArchive();
  await database().delete();
  await openDatabase(`taken-${Date.now()}`);
  const other = await createCase(makeCaseInput({ buyerId: '小鱼' }), noon);
  await filePhoto(other.id, 'another photo');
  expect(other.caseNo).toBe(first.caseNo);
  const { jobId } = await openShopArchive(desk());
  const report = await restoreCases(jobId, [first.id], none, times, watch);
  expect(report.cases).toMatchObject([{ caseNo: '20261121-002', was: '20261121-001', renamed: 1 }]);
  const names = (await database().evidence.toArray()).map(({ fileName }) => fileName);
  expect(new Set(names).size).toBe(3);
  expect(await kinds(first.id)).toEqual([
    'caseCreated',
    'evidenceAdded',
    'evidenceAdded',
    'caseRestored',
    'caseRenumbered',
    'evidenceRenamed',
  ]);
  expect((await getCase(other.id))?.caseNo).toBe('20261121-001');
  expect((await createCase(makeCaseInput(), noon)).caseNo).toBe('20261121-003');
});

test('a folder another buyer has here is not shared', async () => {
  await createCase(makeCaseInput({ buyerId: 'AbC' }), noon).then(({ id }) => filePhoto(id, 'x'));
  await makeShopArchive();
  const [item] = await database().cases.toArray();
  await database().delete();
  await openDatabase(`folders-${Date.now()}`);
  await createCase(makeCaseInput({ buyerId: 'aBc' }), noon).then(({ id }) => filePhoto(id, 'y'));
  const { jobId } = await openShopArchive(desk());
  await restoreCases(jobId, [item?.id ?? ''], none, times, watch);
  const folders = (await database().evidence.toArray()).map(({ folder }) => folder.toLowerCase());
  expect(new Set(folders).size).toBe(2);
});

test('a link whose first piece did not come along stands by itself', async () => {
  const [, second] = await fillShop();
  await makeShopArchive();
  await database().delete();
  await openDatabase(`links-${Date.now()}`);
  const { jobId } = await openShopArchive(desk());
  await restoreCases(jobId, [second.id], none, times, watch);
  expect(await database().evidence.toArray()).toMatchObject([{ duplicateOf: null }]);
  expect(await database().blobs.count()).toBe(1);
});
