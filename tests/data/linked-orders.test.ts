import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, listCaseIds, updateCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { savePerson } from '../../renderer/data/people-repository';
import { answerStep, completeStep, moveStage } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { countsAsExchange } from '#shared/domain/case';
import { statusOf } from '#shared/domain/playbook-walk';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const find = (text: string) => listCaseIds({ status: 'open', text }, 'createdAt');

test('R9 the number of the order placed anew stands in the case, finds it, and takes it out of the exchanges', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'exchange', orderNo: '4061-77' }), noon);
  expect(countsAsExchange({ type: 'exchange' })).toBe(true);
  await completeStep(id, 'new-order', { values: { order: ' ４０６２ 88 ' } }, noon);
  const item = await getCase(id);
  expect(item?.newOrderNo).toBe('406288');
  expect(item === undefined || countsAsExchange(item)).toBe(false);
  expect(await find('4061-77')).toEqual([id]);
  expect(await find('406288')).toEqual([id]);
  expect((await listEvents(id)).map(({ data }) => data)).toContainEqual({
    field: 'newOrderNo',
    from: null,
    to: '406288',
  });
  // Other changes leave it alone; emptied it is an exchange again.
  await updateCase(id, { product: '裙子' }, noon);
  expect((await getCase(id))?.newOrderNo).toBe('406288');
  await updateCase(id, { newOrderNo: '' }, noon);
  expect((await getCase(id))?.newOrderNo).toBeUndefined();
  expect(await find('406288')).toEqual([]);
});

test('R9 a number rounded by a spreadsheet or the old order itself is no new order, and the step stays open', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'exchange', orderNo: '4061' }), noon);
  const fill = (order: string) => completeStep(id, 'new-order', { values: { order } }, noon);
  await expect(fill('4061')).rejects.toMatchObject({ code: 'orderNoSame' });
  await expect(fill('1.23E+18')).rejects.toMatchObject({ code: 'orderNoScientific' });
  expect((await readWalk(id))?.facts.steps['new-order']).toBeUndefined();
});

const state = async (id: CaseId) => {
  const walk = await readWalk(id);
  return walk === undefined ? undefined : statusOf(walk.playbook, walk.walk)?.status.id;
};

test('R104 R109 an invoice goes from to-confirm to sent and void, waits for accounting, and begins anew', async () => {
  const { id: finance } = await savePerson(
    {
      name: '陈会计',
      role: 'finance',
      company: '',
      phone: '',
      wechat: '',
      note: '',
      courier: '',
      shopId: null,
    },
    noon,
  );
  const { id } = await createCase(makeCaseInput({ type: 'invoice', waitingOn: 'buyer' }), noon);
  const done = (step: string, values: Readonly<Record<string, string>> = {}, at = noon) =>
    completeStep(id, step, { values }, at);
  expect(await state(id)).toBe('toConfirm');
  await answerStep(id, 'invoice-kind', 'electronic', noon);
  await done('title', { title: '某公司' });
  expect(await state(id)).toBe('toConfirm');
  await done('logged', { to: '陈会计', note: '月底前要' });
  expect(await state(id)).toBe('toIssue');
  expect((await getCase(id))?.waitingPerson).toBe(finance);
  expect((await getCase(id))?.waitingOn).toBe('us');
  await done('issued');
  expect(await state(id)).toBe('issued');
  await done('sent', { how: '邮箱' });
  expect(await state(id)).toBe('sent');
  await answerStep(id, 'invoice-right', 'wrong', noon);
  await done('content', { item: 'goods', amount: '128' });
  await moveStage(id, 'void', noon, '备注稍后补');
  await done('voided', { why: '抬头写错' });
  expect(await state(id)).toBe('voided');
  await answerStep(id, 'again', 'yes', noon);
  await moveStage(id, 'confirm', noon + 600_000);
  expect(await state(id)).toBe('toConfirm');
});

test('R104 procedures that know no states have none', async () => {
  expect(await state((await createCase(makeCaseInput({ type: 'lost' }), noon)).id)).toBeUndefined();
});
