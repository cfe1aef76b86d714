import path from 'node:path';
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writeTextAtomically } from '../files/atomic-write';
import { hasCode } from '../files/disk';
import { wrapSchema } from './key-wrap';

/**
 * Keys of locks before that are kept. Whoever turns the lock on and off more often while the second vault is not
 * plugged in loses the oldest; what that sealed there counts as missing and is copied again.
 */
export const mostOlder = 20;

const keyName = z.string().regex(/^[0-9a-f]{16}$/);

export const lockSchema = z.strictObject({
  version: z.literal(1),
  /** Minutes without a touch of the computer until it locks; 0 for never. */
  idleMinutes: z.number().int().min(0).max(240),
  /** Names the data key: what it sealed carries the same name. */
  keyName,
  /** Whether the rows are sealed with it, or on the way there or back; see renderer/data/cipher. */
  rows: z.enum(['sealing', 'sealed', 'opening']),
  /** Since the last right one; written before each try, so that killing the app does not take it back. */
  wrongTries: z.number().int().min(0),
  passphrase: wrapSchema,
  recovery: wrapSchema,
  /** Keys of locks before this one that originals are still sealed with, each sealed with this lock's data key. */
  older: z
    .array(z.strictObject({ name: keyName, sealed: z.base64().max(200) }))
    .max(20)
    .optional(),
});
export type LockData = z.infer<typeof lockSchema>;

const leftSchema = z.array(z.strictObject({ name: keyName, key: z.base64().max(64) })).max(mostOlder);

/** A key with the name of the data key it comes from. */
export type NamedKey = { readonly name: string; readonly key: Buffer };

export type LockFile = {
  /** Null when no lock is set; `damaged` when there is one that cannot be read: that must not open the app. */
  readonly read: () => Promise<LockData | 'damaged' | null>;
  /** Resolves when both copies are on the disk. @throws AppError `storageFull`, `writeFailed` */
  readonly write: (data: LockData) => Promise<void>;
  readonly remove: () => Promise<void>;
  /**
   * Keys of originals in the vault that a lock left sealed when it went, in the clear: there until they are open too,
   * which a crash may put off. They open nothing but originals.
   */
  readonly readLeft: () => Promise<readonly NamedKey[]>;
  /** None removes the file. */
  readonly writeLeft: (keys: readonly NamedKey[]) => Promise<void>;
};

/** `lock.json` and its copy: one that a crash or a bad sector damaged must not shut the seller out. */
export function openLockFile(dataFolder: string): LockFile {
  const files = ['lock.json', 'lock-copy.json'].map((name) => path.join(dataFolder, name));
  const leftFile = path.join(dataFolder, 'lock-left.json');
  return {
    readLeft: async () => {
      try {
        const left = leftSchema.parse(JSON.parse(await readFile(leftFile, 'utf8')));
        return left.map(({ name, key }) => ({ name, key: Buffer.from(key, 'base64') }));
      } catch (error) {
        if (hasCode(error, ['EIO'])) throw error;
        return [];
      }
    },
    writeLeft: async (keys) => {
      if (keys.length === 0) await rm(leftFile, { force: true });
      else {
        const text = keys.map(({ name, key }) => ({ name, key: key.toString('base64') }));
        await writeTextAtomically(leftFile, JSON.stringify(text));
      }
    },
    read: async () => {
      let damaged = false;
      let newest: LockData | null = null;
      for (const file of files) {
        try {
          const data = lockSchema.parse(JSON.parse(await readFile(file, 'utf8')));
          // A copy put back by hand must not give tries back.
          newest ??= data;
          if (data.wrongTries > newest.wrongTries) newest = { ...newest, wrongTries: data.wrongTries };
        } catch (error) {
          if (!hasCode(error, ['ENOENT'])) damaged = true;
        }
      }
      return newest ?? (damaged ? 'damaged' : null);
    },
    write: async (data) => {
      for (const file of files) await writeTextAtomically(file, JSON.stringify(data));
    },
    remove: async () => {
      for (const file of files) await rm(file, { force: true });
    },
  };
}
