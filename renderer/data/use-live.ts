import { useEffect, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { watch } from './live';

/** Reads from the database and reads again whenever what it read has changed; undefined until the first answer. */
export const useLive = useLiveQuery;

/** While much changes, a list is read anew this often: with every single change the window would do nothing else. */
const calmMs = 400;

/**
 * As {@link useLive} for a list that grows by hundreds: while `busy`, it is read twice a second and not with every
 * change. Undefined until the first answer for this `key`.
 */
export function useCalmLive<T>(
  read: (key: string) => Promise<T>,
  key: string,
  busy: boolean,
  onError: (error: unknown) => void,
): T | undefined {
  const [state, setState] = useState<{ readonly key: string; readonly value: T }>();
  useEffect(() => {
    let gone = false;
    const take = (value: T): void => {
      if (!gone) setState({ key, value });
    };
    const query = (): Promise<T> => read(key);
    if (!busy) {
      const stop = watch(query, take, onError);
      return () => {
        gone = true;
        stop();
      };
    }
    const look = (): void => {
      void query().then(take, onError);
    };
    look();
    const timer = setInterval(look, calmMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [read, key, busy, onError]);
  return state?.key === key ? state.value : undefined;
}
