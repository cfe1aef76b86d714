import { freshDatabase, minute, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, setCaseStatus } from '../../renderer/data/case-repository';
import { countStandings, listShownCaseIds, readStanding } from '../../renderer/data/case-standings';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { savePlaybooks } from '../../renderer/data/playbook-repository';
import { completeStep } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';
import type { CaseInput } from '#shared/domain/case';

freshDatabase();

const start = async (part: Partial<CaseInput>): Promise<CaseId> =>
  (await createCase(makeCaseInput(part), noon)).id;

const counts = async (filter: Parameters<typeof countStandings>[0]) =>
  (await countStandings(filter)).map(({ status, count }) => [status.title.zh, count]);

test('R104 the list of invoices is narrowed to those that stand so, and each state has its count', async () => {
  const fresh = await start({ type: 'invoice' });
  const logged = await start({ type: 'invoice' });
  const issued = await start({ type: 'invoice', platform: 'jd' });
  await start({ type: 'refundOnly' });
  await completeStep(logged, 'logged', { values: { to: '小陈' } }, noon);
  await completeStep(issued, 'logged', { values: { to: '小陈' } }, noon);
  await recordEvent(issued, 'invoice.issued', noon, noon + minute);
  expect((await readStanding(issued))?.title.zh).toBe('已开');
  expect(await counts({ status: 'open', type: 'invoice' })).toEqual([
    ['待确认', 1],
    ['待开', 1],
    ['已开', 1],
    ['已寄', 0],
    ['红冲', 0],
  ]);
  // The other filters count too; the state chosen does not narrow the counts beside it.
  expect(
    await counts({ status: 'open', type: 'invoice', platform: 'jd', standing: 'toIssue' }),
  ).toContainEqual(['待确认', 0]);
  const shown = (standing?: string) =>
    listShownCaseIds({ status: 'open', type: 'invoice', standing }, 'createdAt');
  expect(await shown('toConfirm')).toEqual([fresh]);
  expect(await shown('toIssue')).toEqual([logged]);
  expect(await shown('issued')).toEqual([issued]);
  expect(await shown('voided')).toEqual([]);
  expect(await shown()).toHaveLength(3);
  await setCaseStatus(issued, 'closed', noon + minute);
  expect(await shown('issued')).toEqual([]);
  expect(await counts({ status: 'closed', type: 'invoice' })).toContainEqual(['已开', 1]);
});

test('R104 a type whose procedure knows no states has none, and neither has the list of all types', async () => {
  const id = await start({ type: 'refundOnly' });
  expect(await readStanding(id)).toBeNull();
  expect(await counts({ status: 'open', type: 'refundOnly' })).toEqual([]);
  expect(await counts({ status: 'open' })).toEqual([]);
});

test('1S the list is narrowed to a type of the seller’s own, which its history names', async () => {
  const like = shippedPlaybooks.find(({ key }) => key === 'invoice');
  if (like === undefined) throw new Error('no invoice');
  await savePlaybooks([{ ...like, key: 'own-card', name: { zh: '礼品卡开票', en: 'Gift card' } }], noon);
  const plain = await start({ type: 'invoice' });
  const own = await start({ type: 'invoice', playbook: 'own-card' });
  expect(
    await listShownCaseIds({ status: 'open', type: 'invoice', playbook: 'own-card' }, 'nextSort'),
  ).toEqual([own]);
  expect(await listShownCaseIds({ status: 'open', type: 'invoice' }, 'nextSort')).toHaveLength(2);
  expect(await counts({ status: 'open', type: 'invoice', playbook: 'own-card' })).toContainEqual([
    '待确认',
    1,
  ]);
  expect((await listEvents(own))[0]?.data).toMatchObject({ playbook: 'own-card' });
  expect((await listEvents(plain))[0]?.data).not.toHaveProperty('playbook');
});
