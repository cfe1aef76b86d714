import { day, hour, minute, noon, readAll, freshDatabase } from './fresh-database';
import { describe, expect, test } from 'vitest';
import {
  countOpenCases,
  createCase,
  findCaseByNo,
  findCasesByOrder,
  getCase,
  getCases,
  listCaseIds,
  listCasesOfBuyer,
  listOpenCases,
  setCaseStatus,
  updateCase,
  type CaseFilter,
  type CaseSort,
} from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { listDeadlines } from '../../renderer/data/deadline-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

describe('opening a case', () => {
  test('R110 cases of a Shanghai day are numbered from 001, the next day starts again', async () => {
    const beforeMidnight = Date.parse('2026-11-21T15:59:59Z');
    const numbers = [];
    for (const at of [noon, noon + 1, beforeMidnight, beforeMidnight + 1000]) {
      numbers.push((await createCase(makeCaseInput(), at)).caseNo);
    }
    expect(numbers).toEqual(['20261121-001', '20261121-002', '20261121-003', '20261122-001']);
  });

  test('R110 fifty cases at once get fifty numbers without a gap', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => createCase(makeCaseInput(), noon)));
    const expected = Array.from(
      { length: 50 },
      (_, index) => `20261121-${String(index + 1).padStart(3, '0')}`,
    );
    expect(all.map((one) => one.caseNo).toSorted()).toEqual(expected);
    expect(new Set(all.map((one) => one.id)).size).toBe(50);
  });

  test('R110 R121 what was typed is kept with its first history line', async () => {
    const input = makeCaseInput({ description: ' 袖口开线 ', nextActionAt: noon + hour, nextAction: '回复' });
    const item = await createCase(input, noon);
    expect(await getCase(item.id)).toEqual({
      ...input,
      description: '袖口开线',
      id: item.id,
      caseNo: '20261121-001',
      status: 'open',
      typedDue: {},
      answered: {},
      sample: false,
      createdAt: noon,
      updatedAt: noon,
      closedAt: null,
      deletedAt: null,
    });
    expect(await listEvents(item.id)).toMatchObject([
      { seq: 1, kind: 'caseCreated', at: noon, data: { caseNo: '20261121-001', type: 'refundOnly' } },
    ]);
  });

  test('R30 an order number of 19 digits comes back digit by digit and is found by it', async () => {
    const item = await createCase(makeCaseInput({ orderNo: ' 2611190231884200177 ' }), noon);
    expect((await getCase(item.id))?.orderNo).toBe('2611190231884200177');
    expect(await findCasesByOrder('2611190231884200177')).toHaveLength(1);
    expect(await findCasesByOrder('2611190231884200176')).toEqual([]);
    expect(await findCasesByOrder('')).toEqual([]);
  });

  test.each([
    [{ orderNo: '1.23E+18' }, 'orderNoScientific'],
    [{ buyerId: ' \u200b ' }, 'buyerIdEmpty'],
  ])('R21 %j is refused and nothing is written', async (part, code) => {
    const before = await readAll();
    await expect(createCase(makeCaseInput(part), noon)).rejects.toMatchObject({ code });
    expect(await readAll()).toEqual(before);
  });

  test.each([
    ['the history line', 'events', 'add'],
    ['the deadlines', 'deadlines', 'bulkPut'],
    ['the reminder', 'reminders', 'add'],
  ] as const)(
    'when %s cannot be written, nothing is: no case and no used number',
    async (_what, table, method) => {
      const before = await readAll();
      const broken = database()[table];
      Object.defineProperty(broken, method, {
        value: () => Promise.reject(new Error('disk')),
        configurable: true,
      });
      const input = makeCaseInput({ nextActionAt: noon + hour, events: { 'aftersale.applied': noon } });
      await expect(createCase(input, noon)).rejects.toThrow('disk');
      Reflect.deleteProperty(broken, method);
      expect(await readAll()).toEqual(before);
      expect((await createCase(input, noon)).caseNo).toBe('20261121-001');
    },
  );

  test('two cases never get the same number, whatever the counter says', async () => {
    await createCase(makeCaseInput(), noon);
    await database().counters.clear();
    await expect(createCase(makeCaseInput(), noon)).rejects.toThrow();
    expect(await database().cases.count()).toBe(1);
  });
});

