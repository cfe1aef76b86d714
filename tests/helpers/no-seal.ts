import path from 'node:path';
import type { JournalSeal } from '../../electron/main/lock/journal-seal';
import { type ObjectStore, openObjectStore } from '../../electron/main/vault/object-store';

/** A vault without an app lock. */
export const noSeal: JournalSeal = {
  seal: (entry) => entry,
  unseal: (entry) => entry,
  leaveKey: async () => undefined,
  takeKeys: async () => undefined,
  hasTaken: () => false,
  isShut: () => false,
  objects: { current: () => null, all: () => [] },
  forgetOlder: async () => undefined,
};

/** The originals of a vault without a lock. */
export function plainStore(vaultFolder: string): ObjectStore {
  return openObjectStore(path.join(vaultFolder, 'objects'), noSeal.objects);
}
