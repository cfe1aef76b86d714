import path from 'node:path';
import { AppError } from '#shared/errors';
import type { RebuildOffer } from '#shared/vault/exchange';
import type { Downloads } from '../files/downloads';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { listJournal } from './journal-file';
import { openObjectStore } from './object-store';
import type { ObjectKeys } from '../lock/object-keys';
import type { Unseal } from './scan-state';
import { scanVault, type VaultScan } from './scan-vault';
import { vaultNames } from './vault-folder';

const downloadLifetimeMs = 10 * 60 * 1000;

type Parts = {
  readonly root: string;
  /** The second vault, null when there is none. */
  readonly backup: string | null;
  readonly downloads: Downloads;
  readonly unseal: Unseal;
  readonly keys: ObjectKeys;
};

/** Whose shop is wanted. */
type Wanted = {
  /** The one that was here, as the sentinel knows it; null when it knows none. */
  readonly known: string | null;
  /** The seller said that another shop's vault is meant. */
  readonly anyShop: boolean;
};

/**
 * What both vaults together can give back: the newest sound snapshot of either, and the first one's journal after it.
 * @returns the offer, and whether the first vault has to be filled anew afterwards
 * @throws AppError `notFound` when there is nothing of the shop in either, `vaultLocked` when it lacks the passphrase
 */
export async function offerRebuild(
  { root, backup, downloads, unseal }: Omit<Parts, 'keys'>,
  { known, anyShop }: Wanted,
): Promise<{ readonly offer: Omit<RebuildOffer, 'noted'>; readonly lacking: boolean }> {
  // Whose shop it is, the first vault says where it has anything to say.
  const own = (await scanVault(root)).storeId;
  const foreign = !anyShop && known !== null && own !== null && own !== known;
  if (foreign && backup === null) throw new AppError('notFound', { what: 'vault' });
  const storeId = foreign ? known : own;
  const moreSnapshots = backup === null ? [] : [path.join(backup, vaultNames.snapshots)];
  const place = foreign && backup !== null ? backup : root;
  const scan = await scanVault(place, { moreSnapshots: foreign ? [] : moreSnapshots, storeId, unseal });
  if (scan.storeId === null && scan.lastSeq === 0) throw new AppError('notFound', { what: 'vault' });
  if (scan.locked) throw new AppError('vaultLocked');
  const { url } = downloads.open({ lines: rowLines(scan) }, downloadLifetimeMs);
  const fromBackup = scan.base !== null && backup !== null && scan.base.file.startsWith(backup + path.sep);
  return {
    offer: {
      storeId: scan.storeId ?? '',
      lastSeq: scan.lastSeq,
      complete: scan.complete,
      counts: scan.counts,
      badLines: scan.badLines,
      writtenAt: await writtenAt(place),
      fromBackup,
      rowsUrl: url,
    },
    lacking: fromBackup || !scan.complete,
  };
}

/** A file's one-time address, from where it lies; null when it is not there. */
export async function offerObject(
  { root, backup, downloads, keys }: Omit<Parts, 'unseal'>,
  sha256: string,
  from: 'vault' | 'backup',
): Promise<{ readonly url: string } | null> {
  const places = from === 'vault' ? [root, backup] : [backup];
  for (const place of places) {
    if (place === null) continue;
    const objects = openObjectStore(path.join(place, vaultNames.objects), keys);
    if ((await objects.size(sha256).catch(() => null)) === null) continue;
    const stream = () => Readable.toWeb(Readable.from(objects.read(sha256))) as ReadableStream<Uint8Array>;
    return downloads.open({ stream }, downloadLifetimeMs);
  }
  return null;
}

/** When the journal last grew, epoch ms; null without one. */
async function writtenAt(root: string): Promise<number | null> {
  const newest = (await listJournal(path.join(root, vaultNames.journal))).at(-1);
  return newest === undefined ? null : Math.round((await stat(newest)).mtimeMs);
}

/** The rows as JSON lines, read while they are sent. */
async function* rowLines(scan: VaultScan): AsyncGenerator<string> {
  for await (const { table, key, row } of scan.rows()) yield JSON.stringify({ table, key, row });
}
