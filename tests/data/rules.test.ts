import { day, freshDatabase, hour, minute, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, setCaseStatus, updateCase } from '../../renderer/data/case-repository';
import { readCaseClocks } from '../../renderer/data/case-clocks';
import { database } from '../../renderer/data/database';
import {
  adoptRule,
  answerDeadline,
  listDeadlines,
  listRunningDeadlines,
  nextOccurrence,
  recordEvent,
  syncOpenCases,
  typeDeadline,
} from '../../renderer/data/deadline-repository';
import { ruleKey } from '../../renderer/data/rule-layers';
import {
  dropCalendarYear,
  dropRuleCopies,
  keepShippedRules,
  listRuleEntries,
  readCalendar,
  readPauses,
  removePause,
  rulesByKey,
  rulesInForce,
  saveCalendarYear,
  savePause,
  saveRuleCopy,
} from '../../renderer/data/rule-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { shippedRules } from '#shared/deadlines/rules/index';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import type { DeadlineRule } from '#shared/deadlines/rule';

freshDatabase();

const id = 'pdd.refund-only.review';
const shipped = (ruleId = id): DeadlineRule => {
  const rule = shippedRules.find((one) => one.id === ruleId);
  if (rule === undefined) throw new Error(ruleId);
  return rule;
};
const inHours = (n: number, part: Partial<DeadlineRule> = {}): DeadlineRule => ({
  ...shipped(),
  timing: { kind: 'duration', n, unit: 'hour' },
  ...part,
});
const refund = (now: number, appliedAt = now): Promise<Case> =>
  createCase(
    makeCaseInput({ platform: 'pdd', type: 'refundOnly', events: { 'aftersale.applied': appliedAt } }),
    now,
  );
const dueOf = async (item: Case, ruleId = id): Promise<number | undefined> =>
  (await listDeadlines(item.id)).find((one) => one.ruleId === ruleId)?.dueAt;

describe('an edited copy', () => {
  test('R133 counts for new cases; a case whose clock runs keeps its rule through every later change', async () => {
    const old = await refund(noon);
    await saveRuleCopy(inHours(24), noon + hour);
    const fresh = await refund(noon + hour);
    expect(await dueOf(fresh)).toBe(noon + 25 * hour);
    await updateCase(old.id, { product: '别的' }, noon + 2 * hour);
    expect(await dueOf(old)).toBe(noon + 48 * hour);
    await setCaseStatus(old.id, 'closed', noon + 3 * hour);
    await setCaseStatus(old.id, 'open', noon + 4 * hour);
    expect(await dueOf(old)).toBe(noon + 48 * hour);
    expect((await listDeadlines(old.id)).find((one) => one.ruleId === id)?.ruleVersion).toBe(1);
  });

  test('R133 a second copy leaves the cases of the first one alone', async () => {
    await saveRuleCopy(inHours(24), noon);
    const second = await refund(noon);
    await saveRuleCopy(inHours(12), noon + 1);
    await updateCase(second.id, { product: 'x' }, noon + 2);
    expect(await dueOf(second)).toBe(noon + 24 * hour);
    expect(await dueOf(await refund(noon))).toBe(noon + 12 * hour);
  });

  test('going back to the shipped rule counts for new cases only', async () => {
    await saveRuleCopy(inHours(24), noon);
    const before = await refund(noon);
    await dropRuleCopies(id);
    await updateCase(before.id, { product: 'x' }, noon + 1);
    expect(await dueOf(before)).toBe(noon + 24 * hour);
    expect(await dueOf(await refund(noon))).toBe(noon + 48 * hour);
    expect((await listRuleEntries()).find((one) => one.rule.id === id)).toMatchObject({ edited: false });
  });

  test('a case goes over to the present rule when the seller says so', async () => {
    const item = await refund(noon);
    await saveRuleCopy(inHours(24), noon);
    expect((await readCaseClocks(item, noon)).find((one) => one.rule.id === id)?.outdated).toBe(true);
    await adoptRule(item.id, id, noon + minute);
    expect(await dueOf(item)).toBe(noon + 24 * hour);
    expect((await readCaseClocks(item, noon)).find((one) => one.rule.id === id)?.outdated).toBe(false);
    const events = await listEvents(item.id);
    expect(events.at(-1)).toMatchObject({ kind: 'ruleAdopted', data: { ruleId: id } });
    expect(findBrokenLink(events)).toBeNull();
  });

  test('switched off, no new case has the clock', async () => {
    await saveRuleCopy({ ...shipped(), enabled: false }, noon);
    expect(await dueOf(await refund(noon))).toBeUndefined();
  });

  test('with a first day it counts for requests from that day on, the shipped rule before', async () => {
    await saveRuleCopy(inHours(24, { effective: { from: '2026-11-22', to: '2026-11-23' } }), noon);
    const due = async (at: number): Promise<number> => ((await dueOf(await refund(at))) ?? 0) - at;
    expect(await due(noon)).toBe(48 * hour);
    expect(await due(noon + day)).toBe(24 * hour);
    expect(await due(noon + 2 * day)).toBe(24 * hour);
    expect(await due(noon + 3 * day)).toBe(48 * hour);
  });

  test('each copy gets a version of its own and says when the shipped rule has changed since', async () => {
    const first = await saveRuleCopy(inHours(24), noon);
    const second = await saveRuleCopy(first, noon);
    expect([first.version, second.version]).toEqual([2, 3]);
    const entry = async () => (await listRuleEntries()).find((one) => one.rule.id === id);
    expect(await entry()).toMatchObject({ edited: true, shippedChanged: false, rule: { version: 3 } });
    await database()
      .rules.where('ruleId')
      .equals(id)
      .modify({ basedOn: `${id}@0.00000000` });
    expect(await entry()).toMatchObject({ shippedChanged: true });
  });

  test('R133 of a rule that ships in two versions each stands, is edited and goes back by itself', async () => {
    const entries = async () => (await listRuleEntries()).filter((one) => one.rule.id === 'jd.evidence');
    const [now2, past1] = await entries();
    if (now2 === undefined || past1 === undefined) throw new Error('jd.evidence ships in two versions');
    await saveRuleCopy({ ...past1.rule, enabled: false }, noon);
    const copy = await saveRuleCopy({ ...now2.rule, timing: { kind: 'duration', n: 3, unit: 'hour' } }, noon);
    await saveRuleCopy({ ...copy, attempts: 2 }, noon);
    const [current, past] = await entries();
    expect(current).toMatchObject({ key: now2.key, edited: true, shippedChanged: false });
    expect(current?.rule).toMatchObject({ attempts: 2, timing: { n: 3 }, effective: { from: '2023-03-29' } });
    expect(past).toMatchObject({ key: past1.key, edited: true, shippedChanged: false });
    expect(past?.rule).toMatchObject({ enabled: false, effective: { to: '2023-03-28' } });
    await dropRuleCopies('jd.evidence', 2);
    expect((await entries()).map(({ edited }) => edited)).toEqual([false, true]);
    expect(new Set((await listRuleEntries()).map(({ key }) => key)).size).toBe(shippedRules.length);
  });

  test('without copies the shipped rules are in force, unchanged', async () => {
    expect(await rulesInForce()).toBe(shippedRules);
  });
});

