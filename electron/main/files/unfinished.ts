import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errorKind, type Log } from '../log';
import { unfinishedEnding } from './atomic-write';

/** Removes half-written files a crash left in our own folder; nobody else writes there (B, "Atomic files"). */
export async function removeUnfinished(folder: string, log: Log): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      if (name.endsWith(unfinishedEnding)) await unlink(path.join(folder, name));
    }
  } catch (error) {
    log('warn', `left-overs not removed (${errorKind(error)})`);
  }
}
