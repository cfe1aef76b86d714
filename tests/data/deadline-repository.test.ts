import { day, freshDatabase, hour, minute, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import {
  answerDeadline,
  listDeadlines,
  listRunningDeadlines,
  typeDeadline,
} from '../../renderer/data/deadline-repository';
import {
  listPendingReminders,
  listRemindersOfCase,
  markFired,
} from '../../renderer/data/reminder-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { shippedRules } from '#shared/deadlines/rules/index';
import { occurrenceId } from '#shared/domain/reminder';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const rule = 'pdd.refund-only.review';

/** Hours before the end at which the rule wants to ring, most first. */
const ruleLeads = (shippedRules.find((one) => one.id === rule)?.remind ?? [])
  .flatMap((remind) => ('before' in remind && remind.before.unit === 'hour' ? [remind.before.n] : []))
  .toSorted((a, b) => b - a);

/** A Pinduoduo refund request filed the moment the buyer made it. */
function refundRequest(now = noon, appliedAt = now): Promise<Case> {
  return createCase(
    makeCaseInput({ platform: 'pdd', type: 'refundOnly', events: { 'aftersale.applied': appliedAt } }),
    now,
  );
}

const leads = async (item: Case): Promise<readonly number[]> =>
  (await listRemindersOfCase(item.id))
    .filter((one) => one.kind === 'deadline' && one.ruleId === rule && one.state === 'pending')
    .map((one) => one.dueAt)
    .toSorted((a, b) => a - b);

describe('a Pinduoduo refund request', () => {
  test('R133 is due 48 hours after the buyer applied and says what happens then', async () => {
    const item = await refundRequest();
    const found = (await listDeadlines(item.id)).find((one) => one.ruleId === rule);
    expect(found).toMatchObject({
      caseId: item.id,
      actor: 'merchant',
      dueAt: noon + 48 * hour,
      onMiss: 'auto_refund',
      typed: false,
      state: 'running',
      inputs: { 'aftersale.applied': noon },
    });
    expect(found?.ruleVersion).toBeGreaterThanOrEqual(1);
  });

  test('R133 alarms ring before the end, each once', async () => {
    const item = await refundRequest();
    const found = await leads(item);
    expect(ruleLeads.length).toBeGreaterThanOrEqual(2);
    expect(found.map((at) => (noon + 48 * hour - at) / hour)).toEqual(ruleLeads);
  });

  test('R133 a lead that was over when the case was filed is no alarm', async () => {
    const item = await refundRequest(noon, noon - 40 * hour);
    expect((await leads(item)).map((at) => (at - noon) / hour)).toEqual([4, 7]);
  });

  test('R133 a request that is already late stays late, without alarms', async () => {
    const item = await refundRequest(noon, noon - 49 * hour);
    expect((await listRunningDeadlines())[0]).toMatchObject({
      ruleId: rule,
      dueAt: noon - hour,
      state: 'running',
    });
    expect(await leads(item)).toEqual([]);
  });

  test('R133 an answer stops the clock and its alarms and stands in the history', async () => {
    const item = await refundRequest();
    await answerDeadline(item.id, rule, noon + hour);
    expect(await leads(item)).toEqual([]);
    expect((await listRunningDeadlines()).map((one) => one.ruleId)).not.toContain(rule);
    expect((await listDeadlines(item.id)).find((one) => one.ruleId === rule)?.state).toBe('answered');
    expect(await getCase(item.id)).toMatchObject({ answered: { [rule]: noon + hour } });
    const events = await listEvents(item.id);
    expect(events.at(-1)).toMatchObject({ kind: 'deadlineAnswered', data: { ruleId: rule } });
    expect(findBrokenLink(events)).toBeNull();
  });

  test('R134 the countdown typed in from the back office wins, and its alarms move with it', async () => {
    const item = await refundRequest();
    const typed = noon + 30 * hour;
    await typeDeadline(item.id, rule, typed, noon + minute);
    expect((await listDeadlines(item.id)).find((one) => one.ruleId === rule)).toMatchObject({
      dueAt: typed,
      typed: true,
      shadowDueAt: null,
    });
    expect((await leads(item)).map((at) => (typed - at) / hour)).toEqual(ruleLeads);
    expect((await listEvents(item.id)).at(-1)).toMatchObject({
      kind: 'deadlineTyped',
      data: { ruleId: rule, dueAt: typed },
    });
  });

  test('R134 taking the typed countdown back goes back to computing', async () => {
    const item = await refundRequest();
    await typeDeadline(item.id, rule, noon + 24 * hour, noon);
    await typeDeadline(item.id, rule, null, noon);
    expect((await listDeadlines(item.id)).find((one) => one.ruleId === rule)).toMatchObject({
      dueAt: noon + 48 * hour,
      typed: false,
    });
    expect(await leads(item)).toHaveLength(ruleLeads.length);
  });

  test('a later application time moves deadline and alarms together', async () => {
    const item = await refundRequest();
    await updateCase(item.id, { events: { 'aftersale.applied': noon + 2 * hour } }, noon + 2 * hour);
    expect((await listRunningDeadlines()).find((one) => one.ruleId === rule)?.dueAt).toBe(noon + 50 * hour);
    expect((await leads(item)).map((at) => (noon + 50 * hour - at) / hour)).toEqual(ruleLeads);
  });

  test('saving the case again neither doubles an alarm nor rings a rung one anew', async () => {
    const item = await refundRequest();
    const [first] = (await listPendingReminders()).filter((one) => one.ruleId === rule);
    if (first === undefined) throw new Error('no reminder');
    await markFired(
      [{ occurrence: occurrenceId(first), reminderId: first.id, firedAt: first.dueAt }],
      first.dueAt,
    );
    await updateCase(item.id, { product: '别的' }, noon + 37 * hour);
    const all = (await listRemindersOfCase(item.id)).filter((one) => one.ruleId === rule);
    expect(all).toHaveLength(ruleLeads.length);
    expect(all.filter((one) => one.state === 'fired').map((one) => one.id)).toEqual([first.id]);
  });

  test('another platform or another type of case has no such clock', async () => {
    const events = { 'aftersale.applied': noon };
    await createCase(makeCaseInput({ platform: 'jd', events }), noon);
    await createCase(makeCaseInput({ platform: 'pdd', type: 'invoice', events }), noon);
    expect((await listRunningDeadlines()).map((one) => one.ruleId)).not.toContain(rule);
  });

  test('changing the type changes the clock', async () => {
    const item = await refundRequest();
    await updateCase(item.id, { type: 'returnRefund' }, noon + 1);
    const ids = (await listDeadlines(item.id)).map((one) => one.ruleId);
    expect(ids).toContain('pdd.return.review');
    expect(ids).not.toContain(rule);
    expect(await leads(item)).toEqual([]);
  });

  test('deadlines come soonest first, over all cases', async () => {
    for (const hours of [-10, -30, -20]) await refundRequest(noon, noon + hours * hour);
    const due = (await listRunningDeadlines())
      .filter((one) => one.ruleId === rule)
      .map((one) => one.dueAt - noon);
    expect(due).toEqual([18 * hour, 28 * hour, 38 * hour]);
    expect(due.every((ms) => ms < 2 * day)).toBe(true);
  });

  test('a case that is not there is left in peace', async () => {
    await answerDeadline('nobody' as CaseId, rule, noon);
    await typeDeadline('nobody' as CaseId, rule, noon, noon);
    expect(await listDeadlines('nobody' as CaseId)).toEqual([]);
  });
});

test('R133 an alarm that is due but held back is not lost when the case is edited', async () => {
  const item = await createCase(makeCaseInput({ events: { 'aftersale.applied': noon } }), noon);
  const alarms = async () => (await listPendingReminders()).filter(({ kind }) => kind === 'deadline');
  const [first] = await alarms();
  if (first === undefined) throw new Error('no alarm');
  await updateCase(item.id, { product: '别的' }, first.dueAt + 1);
  expect((await alarms()).map(({ id }) => id)).toContain(first.id);
});
