import path from 'node:path';
import { AppError } from '#shared/errors';
import type { DrillReport, StoreFacts, UpkeepJob, UpkeepStatus, VerifyReport } from '#shared/vault/exchange';
import { vaultRules } from '#shared/vault/retention';
import type { SnapshotReason } from '#shared/vault/snapshot';
import type { Clock } from '../clock';
import type { JournalSeal } from '../lock/journal-seal';
import { errorKind, type Log } from '../log';
import { prepareBackup, runBackup } from './backup';
import { runDrill } from './drill';
import { slowPace } from './slow-pace';
import type { Pace, SnapshotPlace } from './snapshot-file';
import { createSealRound } from './seal-round';
import { compactJournal, rotateSnapshots, takeSnapshot } from './snapshots';
import { sweepUnfinished } from './sweep';
import { isDue, noUpkeep, rounds, upkeepFile, type UpkeepState } from './upkeep-state';
import type { Vault, VaultSummary } from './vault';
import { isFolder, troubleOf, vaultNames } from './vault-folder';

/** Who asked: the seller waits for it, the clock does not. */
type By = 'seller' | 'clock';

export type Upkeep = {
  /** Reads what is remembered; before anything else. */
  readonly load: () => Promise<void>;
  readonly state: () => UpkeepState;
  readonly status: () => UpkeepStatus;
  /** Brings originals to the form the lock wants, where they are not. Never throws. */
  readonly settle: () => Promise<void>;
  /** Begins what is due, at most one thing; called once a minute. Never throws. */
  readonly tick: () => Promise<void>;
  readonly backUp: (by?: By) => Promise<void>;
  readonly drill: (by?: By) => Promise<DrillReport>;
  readonly verify: (by?: By) => Promise<VerifyReport>;
  /**
   * A snapshot before newer code changes older data; with the lock on it needs the app unlocked. Never throws.
   * @returns whether one stands
   */
  readonly beforeMigration: () => Promise<boolean>;
  readonly pause: (paused: boolean) => void;
  /** The second folder is another one now, or none. */
  readonly backupChosen: () => Promise<void>;
  /** Breaks off what runs; resolves when it has let go of the disk. */
  readonly stop: () => Promise<void>;
};

type Parts = {
  readonly dataFolder: string;
  readonly vault: () => Vault;
  readonly backupFolder: () => string | null;
  readonly rememberBackup: (folder: string) => void;
  readonly seal: JournalSeal;
  /** What the sentinel knows of the database. */
  readonly facts: () => StoreFacts | null;
  /** Until the opened database was found sound, nothing is changed. */
  readonly isSound: () => boolean;
  readonly lastVerified: () => Promise<number | null>;
  readonly clock: Clock;
  readonly log: Log;
  readonly wait?: (ms: number) => Promise<void>;
};

