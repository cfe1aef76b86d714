// Has to come first: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { updateCase } from '../../renderer/data/case-repository';
import { database, openDatabase, schemaNumber } from '../../renderer/data/database';
import { listDeadlines } from '../../renderer/data/deadline-repository';
import { saveRuleCopy } from '../../renderer/data/rule-repository';
import { prepareTimeline } from '../../renderer/data/timeline-repository';
import { shippedRules } from '#shared/deadlines/rules/index';
import { makeCase } from '../helpers/make-case';
import { versionOne } from './version-one';

const noon = Date.parse('2026-11-21T03:00:00Z');
const hour = 3_600_000;
const id = 'pdd.refund-only.review';

const item = makeCase({ events: { 'aftersale.applied': noon }, nextActionAt: null });
const oldDeadline = {
  id: `${item.id}:${id}`,
  caseId: item.id,
  ruleId: id,
  ruleVersion: 1,
  inputs: item.events,
  typed: false,
  actor: 'merchant',
  dueAt: noon + 48 * hour,
  shadowDueAt: noon + 24 * hour,
  onMiss: 'auto_refund',
  state: 'running',
};

async function fillVersionOne(name: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const old = new Dexie(name);
  old.version(1).stores(versionOne);
  await old.open();
  const rows: Readonly<Record<string, readonly unknown[]>> = {
    settings: [
      { key: 'language', value: 'en' },
      { key: 'schemaNumber', value: 1 },
      { key: 'setUp', value: true },
    ],
    cases: [{ ...item, nextSort: 0 }],
    deadlines: [oldDeadline],
    drafts: [{ key: 'newCase', value: { buyerId: '草稿' }, updatedAt: noon }],
    counters: [{ key: 'case-20261121', value: 1 }],
  };
  for (const [table, list] of Object.entries(rows)) await old.table(table).bulkAdd([...list]);
  old.close();
  return rows;
}

describe('data of schema 1', () => {
  test('opens with every row as it was, and is known as the newest schema from then on', async () => {
    const rows = await fillVersionOne('liudi-v1-a');
    const db = await openDatabase('liudi-v1-a');
    for (const [table, list] of Object.entries(rows)) {
      const expected =
        table === 'settings'
          ? [
              { key: 'language', value: 'en' },
              { key: 'schemaNumber', value: schemaNumber },
              { key: 'setUp', value: true },
            ]
          : list;
      expect(await db.table(table).toArray()).toEqual(expected);
    }
    for (const table of [db.rules, db.calendarYears, db.pauses, db.patrolRounds]) {
      expect(await table.count()).toBe(0);
    }
    expect(schemaNumber).toBe(5);
    await db.delete();
  });

  test('a clock of schema 1 stays bound to the shipped rule it came from', async () => {
    await prepareTimeline();
    await fillVersionOne('liudi-v1-b');
    await openDatabase('liudi-v1-b');
    const rule = shippedRules.find((one) => one.id === id);
    if (rule === undefined) throw new Error(id);
    await saveRuleCopy({ ...rule, timing: { kind: 'duration', n: 6, unit: 'hour' } }, noon);
    await updateCase(item.id, { product: '别的' }, noon + hour);
    expect((await listDeadlines(item.id)).find((one) => one.ruleId === id)?.dueAt).toBe(noon + 48 * hour);
    await database().delete();
  });
});
