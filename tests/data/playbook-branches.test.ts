import { day, freshDatabase, minute, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { getCase, listCaseIds } from '../../renderer/data/case-repository';
import { countQueues } from '../../renderer/data/case-queues';
import { database } from '../../renderer/data/database';
import { planMacro, runMacro } from '../../renderer/data/macro-repository';
import { listNotesOfCase } from '../../renderer/data/note-repository';
import { moveStage } from '../../renderer/data/step-repository';
import { composeMacro } from '#shared/domain/step-macro';
import { answer, due, fill, memo, stageOf, start, stepOf, talk, walkOf } from '../helpers/case-steps';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

describe('no outlet: back, and sent again', () => {
  const form = { carrier: 'ems', waybill: 'EA123456789CN' };
  const all = 'receiver phone address goods count value sender';

  async function cameBack(events: Record<string, number> = {}): Promise<CaseId> {
    const id = await start('undeliverable', { events });
    await answer(id, 'why', 'noOutlet');
    await talk(id);
    return id;
  }

  test('R34 the form of the new carrier is kept only with its carrier, a waybill and every field ticked', async () => {
    const id = await cameBack();
    expect(await due(id)).toEqual(['ems', 'first-time', 'memo-resend', 'extend-trade', 'resent']);
    for (const values of [
      { ...form, filled: 'receiver phone address goods count value' },
      { ...form, filled: '' },
      { waybill: form.waybill, filled: all },
      { carrier: 'ems', filled: all },
    ]) {
      await expect(fill(id, 'ems', values)).rejects.toMatchObject({ code: 'invalidInput' });
    }
    await fill(id, 'ems', { ...form, filled: all });
    expect(await getCase(id)).toMatchObject({ goods: 'inTransit', waitingOn: 'courier' });
    expect((await walkOf(id)).values['ems']).toEqual({ ...form, filled: all });
  });

  const memoOf = async (id: CaseId, operator = '阿留') => {
    const { playbook, values } = await walkOf(id);
    const macro = playbook.steps.find((one) => one.id === 'memo-resend')?.macro;
    if (macro === undefined) throw new Error('no macro');
    return composeMacro(playbook, macro, values, { operator, day: '2026-11-21', language: 'zh-CN' });
  };

  test('R35 one press writes memo and name, flags it blue and extends the trade by ten days', async () => {
    const id = await cameBack({ 'order.shipped': noon - day });
    expect((await memoOf(id)).lacks.map((one) => one.id)).toEqual(['ems']);
    await fill(id, 'ems', { ...form, filled: all });
    await answer(id, 'first-time', 'first');
    const { text, lacks } = await memoOf(id);
    expect(lacks).toEqual([]);
    expect(text).toBe('因快递不到退回，已改发EMS，新单号 EA123456789CN / 阿留 / 2026-11-21');
    expect((await planMacro(id, 'memo-resend', noon))?.choice).toMatchObject({ days: 10 });
    await runMacro(id, 'memo-resend', text, noon + minute);
    expect(await listNotesOfCase(id)).toMatchObject([
      { text, flag: 'blue', orderNo: makeCaseInput().orderNo },
    ]);
    expect(Object.keys((await getCase(id))?.events ?? {})).toContain('merchant.receipt_extended');
    expect(await due(id)).toEqual(['resent']);
    // A second press writes a second memo and does not extend again.
    expect((await planMacro(id, 'memo-resend', noon + 2 * minute))?.extend).toBeNull();
  });

  test('R35 all of it or nothing; where no rule knows an extension the step is ticked', async () => {
    const id = await cameBack();
    await expect(runMacro(id, 'memo-resend', ' ', noon)).rejects.toMatchObject({ code: 'invalidInput' });
    expect(await listNotesOfCase(id)).toEqual([]);
    await runMacro(id, 'memo-resend', '备注', noon);
    expect((await walkOf(id)).facts.steps['extend-trade']?.state).toBe('done');
  });
});

test('R84 force majeure: what, where, what a refusal costs and until when; the buyer is told, the courier answered', async () => {
  const id = await start('undeliverable');
  await answer(id, 'why', 'forceMajeure');
  await talk(id);
  expect(await due(id)).toEqual(['force-record', 'fee-notice', 'choice', 'tell-courier', 'memo']);
  await expect(fill(id, 'force-record', { what: '台风', where: '杭州中转' })).rejects.toMatchObject({
    code: 'invalidInput',
  });
  await fill(id, 'force-record', { what: '台风', where: '杭州中转', fee: '8', until: '+2d' });
  expect(await getCase(id)).toMatchObject({ nextActionAt: noon + 2 * day, nextAction: '问物流：恢复了没有' });
  expect((await stepOf(id, 'fee-notice'))?.script).toBe('M18.fee');
  const other = await start('undeliverable');
  await answer(other, 'why', 'suspended');
  await talk(other);
  expect(await due(other)).not.toContain('force-record');
});

test('R39 a request that came without a word waits in its list until the buyer was spoken to', async () => {
  const events = { 'aftersale.applied': noon - day };
  const [id, quiet] = [await start('refundOnly', { events }), await start('returnRefund', { events })];
  expect((await countQueues()).unannounced).toBe(0);
  await answer(id, 'announced', 'no');
  await answer(quiet, 'announced', 'yes');
  expect(await listCaseIds({ status: 'open', queue: 'unannounced' }, 'createdAt')).toEqual([id]);
  expect(await due(id)).toContain('contact-first');
  expect(await due(quiet)).not.toContain('contact-first');
  expect((await stepOf(id, 'contact-first'))?.script).toBe('M8');
  await talk(id, noon + minute);
  expect((await countQueues()).unannounced).toBe(0);
});

describe('R42 no return waybill in time', () => {
  async function agreed(): Promise<CaseId> {
    const id = await start('returnRefund', { events: { 'aftersale.applied': noon - day } });
    await answer(id, 'claim-kind', 'noReason');
    await answer(id, 'eligible', 'yes');
    await answer(id, 'verdict', 'agree');
    return id;
  }

  test('the clock of the buyer runs from the agreement, and there is a message to warn with', async () => {
    const id = await agreed();
    const clock = await database().deadlines.get(`${id}:taobao.return.ship-back`);
    expect(clock).toMatchObject({
      state: 'running',
      actor: 'buyer',
      dueAt: noon + 7 * day,
      onMiss: 'close_case',
    });
    expect((await stepOf(id, 'remind-waybill'))?.script).toBe('R42.due');
  });

  test('closed: its own stage and list, and three ways out of it', async () => {
    const id = await agreed();
    await answer(id, 'waybill-state', 'closed', noon + 8 * day);
    for (const step of ['extend-trade', 'return-info']) await fill(id, step);
    await memo(id);
    expect(await stageOf(id)).toBe('refundClosed');
    expect((await countQueues()).lapsed).toBe(1);
    await fill(id, 'closed-notice');
    await answer(id, 'reopen', 'reapplied', noon + 9 * day);
    expect((await getCase(id))?.events).toMatchObject({ 'aftersale.applied#2': noon + 9 * day });
    expect(await countQueues()).toMatchObject({ lapsed: 0, pending: 1 });
    await moveStage(id, 'verify', noon + 9 * day);
    expect([await stageOf(id), (await walkOf(id)).walk.next?.step.id]).toEqual(['verify', 'claim-kind']);
    await answer(id, 'claim-kind', 'noReason', noon + 9 * day);
    await answer(id, 'eligible', 'yes', noon + 9 * day);
    await answer(id, 'verdict', 'agree', noon + 9 * day);
    expect(await due(id)).toContain('return-waybill');
  });

  test('nobody applies again: the case ends without a refund, and closing does not ask for one', async () => {
    const id = await agreed();
    await answer(id, 'waybill-state', 'closed');
    for (const step of ['extend-trade', 'return-info']) await fill(id, step);
    await memo(id);
    await fill(id, 'closed-notice');
    await answer(id, 'reopen', 'gone');
    expect(await stageOf(id)).toBe('done');
    const { playbook } = await walkOf(id);
    const options = playbook.steps.find((one) => one.id === 'reopen')?.options?.map((one) => one.id);
    expect(options).toEqual(['reapplied', 'xiaoer', 'gone']);
  });
});
