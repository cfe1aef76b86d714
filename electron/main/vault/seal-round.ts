import type { Clock } from '../clock';
import type { JournalSeal } from '../lock/journal-seal';
import type { Log } from '../log';
import { convertObjects } from './convert-objects';
import type { Pace } from './snapshot-file';
import type { Vault } from './vault';

/** Keeps a vault's originals as the app lock wants them: sealed after it came, open after it went. */
export type SealRound = {
  /** Whether every original is known to lie as it should. @throws AppError `locked` while the app is locked */
  readonly isSettled: () => boolean;
  /** @throws what {@link convertObjects} throws */
  readonly run: (
    pace: Pace,
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ) => Promise<void>;
  /** The second vault has followed: keys of older locks may go. */
  readonly backedUp: () => Promise<void>;
};

type Parts = {
  readonly vault: () => Vault;
  readonly backupFolder: () => string | null;
  readonly seal: JournalSeal;
  readonly clock: Clock;
  readonly log: Log;
};

export function createSealRound({ vault, backupFolder, seal, clock, log }: Parts): SealRound {
  /** Folder and key for which it was done. */
  let settled: string | null = null;
  const wantedForm = (): string => JSON.stringify([vault().folder, vault().objects.wanted()]);
  const isSettled = (): boolean => settled === wantedForm();
  return {
    isSettled,
    run: async (pace, signal, onProgress) => {
      const form = wantedForm();
      await seal.leaveKey(vault().folder);
      const found = await convertObjects(vault().objects, { at: clock.now(), pace, onProgress, signal });
      const { converted, damaged, unreadable } = found;
      if (damaged + unreadable > 0) vault().markDamaged();
      if (converted + damaged + unreadable > 0) {
        log('info', `vault: ${converted} originals converted, ${damaged} damaged, ${unreadable} unreadable`);
      }
      settled = form;
      // The second vault may hold files that only they open: it follows with its next backup.
      if (backupFolder() === null) await seal.forgetOlder();
    },
    backedUp: async () => {
      if (isSettled()) await seal.forgetOlder();
    },
  };
}
