import { day, freshDatabase, noon } from './fresh-database';
import { Dexie, RangeSet } from 'dexie';
import { describe, expect, test } from 'vitest';
import { createCaseLines } from '../../renderer/data/case-lines';
import { createCase, listCaseIds, setCaseStatus, updateCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { watch } from '../../renderer/data/live';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseRecord } from '../../renderer/data/records';
import type { CaseId } from '#shared/domain/ids';

const find = (text: string) => listCaseIds({ status: 'open', text }, 'updatedAt');

describe('the searchable text of all cases', () => {
  freshDatabase();

  test('R110 what is written is found at once: new, changed, closed, removed, and cleared', async () => {
    const first = await createCase(makeCaseInput({ buyerId: '甲', description: '勺子断了' }), noon);
    expect(await find('勺子')).toEqual([first.id]);
    const second = await createCase(makeCaseInput({ buyerId: '乙', description: '也是勺子' }), noon + 1);
    expect(await find('勺子')).toEqual([second.id, first.id]);
    await updateCase(first.id, { description: '盖子裂了' }, noon + 2);
    expect(await find('勺子')).toEqual([second.id]);
    expect(await find('盖子')).toEqual([first.id]);
    await setCaseStatus(second.id, 'closed', noon + 3);
    expect(await find('勺子')).toEqual([]);
    await database().cases.delete(first.id);
    expect(await find('盖子')).toEqual([]);
    await database().cases.clear();
    expect(await listCaseIds({ status: 'closed', text: '勺子' }, 'updatedAt')).toEqual([]);
  });

  test('a change that is taken back is not found', async () => {
    const item = await createCase(makeCaseInput({ description: '原话' }), noon);
    await find('x');
    const { cases } = database();
    const change = database().transaction('rw', cases, async () => {
      await cases.update(item.id, { description: '没有存下' });
      throw new Error('taken back');
    });
    await expect(change).rejects.toThrow('taken back');
    expect(await find('没有存下')).toEqual([]);
    expect(await find('原话')).toEqual([item.id]);
  });

  test('a search on the screen follows a change of nothing but the text', async () => {
    const item = await createCase(makeCaseInput({ description: '一' }), noon);
    // All lines are there before: what is read for them tells the screen nothing.
    await find('一');
    const seen: (readonly CaseId[])[] = [];
    const stop = watch(
      () => find('二'),
      (ids) => seen.push(ids),
      (error) => {
        throw error;
      },
    );
    await expect.poll(() => seen).toEqual([[]]);
    await database().cases.update(item.id, { description: '二' });
    await expect.poll(() => seen.at(-1)).toEqual([item.id]);
    stop();
  });

  test('what another window wrote is found too', async () => {
    const item = await createCase(makeCaseInput({ description: '一' }), noon);
    expect(await find('一')).toEqual([item.id]);
    const raw = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(database().name);
      opening.addEventListener('success', () => {
        resolve(opening.result);
      });
    });
    await new Promise((resolve) => {
      const change = raw.transaction('cases', 'readwrite');
      change.objectStore('cases').delete(item.id);
      change.addEventListener('complete', resolve);
    });
    raw.close();
    // What Dexie tells when a change comes in from elsewhere.
    const parts = { [`idb://${database().name}/cases/`]: new RangeSet(item.id) };
    Dexie.on.storagemutated.fire(parts);
    expect(await find('一')).toEqual([]);
  });

  test('text is not found across two fields', async () => {
    await createCase(makeCaseInput({ buyerId: 'ab', orderNo: 'cd' }), noon);
    expect(await find('abcd')).toEqual([]);
    expect(await find('ab')).toHaveLength(1);
  });
});

const row = (id: number, text: string) =>
  ({
    id: String(id).padStart(6, '0'),
    status: 'open',
    buyerId: text,
    orderNo: '',
    caseNo: '',
    product: '',
    description: '',
    nextSort: 0,
    createdAt: noon + id,
    updatedAt: noon + day - id,
  }) as unknown as CaseRecord;

test('rows written while all are being read, and a reading that failed, leave no gap', async () => {
  const rows = new Map(
    Array.from({ length: 2500 }, (_one, at) => [String(at).padStart(6, '0'), row(at, 'old')]),
  );
  let fail = true;
  let meanwhile = (): void => {};
  const lines = createCaseLines({
    readAfter: async (id, count) => {
      if (fail) throw new Error('busy');
      const found = [...rows.values()].filter((one) => one.id > id).slice(0, count);
      meanwhile();
      return found;
    },
    readSome: async (ids) => ids.map((id) => rows.get(id)),
  });
  await expect(lines.find('open', 'old', 'createdAt')).rejects.toThrow('busy');
  fail = false;
  meanwhile = () => {
    rows.set('000007', row(7, 'new'));
    lines.mark(['000007' as CaseId]);
  };
  expect(await lines.find('open', 'old', 'createdAt')).toHaveLength(2499);
  expect(await lines.find('open', 'new', 'createdAt')).toEqual(['000007']);
  meanwhile = () => {};
  rows.clear();
  lines.mark('all');
  expect(await lines.find('open', 'o', 'nextSort')).toEqual([]);
});
