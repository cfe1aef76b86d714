import { createHash } from 'node:crypto';
import path from 'node:path';
import { createTransfers } from '../../../../electron/main/files/transfers';
import type { JournalSeal } from '../../../../electron/main/lock/journal-seal';
import { scanVault } from '../../../../electron/main/vault/scan-vault';
import { openVault, type Vault } from '../../../../electron/main/vault/vault';
import type { AppendRequest, VerifyReport } from '#shared/vault/exchange';
import { markTable } from '#shared/vault/journal';
import { noSeal } from '../../../helpers/no-seal';

export const storeId = '01KAJ8Z0000000000000000000';
export const start = Date.parse('2026-11-22T00:00:00Z');

type Entry = AppendRequest['entries'][number];

export type FilledVault = {
  readonly folder: string;
  readonly vault: Vault;
  /** Writes rows (`null` deletes), each with the next number. */
  readonly put: (rows: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Stores a file and the row that names it. @returns its hash */
  readonly file: (text: string) => Promise<string>;
  readonly seq: () => number;
};

/** A real vault on the disk, with a full copy begun and done. */
export async function fillVault(
  folder: string,
  id: string = storeId,
  seal: JournalSeal = noSeal,
): Promise<FilledVault> {
  const clock = { now: () => start, elapsed: () => 0 };
  const transfers = createTransfers(clock);
  let kept: VerifyReport | null = null;
  const verifiedFile = {
    read: () => Promise.resolve(kept),
    write: (report: VerifyReport | null) => {
      kept = report;
      return Promise.resolve();
    },
  };
  const vault = openVault({ folder, transfers, clock, log: () => undefined, verifiedFile, seal });
  let seq = 0;
  const entry = (table: string, key: string, row: unknown): Entry => ({
    seq: (seq += 1),
    time: start,
    table,
    key,
    op: row === null ? 'delete' : 'put',
    row: row === null ? null : JSON.stringify(row),
  });
  const append = async (...entries: Entry[]): Promise<void> => {
    await vault.append({ storeId: id, entries });
  };
  const mark = (baseline: 'begun' | 'done') => entry(markTable, 'baseline', { baseline, storeId: id });
  await append(
    mark('begun'),
    entry('settings', 'schemaNumber', { key: 'schemaNumber', value: 3 }),
    mark('done'),
  );
  return {
    folder,
    vault,
    put: (rows) => append(...Object.entries(rows).map(([key, row]) => entry('cases', key, row))),
    file: async (text) => {
      const sha256 = createHash('sha256').update(text).digest('hex');
      const size = Buffer.byteLength(text);
      const { uploads } = await vault.offer({ storeId: id, acked: 0, objects: [{ sha256, size }] });
      const token = uploads[0]?.url.split('/').at(-1);
      if (token !== undefined) await transfers.receive(token, [Buffer.from(text)]);
      await append(entry('blobs', sha256, { sha256, size, mime: 'image/jpeg' }));
      return sha256;
    },
    seq: () => seq,
  };
}

/** Every row the vault gives back, by table and key. */
export async function rowsOf(
  root: string,
  options: Parameters<typeof scanVault>[1] = {},
): Promise<Readonly<Record<string, unknown>>> {
  const all: Record<string, unknown> = {};
  for await (const { table, key, row } of (await scanVault(root, options)).rows()) {
    if (row !== null) all[`${table}/${String(key)}`] = row;
  }
  return all;
}

export const objectFile = (root: string, sha256: string): string =>
  path.join(root, 'objects', sha256.slice(0, 2), sha256);
