import { useObservable } from 'dexie-react-hooks';
import { live } from './live';

/** Reads from the database and reads again whenever what it read has changed; undefined until the first answer. */
export function useLive<T>(read: () => T | Promise<T>, deps: readonly unknown[] = []): T | undefined {
  return useObservable(() => live(read), [...deps]);
}
