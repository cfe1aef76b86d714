import { day, freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, setCaseStatus } from '../../renderer/data/case-repository';
import { countOverdue } from '../../renderer/data/overdue-count';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

test('R7 the number beside Today is that of its overdue rows, and follows the clock', async () => {
  await createCase(makeCaseInput({ nextActionAt: noon + hour }), noon);
  const closed = await createCase(makeCaseInput({ nextActionAt: noon + hour }), noon);
  await setCaseStatus(closed.id, 'closed', noon);
  await createCase(
    makeCaseInput({ platform: 'pdd', type: 'refundOnly', events: { 'aftersale.applied': noon - 47 * hour } }),
    noon,
  );
  expect(await countOverdue(noon)).toBe(0);
  expect(await countOverdue(noon + 90 * 60_000)).toBe(2);
  expect(await countOverdue(noon + 30 * day)).toBe(2);
});
