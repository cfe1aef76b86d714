// Has to come first: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach } from 'vitest';
import { database } from '../../renderer/data/database';
import { closeTestDatabase, openTestDatabase } from '../helpers/test-db';

/** 2026-11-21 11:00 in Shanghai. */
export const noon = Date.parse('2026-11-21T03:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Gives every test of the file an empty database of its own. */
export function freshDatabase(): void {
  beforeEach(openTestDatabase);
  afterEach(closeTestDatabase);
}

/** Every row of every table, for "nothing was written" and "nothing else was touched". */
export async function readAll(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(
    database().tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables);
}
