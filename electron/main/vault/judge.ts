import type { RescueReason, StoreFacts } from '#shared/vault/exchange';
import type { StoreLook } from './inspect-store';
import type { VaultSummary } from './vault';

/**
 * Tables whose rows only a seller makes. Others (settings, running numbers, shipped rules) are filled by the app's
 * first start too: rows there do not make a shop.
 */
const sellersTables = [
  'cases',
  'events',
  'evidence',
  'blobs',
  'orderNotes',
  'wrongShipments',
  'reminders',
  'shops',
  'addresses',
] as const;

/** Rows that would be missed. */
function countOwn(counts: Readonly<Record<string, number>>): number {
  return sellersTables.reduce((sum, table) => sum + (counts[table] ?? 0), 0);
}

/** Without counts the running number tells: a database that was written to has one. */
function isEmpty({ counts, headSeq }: StoreFacts): boolean {
  return Object.keys(counts).length === 0 ? headSeq === 0 : countOwn(counts) === 0;
}

/** What is known when the database has been opened. */
export type StoreEvidence = {
  /** What the window sees now. */
  readonly found: StoreFacts;
  /** What the sentinel kept; null when it never heard of a database. */
  readonly known: StoreFacts | null;
  /** Null when there is none. */
  readonly vault: VaultSummary | null;
  /** How the files looked before they were opened. */
  readonly look: StoreLook;
};

/**
 * Whether the database that was just opened may be used, or is not the one that was here before. An empty database
 * is a first run only when neither the sentinel nor the vault knows better.
 * @returns null when all is well
 */
export function judgeStore({ found, known, vault, look }: StoreEvidence): RescueReason | null {
  const same = [
    ...(known?.storeId === found.storeId ? [known.headSeq] : []),
    ...(vault?.storeId === found.storeId ? [vault.lastSeq] : []),
  ];
  if (same.length > 0) {
    if (found.headSeq < Math.max(...same)) return 'older';
    // Who began anew, has nothing yet and chose a vault that has a shop wants that shop.
    const isOther = vault !== null && vault.storeId !== null && vault.storeId !== found.storeId;
    if (isOther && isEmpty(found)) return 'vaultOnly';
    // All rows may have come back while Chromium threw their files away.
    return look === 'damaged' ? 'damaged' : null;
  }
  const wasShop =
    known !== null && (countOwn(known.counts) > 0 || (vault !== null && vault.storeId === known.storeId));
  if (wasShop) return isEmpty(found) ? 'empty' : 'older';
  // Another shop's vault beside a shop with data is no reason to take that data for damaged.
  return vault !== null && isEmpty(found) ? 'vaultOnly' : null;
}
