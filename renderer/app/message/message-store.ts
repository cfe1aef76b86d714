import { takeRowKeys } from '../../data/cipher/current-cipher';
import { closeDatabase, openDatabase } from '../../data/database';
import { prepareTimeline } from '../../data/timeline-repository';
import { ask } from '../../platform/desktop';

/** The database as the message window has it: open only while the window is before the seller's eyes. */
export type MessageStore = {
  /** @returns false while its rows are being sealed or opened: then nothing may be read. */
  readonly open: () => Promise<boolean>;
  /** Work that has to end before the database is let go of. */
  readonly hold: (work: Promise<unknown>) => void;
  readonly leave: () => Promise<void>;
};

/**
 * Opens and lets go, one after the other. A hidden window must hold nothing open: after a full disk, or for a
 * restore, the main window needs the database for itself.
 */
export function createMessageStore(): MessageStore {
  let isOpen = false;
  let last: Promise<unknown> = Promise.resolve();
  const held = new Set<Promise<unknown>>();

  function afterwards<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  }

  return {
    open: () =>
      afterwards(async () => {
        if (isOpen) return true;
        const keys = await ask('getRowKeys');
        if (keys !== null && keys.state !== 'sealed') return false;
        await takeRowKeys(keys);
        await Promise.all([openDatabase(), prepareTimeline()]);
        isOpen = true;
        return true;
      }),
    hold: (work) => {
      const done = work.catch(() => undefined).finally(() => held.delete(done));
      held.add(done);
    },
    leave: () =>
      afterwards(async () => {
        while (held.size > 0) await Promise.all(held);
        if (isOpen) closeDatabase();
        isOpen = false;
      }),
  };
}