describe('an update of the app', () => {
  test('an old case finds the shipped rule it was computed with, although the app ships another now', async () => {
    const item = await refund(noon);
    const before = inHours(36);
    await database().rules.put({
      key: ruleKey(before),
      ruleId: id,
      origin: 'shipped',
      current: false,
      rule: before,
      basedOn: null,
      savedAt: noon,
    });
    await database().deadlines.update(`${item.id}:${id}`, { ruleKey: ruleKey(before) });
    await updateCase(item.id, { product: 'x' }, noon + 1);
    expect(await dueOf(item)).toBe(noon + 36 * hour);
  });

  test('the shipped rules are kept once, and never count as copies', async () => {
    await keepShippedRules(noon);
    const count = await database().rules.count();
    expect(count).toBe(shippedRules.length);
    await keepShippedRules(noon + 1);
    expect(await database().rules.count()).toBe(count);
    expect((await listRuleEntries()).some((one) => one.edited)).toBe(false);
  });

  test('no two rules share a key', () => {
    expect(new Set(shippedRules.map(ruleKey)).size).toBe(shippedRules.length);
    expect(ruleKey(inHours(47))).not.toBe(ruleKey(inHours(46)));
  });

  test('a shipped rule is found by its key without having been kept', async () => {
    expect((await rulesByKey([ruleKey(shipped())])).get(ruleKey(shipped()))).toEqual(shipped());
  });
});

