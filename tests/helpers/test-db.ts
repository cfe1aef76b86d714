import { dropCaseLines } from '../../renderer/data/case-lines';
import { database, openDatabase } from '../../renderer/data/database';
import { takeRowKeys } from '../../renderer/data/cipher/current-cipher';
import { prepareTimeline } from '../../renderer/data/timeline-repository';
import { rowKeys } from './row-keys';

let count = 0;

/** Opens a fresh, empty database under a name of its own. */
export async function openTestDatabase(): Promise<void> {
  count += 1;
  await prepareTimeline();
  // `SEALED=1 npx vitest … --project data`: every data test has to pass with the app lock's encryption as well.
  await takeRowKeys(process.env['SEALED'] === '1' ? rowKeys() : null);
  await openDatabase(`liudi-test-${count}`);
}

/** Closes and removes the database of the test that just ended. */
export async function closeTestDatabase(): Promise<void> {
  const db = database();
  await db.delete();
  // Else each database of the worker would go on listening to all that come after it.
  dropCaseLines(db.name);
}
