import { freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { lastSavedAt } from '../../renderer/data/last-saved';
import { addNote } from '../../renderer/data/note-repository';
import { makeCaseInput } from '../helpers/make-case-input';

freshDatabase();

test('the footer says when the newest record was written, and nothing in an empty shop', async () => {
  const later = noon + 100 * 365 * 24 * hour;
  expect(await lastSavedAt()).toBeNull();
  const item = await createCase(makeCaseInput(), later);
  expect(await lastSavedAt()).toBe(later);
  const { id: caseId, platform, orderNo } = item;
  await addNote({ caseId, platform, orderNo, text: 'a', flag: 'none', sample: false }, later + hour);
  expect(await lastSavedAt()).toBe(later + hour);
});
