import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { createTransfers } from '../../../../electron/main/files/transfers';
import { scanVault } from '../../../../electron/main/vault/scan-vault';
import { openVault } from '../../../../electron/main/vault/vault';
import type { AppendRequest } from '#shared/vault/exchange';
import { markTable } from '#shared/vault/journal';
import { mountSmallDisk } from '../../../helpers/small-disk';
import { storeId } from './filled-vault';
import { noSeal } from '../../../helpers/no-seal';

vi.setConfig({ testTimeout: 60_000 });

const disk = mountSmallDisk(3);
const roomy = mountSmallDisk(4);
const clock = { now: () => 1_000, elapsed: () => 0 };

test.runIf(disk !== null)(
  'a vault on a disk that is full or write-protected says so, keeps what it has, and catches up without a restart',
  async () => {
    if (disk === null) return;
    const folder = path.join(disk.folder, 'Liudi', 'Vault');
    const transfers = createTransfers(clock);
    const verifiedFile = { read: () => Promise.resolve(null), write: () => Promise.resolve() };
    const vault = openVault({ folder, transfers, clock, log: () => undefined, verifiedFile, seal: noSeal });
    let seq = 0;
    const row = (table: string, key: string, value: unknown): AppendRequest['entries'][number] => ({
      seq: (seq += 1),
      time: 0,
      table,
      key,
      op: 'put',
      row: JSON.stringify(value),
    });
    const append = (...entries: AppendRequest['entries']) => vault.append({ storeId, entries });
    const trouble = async () => (await vault.status()).trouble;
    const sendPhoto = async (bytes: Buffer): Promise<void> => {
      const object = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
      const { uploads } = await vault.offer({ storeId, acked: 0, objects: [object] });
      await transfers.receive(uploads[0]?.url.split('/').at(-1) ?? '', [bytes]);
    };
    try {
      const mark = (baseline: string) => row(markTable, 'baseline', { baseline, storeId });
      await append(mark('begun'), row('cases', 'a', {}), mark('done'));
      disk.fill(300_000);
      const photo = randomBytes(900_000);
      await expect(sendPhoto(photo)).rejects.toMatchObject({ code: 'storageFull' });
      expect(await trouble()).toBe('full');
      disk.fill(0);
      const long = row('cases', 'b', { text: '字'.repeat(200_000) });
      await expect(append(long)).rejects.toMatchObject({ code: 'storageFull' });
      expect(await trouble()).toBe('full');
      // What was cut off in the middle of a line is no damage, and the same change goes over when there is room.
      expect(await scanVault(folder)).toMatchObject({ lastSeq: 3, badLines: [], complete: true });
      disk.free();
      await sendPhoto(photo);
      expect(await append(long)).toEqual({ lastSeq: 4 });
      expect(await trouble()).toBeNull();
      await vault.close();
      execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
      await expect(append(row('cases', 'c', {}))).rejects.toMatchObject({ code: 'writeFailed' });
      expect(await trouble()).toBe('readOnly');
      // It can still be read: a rebuild needs no writing.
      expect(await vault.summary()).toEqual({ storeId, lastSeq: 4 });
      execFileSync('mount', ['-o', 'remount,rw', disk.folder]);
      expect(await append({ ...row('cases', 'c', {}), seq: 5 })).toEqual({ lastSeq: 5 });
      expect(await trouble()).toBeNull();
      expect(await scanVault(folder)).toMatchObject({ lastSeq: 5, badLines: [], complete: true });
    } finally {
      await vault.close().catch(() => undefined);
      disk.remove();
    }
  },
);

test.runIf(roomy !== null)(
  'beside the database originals leave it room to write; lines still come in, and the rest follows',
  async () => {
    if (roomy === null) return;
    const folder = path.join(roomy.folder, 'Liudi', 'Vault');
    const transfers = createTransfers(clock);
    const verifiedFile = { read: () => Promise.resolve(null), write: () => Promise.resolve() };
    const reserve = () => Promise.resolve(1_000_000);
    const vault = openVault({
      folder,
      transfers,
      clock,
      log: () => undefined,
      verifiedFile,
      seal: noSeal,
      reserve,
    });
    const objects = [{ sha256: 'a'.repeat(64), size: 400_000 }];
    const mark = (seq: number, baseline: string) => ({
      seq,
      time: 0,
      table: markTable,
      key: 'baseline',
      op: 'put' as const,
      row: JSON.stringify({ baseline, storeId }),
    });
    try {
      await vault.append({ storeId, entries: [mark(1, 'begun'), mark(2, 'done')] });
      roomy.fill(1_200_000);
      await expect(vault.offer({ storeId, acked: 2, objects })).rejects.toMatchObject({
        code: 'storageFull',
      });
      expect((await vault.status()).trouble).toBe('full');
      await expect(vault.offer({ storeId, acked: 2, objects: [] })).resolves.toMatchObject({ uploads: [] });
      roomy.fill(1_800_000);
      expect((await vault.offer({ storeId, acked: 2, objects })).uploads).toHaveLength(1);
      expect((await vault.status()).trouble).toBeNull();
    } finally {
      await vault.close().catch(() => undefined);
      roomy.remove();
    }
  },
);