/** Snapshots, second vault, check and drill: one at a time, in the background, out of the seller's way. */
export function createUpkeep(parts: Parts): Upkeep {
  const { dataFolder, vault, seal, clock, log } = parts;
  const wait = parts.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const file = upkeepFile(dataFolder, log);
  const stopping = new AbortController();
  let state = noUpkeep;
  let line: Promise<unknown> = Promise.resolve();
  let busy = false;
  const sealRound = createSealRound(parts);
  let notBefore = -Infinity;
  let running: UpkeepStatus = { job: null, done: 0, total: 0, paused: false };
  let goOn: () => void = () => undefined;
  let going: Promise<void> = Promise.resolve();

  async function note(change: Partial<UpkeepState>): Promise<void> {
    state = { ...state, ...change };
    await file.write(state).catch((error: unknown) => {
      log('warn', `upkeep not noted (${errorKind(error)})`);
    });
  }

  /** One job after the other. */
  function inTurn<T>(job: UpkeepJob, work: () => Promise<T>): Promise<T> {
    const turn = line.then(async () => {
      if (stopping.signal.aborted) throw new AppError('cancelled');
      running = { ...running, job, done: 0, total: 0 };
      busy = true;
      try {
        return await work();
      } finally {
        busy = false;
        running = { ...running, job: null };
      }
    });
    line = turn.catch(() => undefined);
    return turn;
  }

  const paceOf = (by: By): Pace =>
    slowPace(
      clock,
      by === 'seller' ? () => wait(0) : (worked) => wait(Math.min(worked * 3, 1000)),
      async () => {
        if (running.paused) await going;
        if (stopping.signal.aborted) throw new AppError('cancelled');
      },
    );

  const onProgress = (done: number, total: number): void => {
    running = { ...running, done, total };
  };

  async function requireVault(): Promise<VaultSummary & { readonly storeId: string }> {
    const summary = await vault().summary();
    if (summary?.storeId == null) throw new AppError('notFound', { what: 'vault' });
    return { ...summary, storeId: summary.storeId };
  }

  async function snapshot(reason: SnapshotReason, by: By): Promise<SnapshotPlace | null> {
    const { storeId, lastSeq } = await requireVault();
    const root = vault().folder;
    const pace = paceOf(by);
    const now = clock.now();
    const place = await takeSnapshot({ root, storeId, reason, now, upTo: lastSeq, pace, seal });
    if (place === null) {
      vault().markDamaged();
      return null;
    }
    await vault().roll();
    const folder = path.join(root, vaultNames.snapshots);
    const removed = await rotateSnapshots(folder, vaultRules, { storeId, now, pace });
    const files = await compactJournal(root, { storeId, pace });
    const gone = removed.length + files;
    if (gone > 0) log('info', `vault: ${removed.length} snapshots, ${files} journal files removed`);
    await note({ snapshot: { at: now, seq: place.seq } });
    return place;
  }

  async function settle(): Promise<void> {
    if (busy || running.paused || stopping.signal.aborted || !parts.isSound() || seal.isShut()) return;
    if (clock.elapsed() < notBefore) return;
    try {
      if (sealRound.isSettled()) return;
      await inTurn('seal', () => sealRound.run(paceOf('clock'), stopping.signal, onProgress));
    } catch (error) {
      // A full disk stays full for a while, and each try reads the file again.
      if (!seal.isShut()) notBefore = clock.elapsed() + rounds.retry;
      log('warn', `originals stay as they are for now (${errorKind(error)})`);
    }
  }

  async function backUpTo(folder: string, by: By): Promise<void> {
    const { storeId } = await requireVault();
    const place = await snapshot(by === 'seller' ? 'manual' : 'routine', by);
    // Nothing sound to copy: what the second vault has is left as it is.
    if (place === null) throw new AppError('writeFailed', { reason: 'failed' });
    const now = clock.now();
    // The second folder must open on another computer too.
    await seal.leaveKey(folder);
    const [root, keys, pace] = [vault().folder, seal.objects, paceOf(by)];
    const more = { root, storeId, snapshot: place, now, log, pace, onProgress, keys };
    const result = await runBackup({ ...more, folder, signal: stopping.signal });
    await sealRound.backedUp();
    await note({
      backup: { at: now, seq: result.seq, snapshots: result.snapshots, missing: result.missing },
      failed: null,
    });
    log('info', `backup: ${result.copied} files copied, ${result.missing} missing`);
  }

  /** A folder that holds another shop's backup keeps it; ours goes beside it. */
  async function moveBeside(folder: string): Promise<string> {
    const { storeId } = await requireVault();
    const beside = `${folder}-${storeId.slice(-6)}`;
    await prepareBackup(beside, log);
    parts.rememberBackup(beside);
    return beside;
  }

  const backUp = (by: By = 'seller'): Promise<void> =>
    inTurn('backup', async () => {
      const folder = parts.backupFolder();
      if (folder === null) throw new AppError('notFound', { what: 'backup' });
      try {
        await backUpTo(folder, by).catch(async (error: unknown) => {
          if (troubleOf(error) !== 'foreign') throw error;
          await backUpTo(await moveBeside(folder), by);
        });
      } catch (error) {
        // Locked meanwhile: it goes on when the app is open again.
        const stopped = error instanceof AppError && (error.code === 'cancelled' || seal.isShut());
        const trouble = troubleOf(error);
        if (!stopped) await note({ failed: { at: clock.now(), trouble } });
        log('warn', `backup: ${stopped ? 'stopped' : trouble} (${errorKind(error)})`);
        if (error instanceof AppError) throw error;
        throw new AppError(trouble === 'full' ? 'storageFull' : 'writeFailed', { reason: trouble }, error);
      }
    });

  const drill = (by: By = 'seller'): Promise<DrillReport> =>
    inTurn('drill', async () => {
      const { storeId, lastSeq } = await requireVault();
      const second = parts.backupFolder();
      const report = await runDrill({
        root: vault().folder,
        backup: second !== null && (await isFolder(second).catch(() => false)) ? second : null,
        storeId,
        facts: parts.facts(),
        now: clock.now(),
        upTo: lastSeq,
        unseal: seal.unseal,
        keys: seal.objects,
        pace: paceOf(by),
        onProgress,
      });
      await note({ drill: report });
      if (report.problems.some(({ kind }) => kind !== 'countsDiffer')) vault().markDamaged();
      log(report.problems.length === 0 ? 'info' : 'error', `drill: ${report.problems.length} problems`);
      return report;
    });

  const verify = (by: By = 'seller'): Promise<VerifyReport> =>
    inTurn('verify', async () => {
      await sweepUnfinished(path.join(vault().folder, vaultNames.objects), clock.now());
      return vault().verify(paceOf(by), onProgress);
    });

  async function nextJob(): Promise<(() => Promise<unknown>) | null> {
    const now = clock.now();
    const summary = await vault().summary();
    if (summary === null) return null;
    const { snapshot: last, backup, failed } = state;
    const folder = parts.backupFolder();
    const changed = summary.lastSeq !== backup?.seq;
    const backupDue =
      failed === null
        ? isDue(backup?.at, now, changed ? rounds.backup : rounds.confirm)
        : isDue(failed.at, now, rounds.retry);
    if (folder !== null && backupDue) return () => backUp('clock');
    const since = summary.lastSeq - (last?.seq ?? 0);
    if (since > 0 && (since > rounds.changes || isDue(last?.at, now, rounds.snapshot))) {
      return () => inTurn('snapshot', () => snapshot('routine', 'clock'));
    }
    if (isDue(await parts.lastVerified(), now, rounds.week)) return () => verify('clock');
    if (isDue(state.drill?.at, now, rounds.week)) return () => drill('clock');
    return null;
  }

  return {
    load: async () => {
      state = await file.read();
    },
    state: () => state,
    status: () => running,
    settle,
    tick: async () => {
      await settle();
      if (busy || running.paused || stopping.signal.aborted || !parts.isSound()) return;
      // Nothing sealed can be read while the app is locked: what is due waits until it is open.
      if (seal.isShut()) return;
      try {
        const job = await nextJob();
        await job?.();
      } catch (error) {
        log('warn', `upkeep put off (${errorKind(error)})`);
      }
    },
    backUp,
    drill,
    verify,
    beforeMigration: async () => {
      try {
        const place = await inTurn('snapshot', () => snapshot('migration', 'seller'));
        log('info', place === null ? 'no snapshot before the migration: vault not whole' : 'snapshot taken');
        return place !== null;
      } catch (error) {
        log('warn', `no snapshot before the migration (${errorKind(error)})`);
        return false;
      }
    },
    pause: (paused) => {
      if (paused === running.paused) return;
      running = { ...running, paused };
      if (paused) going = new Promise((resolve) => (goOn = resolve));
      else goOn();
    },
    backupChosen: () => note({ backup: null, failed: null, backupSince: clock.now() }),
    stop: async () => {
      stopping.abort();
      goOn();
      await line;
    },
  };
}
