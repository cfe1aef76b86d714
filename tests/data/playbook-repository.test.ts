import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase, updateCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import {
  acknowledgeShipped,
  dropPlaybook,
  listOwnPlaybooks,
  listPlaybooks,
  newPlaybookKey,
  savePlaybook,
  savePlaybooks,
} from '../../renderer/data/playbook-repository';
import { database } from '../../renderer/data/database';
import { addStep, asOwnType, removeStep } from '#shared/domain/playbook-edit';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

const shipped = shippedPlaybooks[0];
if (shipped === undefined) throw new Error('nothing shipped');
const title = { zh: '先打电话', en: 'Phone first' };

test('a copy wins over the shipped procedure until it is dropped, and remembers what it was made from', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'unshippedRefund' }), noon);
  await savePlaybook(removeStep(shipped, 'where'), noon);
  expect((await readWalk(id))?.walk.next?.step.id).not.toBe('where');
  expect((await listOwnPlaybooks())[0]?.base).toEqual(shipped);
  await dropPlaybook('unshippedRefund');
  expect((await readWalk(id))?.walk.next?.step.id).toBe('where');
});

test('a case type of one’s own is walked, and its cases fall back when it is removed', async () => {
  const key = newPlaybookKey(noon);
  await savePlaybook(addStep(asOwnType(shipped, key, title), 'ask', 'note', title), noon);
  expect((await listPlaybooks()).map((one) => one.key)).toHaveLength(21);
  const { id } = await createCase(makeCaseInput({ type: 'unshippedRefund', playbook: key }), noon);
  expect((await readWalk(id))?.playbook.key).toBe(key);
  await dropPlaybook(key);
  expect((await readWalk(id))?.playbook.key).toBe('unshippedRefund');
});

test('going back to a shipped type leaves no trace of the own one but in the history', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'unshippedRefund', playbook: 'own-x' }), noon);
  await updateCase(id, { type: 'exchange', playbook: '' }, noon);
  const item = await getCase(id);
  expect(item).toMatchObject({ type: 'exchange' });
  expect(item).not.toHaveProperty('playbook');
});

test('the comparison with the shipped one starts anew once it was looked at', async () => {
  await savePlaybook(shipped, noon);
  const old = { ...shipped, steps: shipped.steps.slice(1) };
  await database().playbooks.update(shipped.key, { base: old });
  await acknowledgeShipped(shipped.key);
  expect((await listOwnPlaybooks())[0]?.base).toEqual(shipped);
});

test('several are kept all or none', async () => {
  const broken = { ...shipped, stages: [] };
  await expect(savePlaybooks([shipped, broken], noon)).rejects.toMatchObject({ code: 'invalidInput' });
  expect(await listOwnPlaybooks()).toEqual([]);
});
