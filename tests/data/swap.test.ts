import { freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { listCommitmentsOfCase } from '../../renderer/data/commitment-repository';
import { readMoneyOfCase } from '../../renderer/data/money-repository';
import { keepSwap } from '../../renderer/data/swap-repository';
import { beginUndo, newestStep, undoStep } from '../../renderer/data/undo/undo-repository';
import { ownFen } from '#shared/domain/cost';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

const swap = { oldFen: 10_000, newFen: 12_000, quantity: 2, outFen: 1200, backFen: 1000 } as const;

test('R15 what the buyer adds stands in the money as the buyer’s, and only freight of ours is a loss', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'exchange' }), noon);
  await keepSwap(id, { ...swap, outBy: 'buyer', backBy: 'buyer' }, '换蓝色', noon);
  const { costs } = await readMoneyOfCase(id);
  expect(costs).toMatchObject([{ kind: 'surcharge', amountFen: 5200, bearer: 'buyer', note: '换蓝色' }]);
  expect(ownFen(costs)).toBe(0);
  await keepSwap(id, { ...swap, outBy: 'shop', backBy: 'buyer' }, '', noon);
  expect(ownFen((await readMoneyOfCase(id)).costs)).toBe(1200);
  expect(await listCommitmentsOfCase(id)).toEqual([]);
});

test('R15 what the buyer gets back is a promise that waits for the return; taken back in one step', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'exchange' }), noon);
  await beginUndo();
  await keepSwap(id, { ...swap, newFen: 5000, outBy: 'shop', backBy: 'shop' }, '换小号', noon);
  expect(await listCommitmentsOfCase(id)).toMatchObject([
    { kind: 'refund', amountFen: 11_000, trigger: 'returnArrived', state: 'open', text: '换小号' },
  ]);
  expect(ownFen((await readMoneyOfCase(id)).costs)).toBe(2200);
  await undoStep((await newestStep())?.id ?? '', noon);
  expect((await readMoneyOfCase(id)).costs).toEqual([]);
  expect(await listCommitmentsOfCase(id)).toEqual([]);
});
