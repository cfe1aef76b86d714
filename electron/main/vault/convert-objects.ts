import { AppError } from '#shared/errors';
import { writeAtomically } from '../files/atomic-write';
import { hasCode } from '../files/disk';
import {
  hashOf,
  isNoDamage,
  type ObjectStore,
  removeObject,
  setObjectAside,
  type StoredObject,
} from './object-store';
import { noPace, type Pace } from './snapshot-file';

export type Conversion = {
  /** Files brought to the wanted form. */
  readonly converted: number;
  /** Files that were not what their name says, set aside. */
  readonly damaged: number;
  /** Files whose key is not at hand, and that stand in no other form. */
  readonly unreadable: number;
};

type Options = {
  /** Epoch ms. */
  readonly at: number;
  readonly pace?: Pace;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Brings every original to the form the lock wants: sealed with its key, or plain. Each is written beside the old one
 * and read back before that goes; killed anywhere, both can be read, and the next time goes on from there.
 * @throws AppError `locked` when the app is locked meanwhile, `cancelled`, `storageFull`, `writeFailed`
 */
export async function convertObjects(
  store: ObjectStore,
  { at, pace = noPace, onProgress = () => undefined, signal }: Options,
): Promise<Conversion> {
  const wanted = store.wanted();
  const bySha = new Map<string, StoredObject[]>();
  for (const one of await store.list()) bySha.set(one.sha256, [...(bySha.get(one.sha256) ?? []), one]);
  const work = [...bySha].filter(([, forms]) => forms.some(({ keyName }) => keyName !== wanted));
  let [converted, damaged, unreadable, done] = [0, 0, 0, 0];

  /** Whether a file is what its name says; one that is not is set aside. */
  async function isSound(stored: StoredObject): Promise<boolean | 'unreadable'> {
    try {
      if ((await hashOf(store.readStored(stored), pace)).sha256 === stored.sha256) return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'vaultLocked') return 'unreadable';
      if (isNoDamage(error) || hasCode(error, ['EIO', 'EACCES', 'EMFILE'])) throw error;
    }
    damaged += 1;
    await setObjectAside(stored, at).catch(() => undefined);
    return false;
  }

  async function write(from: StoredObject): Promise<void> {
    const { sha256 } = from;
    const { path, seal, readBack } = await store.target(sha256);
    await writeAtomically(path, store.readStored(from), {
      mode: 0o600,
      seal,
      ...(signal === undefined ? {} : { signal }),
      check: async (unfinished) => {
        const back = await hashOf(readBack(unfinished), pace);
        if (back.sha256 !== sha256) throw new AppError('hashMismatch', { what: 'object' });
      },
    });
  }

  for (const [, forms] of work) {
    await pace();
    if (store.wanted() !== wanted) throw new AppError('cancelled');
    const sound: StoredObject[] = [];
    let unknown = 0;
    for (const form of forms) {
      const state = await isSound(form);
      if (state === true) sound.push(form);
      else if (state === 'unreadable') unknown += 1;
    }
    const from = sound[0];
    if (from === undefined) unreadable += unknown > 0 ? 1 : 0;
    else {
      if (!sound.some(({ keyName }) => keyName === wanted)) {
        await write(from);
        converted += 1;
      }
      for (const form of forms) if (form.keyName !== wanted) await removeObject(form);
    }
    onProgress((done += 1), work.length);
  }
  return { converted, damaged, unreadable };
}
