import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import { writeTextAtomically } from './files/atomic-write';
import { type Disk, hasCode } from './files/disk';
import { errorKind, type Log } from './log';

/** A small state file. Writes happen one after the other, in the order they were asked for. */
export type JsonFile<T> = {
  readonly read: () => Promise<T>;
  /** Resolves when the text is on the disk (fsynced). @throws AppError `storageFull`, `writeFailed` */
  readonly write: (value: T) => Promise<void>;
};

type Parts<T> = {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly empty: T;
  readonly log: Log;
  readonly disk?: Disk;
};

/**
 * State kept as JSON in one file. A file that cannot be read or understood is kept aside as
 * `<name>.damaged-<n>` and the state starts empty: the bytes stay for whoever can still use them.
 */
export function jsonFile<T>({ path, schema, empty, log, disk }: Parts<T>): JsonFile<T> {
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<T> {
    try {
      return schema.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (hasCode(error, ['ENOENT'])) return empty;
      log('error', `state file damaged, kept aside (${errorKind(error)})`);
      await keepAside(path, log);
      return empty;
    }
  }

  return {
    read,
    write: (value) => {
      const text = JSON.stringify(value);
      const write = last.then(() => writeTextAtomically(path, text, disk));
      last = write.catch(() => undefined);
      return write;
    },
  };
}

async function keepAside(path: string, log: Log): Promise<void> {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const aside = `${path}.damaged-${attempt}`;
    // Two damaged files are two pieces of evidence: never replace an earlier one.
    if (await exists(aside)) continue;
    try {
      await rename(path, aside);
    } catch (error) {
      log('error', `damaged state file could not be kept aside (${errorKind(error)})`);
    }
    return;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await readFile(path);
    return true;
  } catch (error) {
    return !hasCode(error, ['ENOENT']);
  }
}