describe('changing a case', () => {
  test('R2 R121 each field that changed gets its line with old and new value, the others none', async () => {
    const item = await createCase(makeCaseInput(), noon);
    await updateCase(item.id, { liability: 'supplier', goods: 'returned', product: item.product }, noon + 1);
    expect((await listEvents(item.id)).slice(1)).toMatchObject([
      { seq: 2, kind: 'caseEdited', data: { field: 'liability', from: 'unknown', to: 'supplier' } },
      { seq: 3, kind: 'caseEdited', data: { field: 'goods', from: 'received', to: 'returned' } },
    ]);
    expect(await getCase(item.id)).toMatchObject({ liability: 'supplier', updatedAt: noon + 1 });
  });

  test('a refused change leaves the case as it was', async () => {
    const item = await createCase(makeCaseInput(), noon);
    await expect(updateCase(item.id, { orderNo: '2.6E+18' }, noon + 1)).rejects.toMatchObject({
      code: 'orderNoScientific',
    });
    expect(await getCase(item.id)).toEqual(item);
    expect(await listEvents(item.id)).toHaveLength(1);
  });

  test('a case that is not there is said to be missing', async () => {
    await expect(updateCase('nobody' as CaseId, { product: 'x' }, noon)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(setCaseStatus('nobody' as CaseId, 'closed', noon)).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await getCase('nobody' as CaseId)).toBeUndefined();
  });

  test('R111 closing stops deadlines and reminders, reopening brings them back', async () => {
    const item = await createCase(
      makeCaseInput({ nextActionAt: noon + hour, nextAction: '回复', events: { 'aftersale.applied': noon } }),
      noon,
    );
    expect(await listDeadlines(item.id)).not.toEqual([]);
    await setCaseStatus(item.id, 'closed', noon + minute);
    expect(await getCase(item.id)).toMatchObject({ status: 'closed', closedAt: noon + minute });
    expect(await listDeadlines(item.id)).toEqual([]);
    expect(await database().reminders.where('state').equals('pending').count()).toBe(0);
    await setCaseStatus(item.id, 'open', noon + 2 * minute);
    expect(await getCase(item.id)).toMatchObject({ status: 'open', closedAt: null });
    expect(await listDeadlines(item.id)).not.toEqual([]);
    expect((await listEvents(item.id)).map((one) => one.kind)).toEqual([
      'caseCreated',
      'caseClosed',
      'caseReopened',
    ]);
  });

  test('closing twice writes one line', async () => {
    const item = await createCase(makeCaseInput(), noon);
    await setCaseStatus(item.id, 'closed', noon + 1);
    await setCaseStatus(item.id, 'closed', noon + 2);
    expect(await getCase(item.id)).toMatchObject({ closedAt: noon + 1 });
    expect(await listEvents(item.id)).toHaveLength(2);
  });
});

