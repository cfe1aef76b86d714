import { database } from './database';

/** The next number (from 1) of a running count. Call inside a transaction that covers `counters`. */
export async function nextCount(key: string): Promise<number> {
  const { counters } = database();
  const value = ((await counters.get(key))?.value ?? 0) + 1;
  await counters.put({ key, value });
  return value;
}
