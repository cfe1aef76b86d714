import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];

afterEach(async () => {
  // A state file may still be on its way; only the asynchronous way looks into the folder again before each try.
  await Promise.all(
    made.splice(0).map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 10 })),
  );
});

/** A new empty folder, removed after the test. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'liudi-')));
  made.push(folder);
  return folder;
}
