import { day, freshDatabase, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, listCaseIds, setCaseStatus } from '../../renderer/data/case-repository';
import { countQueues } from '../../renderer/data/case-queues';
import { recordEvent } from '../../renderer/data/deadline-repository';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

test('R59 the three queues count the open cases, and filter the list together with its other filters', async () => {
  const applied = { 'aftersale.applied': noon - day };
  const [one, two, three] = [
    await createCase(makeCaseInput({ events: applied }), noon),
    await createCase(makeCaseInput({ events: applied, platform: 'taobao' }), noon),
    await createCase(makeCaseInput({ events: applied }), noon),
  ];
  await createCase(makeCaseInput(), noon);
  expect(await countQueues()).toEqual({ pending: 3, refused: 0, receiving: 0, lapsed: 0, unannounced: 0 });
  await recordEvent(one.id, 'aftersale.refused', noon, noon);
  await recordEvent(two.id, 'return.waybill_entered', noon, noon);
  expect(await countQueues()).toEqual({ pending: 1, refused: 1, receiving: 1, lapsed: 0, unannounced: 0 });
  expect(await listCaseIds({ status: 'open', queue: 'refused' }, 'createdAt')).toEqual([one.id]);
  expect(await listCaseIds({ status: 'open', queue: 'receiving' }, 'nextSort')).toEqual([two.id]);
  expect(await listCaseIds({ status: 'open', queue: 'receiving', platform: 'pdd' }, 'nextSort')).toEqual([]);
  await setCaseStatus(three.id, 'closed', noon);
  expect(await countQueues()).toEqual({ pending: 0, refused: 1, receiving: 1, lapsed: 0, unannounced: 0 });
});
