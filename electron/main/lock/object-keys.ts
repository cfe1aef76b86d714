import { AppError } from '#shared/errors';
import type { AppLock } from './app-lock';
import type { NamedKey } from './lock-file';

/** What originals in the vault are sealed with. */
export type ObjectKeys = {
  /** For new ones; null without a lock. @throws AppError `locked` while it is shut: nothing may be written plain then */
  readonly current: () => NamedKey | null;
  /** Every key at hand, the current one first. @throws AppError `locked` while it is shut */
  readonly all: () => readonly NamedKey[];
};

/** @param taken keys that a passphrase took out of a vault, for this run */
export function createObjectKeys(
  lock: Pick<AppLock, 'keyFor' | 'isLocked' | 'olderKeys'>,
  taken: () => readonly NamedKey[],
): ObjectKeys {
  const current = (): NamedKey | null => {
    if (lock.isLocked()) throw new AppError('locked');
    return lock.keyFor('objects');
  };
  return {
    current,
    all: () => {
      const own = current();
      return [...(own === null ? [] : [own]), ...lock.olderKeys(), ...taken()];
    },
  };
}
