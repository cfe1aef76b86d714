import { liveQuery } from 'dexie';

/** Calls `use` with what `read` gives, now and after each change of it. Returns how to stop. */
export function watch<T>(
  read: () => Promise<T>,
  use: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(read).subscribe({ next: use, error: onError });
  return () => {
    subscription.unsubscribe();
  };
}
