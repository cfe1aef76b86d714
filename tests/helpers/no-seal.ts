import type { JournalSeal } from '../../electron/main/lock/journal-seal';

/** A vault without an app lock. */
export const noSeal: JournalSeal = {
  seal: (entry) => entry,
  unseal: (entry) => entry,
  leaveKey: async () => undefined,
  takeKeys: async () => undefined,
};