describe('what happens in a case', () => {
  test('R134 an event that ends the duty ends its clock, and stands in the history', async () => {
    const item = await refund(noon);
    await recordEvent(item.id, 'aftersale.agreed', noon + hour, noon + hour);
    expect(await dueOf(item)).toBeUndefined();
    expect((await listRunningDeadlines()).map((one) => one.ruleId)).not.toContain(id);
    const events = await listEvents(item.id);
    expect(events.at(-1)).toMatchObject({
      kind: 'eventRecorded',
      data: { event: 'aftersale.agreed', at: noon + hour, was: null },
    });
    expect(findBrokenLink(events)).toBeNull();
    await recordEvent(item.id, 'aftersale.agreed', null, noon + 2 * hour);
    expect(await dueOf(item)).toBe(noon + 48 * hour);
  });

  test('R24 each extension adds its days, and none counts once a refund is filed', async () => {
    const receipt = 'taobao.receipt.auto-confirm';
    const item = await createCase(
      makeCaseInput({ platform: 'taobao', type: 'returnRefund', events: { 'order.shipped': noon } }),
      noon,
    );
    expect(await dueOf(item, receipt)).toBe(noon + 10 * day);
    await recordEvent(item.id, 'merchant.extended.3d', noon + day, noon + day);
    expect(await dueOf(item, receipt)).toBe(noon + 13 * day);
    await recordEvent(item.id, 'merchant.extended.3d#2', noon + 2 * day, noon + 2 * day);
    expect(await dueOf(item, receipt)).toBe(noon + 16 * day);
    await recordEvent(item.id, 'aftersale.applied', noon + 3 * day, noon + 3 * day);
    const paused = (await readCaseClocks(item, noon + 3 * day)).find((one) => one.rule.id === receipt);
    expect(paused).toBeDefined();
    expect(await dueOf(item, receipt)).toBeUndefined();
    await recordEvent(item.id, 'aftersale.closed', noon + 5 * day, noon + 5 * day);
    expect(await dueOf(item, receipt)).toBe(noon + 18 * day);
  });

  test('a repeated event goes under a name of its own', () => {
    expect(nextOccurrence({}, 'a')).toBe('a');
    expect(nextOccurrence({ a: 1 }, 'a')).toBe('a#2');
    expect(nextOccurrence({ a: 1, 'a#2': 2 }, 'a')).toBe('a#3');
  });

  test('R134 a typed-in field starts the clock that needs it', async () => {
    const item = await createCase(makeCaseInput({ events: { 'aftersale.refused': noon } }), noon);
    expect(await dueOf(item, 'house.refused.lead')).toBeUndefined();
    await typeDeadline(item.id, 'platformCountdownEnd', noon + 3 * day, noon);
    expect(await dueOf(item, 'house.refused.lead')).toBe(noon + 3 * day);
  });

  test('R134 the typed-in countdown wins, an answer rests it', async () => {
    const item = await refund(noon);
    await typeDeadline(item.id, id, noon + 5 * hour, noon);
    expect(await dueOf(item)).toBe(noon + 5 * hour);
    await answerDeadline(item.id, id, noon + hour);
    expect((await listRunningDeadlines()).map((one) => one.ruleId)).not.toContain(id);
  });

  test('a clock that has not begun names the time it needs', async () => {
    const item = await createCase(makeCaseInput(), noon);
    const clock = (await readCaseClocks(item, noon)).find((one) => one.rule.id === id);
    expect(clock?.result).toMatchObject({ state: 'unknown', due: null });
    expect(clock?.result.why[0]).toEqual({
      code: 'missing-event',
      values: { event: 'aftersale.applied' },
    });
  });
});

describe('the calendar and the pauses', () => {
  test('an imported year replaces the year as a whole and moves open cases; back again', async () => {
    const item = await createCase(
      makeCaseInput({ platform: 'taobao', events: { 'return.inspected': noon } }),
      noon,
    );
    const rule = 'house.taobao.confirm-refund';
    const before = await dueOf(item, rule);
    await saveCalendarYear('2026', { off: ['2026-11-23', '2026-11-24'], work: [] }, noon);
    await syncOpenCases(noon);
    expect((await readCalendar()).years['2026']).toEqual({ off: ['2026-11-23', '2026-11-24'], work: [] });
    expect(await dueOf(item, rule)).toBe((before ?? 0) + 2 * day);
    await dropCalendarYear('2026');
    await syncOpenCases(noon);
    expect(await dueOf(item, rule)).toBe(before);
  });

  test('a pause of the platform moves its clocks, and goes away again', async () => {
    const item = await refund(noon);
    const pause = { id: 'own.1', platform: 'pdd', from: '2026-11-22', to: '2026-11-23' };
    await savePause(pause);
    await syncOpenCases(noon);
    expect(await dueOf(item)).toBe(noon + 96 * hour);
    await removePause(pause);
    await syncOpenCases(noon);
    expect(await dueOf(item)).toBe(noon + 48 * hour);
  });

  test('a shipped pause that was taken out stays out', async () => {
    const [first] = await readPauses();
    if (first === undefined) throw new Error('no shipped pause');
    await removePause(first);
    expect((await readPauses()).map(({ id: one }) => one)).not.toContain(first.id);
    await savePause({ ...first, to: '2030-01-01' });
    expect((await readPauses()).find(({ id: one }) => one === first.id)?.to).toBe('2030-01-01');
  });
});