describe('finding cases', () => {
  test('R110 two cases of one buyer find each other, newest first, on the same platform only', async () => {
    const first = await createCase(makeCaseInput({ buyerId: '小鱼爱吃猫' }), noon);
    const second = await createCase(makeCaseInput({ buyerId: ' 小鱼爱吃猫 ' }), noon + day);
    await createCase(makeCaseInput({ buyerId: '小鱼爱吃猫', platform: 'jd' }), noon);
    await createCase(makeCaseInput({ buyerId: '小鱼爱吃猫2' }), noon);
    expect((await listCasesOfBuyer('pdd', '小鱼爱吃猫')).map((one) => one.id)).toEqual([second.id, first.id]);
  });

  test('R110 buyers that differ in upper and lower case are two', async () => {
    await createCase(makeCaseInput({ buyerId: 'A' }), noon);
    await createCase(makeCaseInput({ buyerId: 'a' }), noon);
    expect(await listCasesOfBuyer('pdd', 'A')).toHaveLength(1);
  });

  test('a case is found by its number', async () => {
    const item = await createCase(makeCaseInput(), noon);
    expect((await findCaseByNo('20261121-001'))?.id).toBe(item.id);
    expect(await findCaseByNo('20261121-002')).toBeUndefined();
  });

  test('rows come in the order asked for, without those that are gone', async () => {
    const a = await createCase(makeCaseInput(), noon);
    const b = await createCase(makeCaseInput(), noon);
    const rows = await getCases([b.id, 'gone' as CaseId, a.id]);
    expect(rows.map((one) => one.id)).toEqual([b.id, a.id]);
  });

  test('R7 open cases are listed and counted, those without a next date included', async () => {
    const open = await createCase(makeCaseInput(), noon);
    const closed = await createCase(makeCaseInput({ nextActionAt: noon + day }), noon);
    await setCaseStatus(closed.id, 'closed', noon);
    expect(await countOpenCases()).toBe(1);
    expect(await listOpenCases()).toMatchObject([{ id: open.id, nextActionAt: null }]);
  });
});

/** The list's promise in plain words, to hold the indexes against. */
function bruteForce(all: readonly Case[], filter: CaseFilter, sort: CaseSort): readonly CaseId[] {
  const text = filter.text?.trim().toLowerCase() ?? '';
  const order = (one: Case): number =>
    sort === 'nextSort' ? (one.nextActionAt ?? 0) : sort === 'createdAt' ? -one.createdAt : -one.updatedAt;
  const byId = (a: Case, b: Case): number => (a.id < b.id ? -1 : 1) * (sort === 'nextSort' ? 1 : -1);
  return all
    .filter((one) => one.status === filter.status)
    .filter((one) => filter.waitingOn === undefined || one.waitingOn === filter.waitingOn)
    .filter((one) => filter.type === undefined || one.type === filter.type)
    .filter((one) => filter.platform === undefined || one.platform === filter.platform)
    .filter((one) =>
      [one.buyerId, one.orderNo, one.caseNo, one.product, one.description].some((field) =>
        field.toLowerCase().includes(text),
      ),
    )
    .toSorted((a, b) => order(a) - order(b) || byId(a, b))
    .map((one) => one.id);
}

describe('the list of cases', () => {
  test('R7 R110 every filter in every order gives what looking at each case gives', async () => {
    const pick = <T>(values: readonly T[], seed: number): T => values[seed % values.length] as T;
    const all: Case[] = [];
    for (let seed = 0; seed < 60; seed += 1) {
      const item = await createCase(
        makeCaseInput({
          platform: pick(['pdd', 'jd', 'taobao'] as const, seed),
          type: pick(['refundOnly', 'exchange'] as const, seed * 3 + 1),
          waitingOn: pick(['us', 'buyer', 'courier'] as const, seed * 7),
          buyerId: pick(['小鱼爱吃猫', 'TB88_雨天', 'Momo'], seed * 5),
          nextActionAt: pick([null, noon + seed * hour, noon + day], seed * 11),
        }),
        noon + seed * minute,
      );
      const closed = seed % 4 === 0;
      if (closed) await setCaseStatus(item.id, 'closed', noon + day - seed * minute);
      const stored = await getCase(item.id);
      if (stored !== undefined) all.push(stored);
    }
    const filters: readonly CaseFilter[] = [
      { status: 'open' },
      { status: 'closed' },
      { status: 'open', platform: 'jd' },
      { status: 'open', waitingOn: 'buyer', type: 'exchange' },
      { status: 'open', waitingOn: 'us', type: 'refundOnly', platform: 'pdd', text: '鱼' },
      { status: 'open', text: ' tb88 ' },
      { status: 'closed', text: '20261121-00' },
      { status: 'open', text: 'nobody' },
    ];
    for (const filter of filters) {
      for (const sort of ['nextSort', 'createdAt', 'updatedAt'] as const) {
        const found = await listCaseIds(filter, sort);
        expect(found, `${JSON.stringify(filter)} ${sort}`).toEqual(bruteForce(all, filter, sort));
      }
    }
  });
});
