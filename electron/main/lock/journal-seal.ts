import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors';
import type { LockSecret } from '#shared/ipc/contract';
import { objectTable } from '#shared/vault/exchange';
import { type JournalEntry, markTable } from '#shared/vault/journal';
import { writeTextAtomically } from '../files/atomic-write';
import { hasCode } from '../files/disk';
import { type AppLock, keyOf, openWith } from './app-lock';
import { type LockData, lockSchema } from './lock-file';

/** A sealed change as it stands in the journal: key and row inside. `k` names the data key. */
type SealedRow = { readonly $sealed: string; readonly k: string };

/** Encrypts what the vault's journal says of the seller's rows while the lock is on, and reads it again. */
export type JournalSeal = {
  /** The entry as it is written. The mirror's own marks and the list of files stay readable. */
  readonly seal: (entry: JournalEntry) => JournalEntry;
  /** The entry as it was; one whose key is not here comes back sealed, see {@link isSealedRow}. */
  readonly unseal: (entry: JournalEntry) => JournalEntry;
  /** Puts the wrapped key beside what is sealed with it: a vault must open on another computer too. */
  readonly leaveKey: (vaultFolder: string) => Promise<void>;
  /** Takes the keys out of a vault for this run. @throws AppError `wrongPassphrase`, `notFound` */
  readonly takeKeys: (vaultFolder: string, secret: LockSecret) => Promise<void>;
};

const nonceBytes = 12;
const tagBytes = 16;

/** @param lock whose key seals; keys of other locks can be taken out of a vault */
export function createJournalSeal(lock: Pick<AppLock, 'keyFor' | 'data'>): JournalSeal {
  const taken = new Map<string, Buffer>();
  let left = '';

  return {
    seal: (entry) => {
      const own = lock.keyFor('journal');
      if (own === null || entry.table === markTable || entry.table === objectTable) return entry;
      // The key of a row may be a buyer's name.
      const text = JSON.stringify({ key: entry.key, row: entry.row });
      const row: SealedRow = { $sealed: encrypt(own.key, text, entry.table), k: own.name };
      return { ...entry, key: '', row };
    },
    unseal: (entry) => {
      if (!isSealedRow(entry.row)) return entry;
      const own = lock.keyFor('journal');
      const { k, $sealed } = entry.row;
      const key = own?.name === k ? own.key : taken.get(k);
      if (key === undefined) return entry;
      return {
        ...entry,
        ...(JSON.parse(decrypt(key, $sealed, entry.table)) as Pick<JournalEntry, 'key' | 'row'>),
      };
    },
    leaveKey: async (vaultFolder) => {
      const data = lock.data();
      if (data === null) return;
      const text = JSON.stringify({ ...data, wrongTries: 0 });
      if (left === vaultFolder + text) return;
      await writeTextAtomically(path.join(vaultFolder, `lock-${data.keyName}.json`), text);
      left = vaultFolder + text;
    },
    takeKeys: async (vaultFolder, secret) => {
      const found = await locksIn(vaultFolder);
      if (found.length === 0) throw new AppError('notFound', { what: 'lock' });
      let opened = false;
      for (const data of found) {
        const key = await openWith(data, secret);
        if (key === null) continue;
        taken.set(data.keyName, keyOf(key, 'journal'));
        opened = true;
      }
      if (!opened) throw new AppError('wrongPassphrase', { seconds: 0 });
    },
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

function encrypt(key: Buffer, text: string, table: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(table));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64');
}

function decrypt(key: Buffer, sealed: string, table: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  cipher.setAAD(Buffer.from(table)).setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()]).toString(
    'utf8',
  );
}
