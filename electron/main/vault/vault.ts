import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors';
import type {
  AppendRequest,
  AppendResult,
  OwnVaultStatus,
  VaultObjectRequest,
  VaultOffer,
  VaultTrouble,
  VerifyReport,
} from '#shared/vault/exchange';
import { type JournalEntry, readMark } from '#shared/vault/journal';
import type { Clock } from '../clock';
import { freeBytes } from '../files/free-space';
import type { Transfers } from '../files/transfers';
import type { JournalSeal } from '../lock/journal-seal';
import { type JsonFile, jsonFile } from '../json-file';
import { errorKind, type Log } from '../log';
import { forgetOld } from './forget';
import { type Journal, listJournal, openJournal, readJournalEnd } from './journal-file';
import { type ObjectStore, openObjectStore } from './object-store';
import { findMissing, verifyVault } from './read-vault';
import { scanVault } from './scan-vault';
import { listSnapshots, type Pace } from './snapshot-file';
import { ensureFolder, isFolder, troubleOf, vaultNames } from './vault-folder';

const labelSchema = z.strictObject({
  format: z.literal('liudi-vault'),
  version: z.literal(1),
  storeId: z.string().nullable(),
  /** `none` until a full copy was begun; a vault counts as whole only when it is `done`. */
  baseline: z.enum(['none', 'begun', 'done']),
});
export type VaultLabel = z.infer<typeof labelSchema>;
const newLabel: VaultLabel = { format: 'liudi-vault', version: 1, storeId: null, baseline: 'none' };

export type VaultSummary = { readonly storeId: string | null; readonly lastSeq: number };

export type Vault = {
  readonly folder: string;
  readonly objects: ObjectStore;
  readonly offer: (request: VaultObjectRequest) => Promise<VaultOffer>;
  readonly append: (request: AppendRequest) => Promise<AppendResult>;
  readonly status: () => Promise<OwnVaultStatus>;
  /** Whether the last thing it was asked to keep could not be kept. */
  readonly isInTrouble: () => boolean;
  /** Reads everything again while others go on writing. */
  readonly verify: (pace?: Pace, onProgress?: (done: number, total: number) => void) => Promise<VerifyReport>;
  /** Everything has to be written into it once more, for instance because the lock went; also after a restart. */
  readonly copyAnew: () => Promise<void>;
  /** Whose vault it is and how far it goes, without making one; null when there is none. */
  readonly summary: () => Promise<VaultSummary | null>;
  /** What comes next goes to a new journal file. */
  readonly roll: () => Promise<void>;
  /** Asks the window for a full copy: something here is not what it should be. */
  readonly markDamaged: () => void;
  /** Removes what only lines before the newest full copy hold. @throws AppError when there is no whole copy */
  readonly forget: () => ReturnType<typeof forgetOld>;
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly folder: string;
  readonly transfers: Transfers;
  readonly clock: Clock;
  readonly log: Log;
  /** Keeps the last check across runs. */
  readonly verifiedFile: JsonFile<VerifyReport | null>;
  readonly seal: JournalSeal;
  /** Bytes that originals leave free on the disk: the database lies there too, and breaks when nothing is left. */
  readonly reserve?: () => Promise<number>;
};

const faultOfSender: ReadonlySet<string> = new Set(['cancelled', 'hashMismatch', 'notFound']);

const uploadLifetimeMs = 10 * 60 * 1000;

type Open = { readonly journal: Journal; label: VaultLabel };

