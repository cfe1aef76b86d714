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

/** They tell the vault what changed, also that rows were removed, and so grow with every change. */
const mirrorTables: ReadonlySet<string> = new Set(['outbox', 'vaultState']);

/** Every row of every table, for "nothing was written" and "nothing else was touched". */
export async function readAll(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await Promise.all(
    database()
      .tables.filter(({ name }) => !mirrorTables.has(name))
      .map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables);
}

/** Every row but the notes to the vault, which tell each change and so never go back to what they were. */
export async function readRows(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { outbox: _outbox, ...rows } = await readAll();
  return rows;
}
