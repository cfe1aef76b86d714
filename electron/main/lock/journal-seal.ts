import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { LockSecret } from '#shared/ipc/contract';
import { objectTable } from '#shared/vault/exchange';
import { type JournalEntry, markTable } from '#shared/vault/journal';
import { writeTextAtomically } from '../files/atomic-write';
import { hasCode } from '../files/disk';
import { type AppLock, openWith } from './app-lock';
import { keysInside, keyOf, openBytes, sealBytes } from './data-key';
import { type LockData, lockSchema, type NamedKey } from './lock-file';
import { createObjectKeys, type ObjectKeys } from './object-keys';

/** A sealed change as it stands in the journal: key and row inside. `k` names the data key. */
type SealedRow = { readonly $sealed: string; readonly k: string };

/** Encrypts what the vault holds of the seller's rows and originals while the lock is on, and reads it again. */
export type JournalSeal = {
  /** The entry as it is written. The mirror's own marks and the list of files stay readable. */
  readonly seal: (entry: JournalEntry) => JournalEntry;
  /** The entry as it was; one whose key is not here comes back sealed, see {@link isSealedRow}. */
  readonly unseal: (entry: JournalEntry) => JournalEntry;
  /** Puts the wrapped key beside what is sealed with it: a vault must open on another computer too. */
  readonly leaveKey: (vaultFolder: string) => Promise<void>;
  /** Takes the keys out of a vault for this run. @throws AppError `wrongPassphrase`, `notFound` */
  readonly takeKeys: (vaultFolder: string, secret: LockSecret) => Promise<void>;
  /** Whether keys were taken out of a vault: then it holds what this lock's own key does not open. */
  readonly hasTaken: () => boolean;
  /** The lock is on and shut: nothing sealed can be read or written now. */
  readonly isShut: () => boolean;
  readonly objects: ObjectKeys;
  /** No original is sealed with an older key any more. */
  readonly forgetOlder: () => Promise<void>;
};

type Lock = Pick<AppLock, 'keyFor' | 'data' | 'isLocked' | 'olderKeys' | 'forgetOlder'>;

/** @param lock whose key seals; keys of other locks can be taken out of a vault */
export function createJournalSeal(lock: Lock): JournalSeal {
  const taken = new Map<string, Buffer>();
  const takenObjects: NamedKey[] = [];
  // The vault and the second one take turns: each has its own.
  const left = new Map<string, string>();

  return {
    seal: (entry) => {
      const own = lock.keyFor('journal');
      if (lock.isLocked()) throw new AppError('locked');
      if (own === null || entry.table === markTable || entry.table === objectTable) return entry;
      // The key of a row may be a buyer's name.
      const text = JSON.stringify({ key: entry.key, row: entry.row });
      const row: SealedRow = {
        $sealed: sealBytes(own.key, Buffer.from(text), entry.table).toString('base64'),
        k: own.name,
      };
      return { ...entry, key: '', row };
    },
    unseal: (entry) => {
      if (!isSealedRow(entry.row)) return entry;
      const own = lock.keyFor('journal');
      const { k, $sealed } = entry.row;
      const key = own?.name === k ? own.key : taken.get(k);
      if (key === undefined) return entry;
      const text = openBytes(key, Buffer.from($sealed, 'base64'), entry.table).toString('utf8');
      return { ...entry, ...(JSON.parse(text) as Pick<JournalEntry, 'key' | 'row'>) };
    },
    leaveKey: async (vaultFolder) => {
      const data = lock.data();
      if (data === null) return;
      const text = JSON.stringify({ ...data, wrongTries: 0 });
      if (left.get(vaultFolder) === text) return;
      await writeTextAtomically(path.join(vaultFolder, `lock-${data.keyName}.json`), text);
      left.set(vaultFolder, text);
    },
    takeKeys: async (vaultFolder, secret) => {
      const found = await locksIn(vaultFolder);
      if (found.length === 0) throw new AppError('notFound', { what: 'lock' });
      let opened = false;
      for (const data of found) {
        const key = await openWith(data, secret);
        if (key === null) continue;
        taken.set(data.keyName, keyOf(key, 'journal'));
        takenObjects.push({ name: data.keyName, key: keyOf(key, 'objects') }, ...keysInside(data, key));
        opened = true;
      }
      if (!opened) throw new AppError('wrongPassphrase', { seconds: 0 });
    },
    hasTaken: () => taken.size > 0,
    isShut: () => lock.isLocked(),
    objects: createObjectKeys(lock, () => takenObjects),
    forgetOlder: () => lock.forgetOlder(),
  };
}

/** Whether a row of the journal could not be read without its key. */
export function isSealedRow(row: unknown): row is SealedRow {
  return typeof row === 'object' && row !== null && '$sealed' in row && 'k' in row;
}

async function locksIn(folder: string): Promise<readonly LockData[]> {
  const found: LockData[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (!/^lock-[0-9a-f]{16}\.json$/.test(name)) continue;
    try {
      found.push(lockSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8'))));
    } catch (error) {
      if (hasCode(error, ['EIO'])) throw error;
    }
  }
  return found;
}
