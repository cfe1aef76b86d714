import { useEffect, useState } from 'react';
import { readOriginal } from '../../data/evidence-repository';
import { healOriginal } from '../../data/heal';
import { now } from '../../platform/clock';
import { warn } from '../../state/toast-store';
import { hashInWorker } from '../../workers/check';
import type { Evidence } from '#shared/domain/evidence';
import type { Sha256 } from '#shared/domain/ids';

/** Whether stored bytes are those that came in; `missing` when they cannot be read any more. */
export type Integrity = 'checking' | 'same' | 'changed' | 'missing';

export type Original = { readonly blob: Blob | null; readonly integrity: Integrity };

const loading: Original = { blob: null, integrity: 'checking' };

/**
 * Reads a piece's original bytes and hashes them again, off the main thread, each time one is opened. Bytes that are
 * gone or altered are brought back from the vault where it has the right ones.
 */
export function useOriginal(item: Evidence | undefined): Original {
  const [state, setState] = useState<Original & { readonly of: Sha256 | undefined }>({
    ...loading,
    of: undefined,
  });
  const of = item?.sha256;
  const fileName = item?.fileName ?? '';
  useEffect(() => {
    if (of === undefined) return undefined;
    const stop = new AbortController();
    const set = (blob: Blob | null, integrity: Integrity): void => {
      if (!stop.signal.aborted) setState({ of, blob, integrity });
    };
    const heal = async (bad: Blob | null, integrity: 'changed' | 'missing'): Promise<void> => {
      const healed = await healOriginal(of, now()).catch(() => null);
      set(healed ?? bad, healed === null ? integrity : 'same');
      if (healed !== null) warn('evidence.healed', { name: fileName });
    };
    const load = async (): Promise<void> => {
      let blob: Blob | null = null;
      try {
        blob = await readOriginal(of);
        set(blob, 'checking');
        const found = await hashInWorker(blob, stop.signal);
        if (found === of) set(blob, 'same');
        else await heal(blob, 'changed');
      } catch {
        if (!stop.signal.aborted) await heal(blob, 'missing');
      }
    };
    void load();
    return () => {
      stop.abort();
    };
  }, [of, fileName]);
  return state.of === of ? state : loading;
}
