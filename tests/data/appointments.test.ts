import { day, freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, setCaseStatus } from '../../renderer/data/case-repository';
import { listAppointments } from '../../renderer/data/appointments';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { answerStep, completeStep } from '../../renderer/data/step-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

async function repair(buyerId: string, service: string): Promise<CaseId> {
  const { id } = await createCase(makeCaseInput({ type: 'repair', buyerId, platform: 'taobao' }), noon);
  await answerStep(id, 'who-pays', 'supplier', noon);
  await answerStep(id, 'service', service, noon);
  return id;
}
const fill = (id: CaseId, step: string, values: Record<string, string>) =>
  completeStep(id, step, { values }, noon);
const list = () => listAppointments('zh-CN');

test('R94 R97 visits, parts and repairs of open cases, soonest first, with arrival, buyer told and who pays', async () => {
  const [visit, parts, sent] = [
    await repair('上门的', 'visit'),
    await repair('等配件的', 'parts'),
    await repair('寄修的', 'sendIn'),
  ];
  expect(await list()).toEqual([]);
  await fill(sent, 'send-in', { who: '老周', promised: '+5d' });
  await fill(visit, 'visit', { who: '周师傅', when: '+1d', asked: 'calls' });
  await fill(parts, 'parts', { parts: '发热盘', order: 'P1', promised: '+2d' });
  expect(await list()).toMatchObject([
    {
      kind: 'visit',
      who: '周师傅',
      at: noon + day,
      arrived: '',
      told: false,
      bearer: '厂家',
      item: { buyerId: '上门的' },
    },
    { kind: 'parts', who: '发热盘', at: noon + 2 * day, arrived: null, told: false, bearer: '厂家' },
    { kind: 'order', who: '老周', at: noon + 5 * day },
  ]);
  await fill(visit, 'arrived', { where: '城东站点' });
  await completeStep(visit, 'tell-plan', {}, noon);
  expect((await list())[0]).toMatchObject({ arrived: '城东站点', told: true });
  // Over once the repair is done, and not of a closed case.
  await recordEvent(parts, 'repair.done', noon, noon);
  await setCaseStatus(sent, 'closed', noon);
  expect((await list()).map(({ item }) => item.buyerId)).toEqual(['上门的']);
});

test('R94 a visit that is asked for by a message stands there too, until the message is answered', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'message' }), noon);
  await completeStep(id, 'requester', { values: { who: '接待', what: '约安装' } }, noon);
  await answerStep(id, 'task', 'visit', noon);
  await fill(id, 'visit', { who: '安装李', when: '+3h', asked: 'calls' });
  expect(await list()).toMatchObject([{ kind: 'visit', at: noon + 3 * hour, bearer: null }]);
  await recordEvent(id, 'message.answered', noon, noon);
  expect(await list()).toEqual([]);
});
