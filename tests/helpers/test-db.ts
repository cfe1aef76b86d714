import { database, openDatabase } from '../../renderer/data/database';
import { prepareTimeline } from '../../renderer/data/timeline-repository';

let count = 0;

/** Opens a fresh, empty database under a name of its own. */
export async function openTestDatabase(): Promise<void> {
  count += 1;
  await prepareTimeline();
  await openDatabase(`liudi-test-${count}`);
}

/** Closes and removes the database of the test that just ended. */
export async function closeTestDatabase(): Promise<void> {
  await database().delete();
}
