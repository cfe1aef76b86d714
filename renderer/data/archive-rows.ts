import { database } from './database';
import { isMirrored, toJournalRow } from './outbox/mirrored';
import type { ObjectRow } from '#shared/vault/exchange';

/** Rows that belong to this computer's running session, not to the shop. */
const ownSettings: ReadonlySet<string> = new Set(['session', 'schemaNumber']);

/** Whether a row goes into archives and comes back from them. */
export function isCarried(table: string, key: unknown): boolean {
  return isMirrored(table) && !(table === 'settings' && ownSettings.has(String(key)));
}

const pageRows = 1000;

export type RowSnapshot = {
  readonly counts: Readonly<Record<string, number>>;
  readonly objects: readonly ObjectRow[];
};

/**
 * Gives every row of the shop as it stands at one moment: one transaction for all tables, so that nothing comes from
 * before and nothing from after a change. `take` may not wait for anything.
 */
export async function eachRow(
  take: (table: string, key: string | number, row: unknown) => void,
): Promise<RowSnapshot> {
  const db = database();
  const tables = db.tables.filter(({ name }) => isMirrored(name));
  const counts: Record<string, number> = {};
  const objects: ObjectRow[] = [];
  await db.transaction('r', tables, async () => {
    for (const table of tables) {
      const { extractKey } = table.core.schema.primaryKey;
      for (let last: unknown = null, full = true; full;) {
        const page: unknown[] = await (last === null ? table.orderBy(':id') : table.where(':id').above(last))
          .limit(pageRows)
          .toArray();
        for (const stored of page) {
          const key = extractKey?.(stored) as string | number;
          last = key;
          if (!isCarried(table.name, key)) continue;
          const row = toJournalRow(table.name, stored);
          if (table.name === 'blobs') objects.push(row as ObjectRow);
          counts[table.name] = (counts[table.name] ?? 0) + 1;
          take(table.name, key, row);
        }
        full = page.length === pageRows;
      }
    }
  });
  return { counts, objects };
}

/** Text that grows by pieces; what is finished lies with the browser, on its disk when large, not in the page's memory. */
export function createTextBlob(): { readonly add: (text: string) => void; readonly end: () => Blob } {
  const pieces: Blob[] = [];
  let open = '';
  const close = (): void => {
    if (open !== '') pieces.push(new Blob([open]));
    open = '';
  };
  return {
    add: (text) => {
      open += text;
      if (open.length > 1_000_000) close();
    },
    end: () => {
      close();
      return new Blob(pieces);
    },
  };
}