/** One vault folder. Requests are answered one after another; a failed one closes the journal, the next opens it. */
export function openVault({ folder, transfers, clock, log, verifiedFile, seal, reserve }: Parts): Vault {
  const objects = openObjectStore(path.join(folder, vaultNames.objects), seal.objects);
  const labelFile = jsonFile({
    path: path.join(folder, vaultNames.label),
    schema: labelSchema,
    empty: newLabel,
    log,
  });
  let opened: Open | null = null;
  let trouble: VaultTrouble | null = null;
  /** Of the last file that was streamed here; these go past the line of requests. */
  let uploadTrouble: VaultTrouble | null = null;
  let verified: VerifyReport | null | undefined;
  /** Set by a check that found damage: a full copy heals it. */
  let damaged = false;
  let line: Promise<unknown> = Promise.resolve();

  /** Runs one thing at a time and remembers what is wrong with the disk. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(async () => {
      try {
        const result = await work();
        trouble = null;
        return result;
      } catch (error) {
        trouble = troubleOf(error);
        const last = opened;
        opened = null;
        await last?.journal.close().catch(() => undefined);
        log('warn', `vault: ${trouble} (${errorKind(error)})`);
        throw asAppError(error, trouble);
      }
    });
    line = turn.catch(() => undefined);
    return turn;
  }

  /** A label that was lost is made again from what lies here: nothing may be added to another shop's vault. */
  async function readLabel(): Promise<VaultLabel> {
    const label = await labelFile.read();
    if (label.storeId !== null) return label;
    const { storeId } = await scanVault(folder);
    return { ...label, storeId };
  }

  async function ready(storeId: string): Promise<Open> {
    if (opened !== null && !(await opened.journal.isStillThere())) {
      await opened.journal.close().catch(() => undefined);
      opened = null;
    }
    if (opened === null) {
      await ensureFolder(folder);
      const label = await readLabel();
      const journal = await openJournal(path.join(folder, vaultNames.journal));
      if (journal.problems.some(({ reason }) => reason !== 'torn')) damaged = true;
      opened = { journal, label };
    }
    if (opened.label.storeId !== null && opened.label.storeId !== storeId) {
      throw new AppError('writeFailed', { reason: 'foreign' });
    }
    return opened;
  }

  async function endOf(): Promise<number> {
    return (opened?.journal.chain() ?? (await readJournalEnd(path.join(folder, vaultNames.journal)))).seq;
  }

  async function relabel(open: Open, change: Partial<VaultLabel>): Promise<void> {
    open.label = { ...open.label, ...change };
    await labelFile.write(open.label);
  }

  return {
    folder,
    objects,
    offer: (request) =>
      inTurn(async () => {
        const { journal, label } = await ready(request.storeId);
        const lastSeq = journal.chain().seq;
        const needsBaseline = label.baseline !== 'done' || request.acked > lastSeq || damaged;
        const uploads: { sha256: string; url: string }[] = [];
        let needed = (await reserve?.()) ?? 0;
        for (const expected of request.objects) {
          const { sha256, size } = expected;
          if ((await objects.size(sha256)) === size) continue;
          needed += size;
          // A sealed file must never lie in a vault without the wrapped key that opens it.
          await seal.leaveKey(folder);
          const { path: file, seal: sealer } = await objects.target(sha256);
          const target = {
            path: file,
            options: { expected, mode: 0o600, seal: sealer },
            settled: (error: AppError | null) => {
              // Neither a seller who closes the window nor bytes altered before they came are the disk's fault.
              if (error === null) uploadTrouble = null;
              else if (!faultOfSender.has(error.code)) uploadTrouble = troubleOf(error);
            },
          };
          uploads.push({ sha256, url: transfers.open(target, uploadLifetimeMs).url });
        }
        const free = reserve === undefined || uploads.length === 0 ? null : await freeBytes(folder);
        if (free !== null && free < needed) throw new AppError('storageFull', { reason: 'reserve' });
        return { lastSeq, needsBaseline, uploads };
      }),
    append: (request) =>
      inTurn(async () => {
        const open = await ready(request.storeId);
        const entries = request.entries.map(toEntry);
        const missing = await findMissing(objects, entries);
        if (missing.length > 0) throw new AppError('notFound', { what: 'object' });
        const marks = entries.flatMap((entry) => readMark(entry) ?? []);
        if (marks.some(({ baseline }) => baseline === 'begun')) {
          await relabel(open, { storeId: request.storeId, baseline: 'begun' });
        }
        await seal.leaveKey(folder);
        await open.journal.append(entries.map(seal.seal));
        if (marks.at(-1)?.baseline === 'done') {
          damaged = false;
          await relabel(open, { baseline: 'done' });
        }
        return { lastSeq: open.journal.chain().seq };
      }),
    isInTrouble: () => trouble !== null || uploadTrouble !== null,
    status: async () => ({
      folder,
      trouble: trouble ?? uploadTrouble,
      lastSeq: opened?.journal.chain().seq ?? 0,
      freeBytes: (await freeBytes(folder)) ?? (await freeBytes(path.dirname(folder))),
      verified: (verified ??= await verifiedFile.read().catch(() => null)),
    }),
    verify: async (pace, onProgress) => {
      const { storeId, lastSeq } = await inTurn(async () => {
        if (!(await isFolder(folder))) throw new AppError('writeFailed', { reason: 'missing' });
        return { storeId: (await readLabel()).storeId, lastSeq: await endOf() };
      });
      const { healed, ...report } = await verifyVault(folder, objects, {
        at: clock.now(),
        upTo: lastSeq,
        storeId,
        ...(pace === undefined ? {} : { pace }),
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      verified = report;
      await verifiedFile.write(report).catch(() => undefined);
      if (!healed) damaged = true;
      return report;
    },
    copyAnew: async () => {
      damaged = true;
      // Best effort: where the disk is gone there is nothing to remember it in.
      await inTurn(async () => {
        const label = opened?.label ?? (await labelFile.read());
        if (label.storeId !== null && label.baseline === 'done') {
          const next = { ...label, baseline: 'none' as const };
          if (opened !== null) opened.label = next;
          await labelFile.write(next);
        }
      }).catch(() => undefined);
    },
    summary: () =>
      inTurn(async () => {
        const newest = (await listSnapshots(path.join(folder, vaultNames.snapshots)))[0];
        const journals = await listJournal(path.join(folder, vaultNames.journal));
        if (journals.length === 0 && newest === undefined) return null;
        const lastSeq = Math.max(await endOf(), newest?.seq ?? 0);
        return lastSeq === 0 ? null : { storeId: (await readLabel()).storeId, lastSeq };
      }),
    roll: () => inTurn(async () => opened?.journal.roll()),
    markDamaged: () => {
      damaged = true;
    },
    forget: () =>
      inTurn(async () => {
        await opened?.journal.close();
        opened = null;
        return forgetOld(folder, objects);
      }),
    close: async () => {
      await line;
      await opened?.journal.close();
      opened = null;
    },
  };
}

function toEntry({ row, ...entry }: AppendRequest['entries'][number]): JournalEntry {
  try {
    return { ...entry, row: row === null ? null : (JSON.parse(row) as unknown) };
  } catch (error) {
    throw new AppError('invalidInput', { what: 'row' }, error);
  }
}

function asAppError(error: unknown, trouble: VaultTrouble): AppError {
  if (error instanceof AppError) return error;
  return new AppError(trouble === 'full' ? 'storageFull' : 'writeFailed', { reason: trouble }, error);
}
