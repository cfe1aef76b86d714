import type { StoreFacts } from '#shared/vault/exchange';

/** A database that has a shop. */
export const facts = (part: Partial<StoreFacts> = {}): StoreFacts => ({
  storeId: '01KAJ8Z0000000000000000000',
  schema: 3,
  headSeq: 50,
  counts: { settings: 2, cases: 4, evidence: 9 },
  ...part,
});
/** One that was just made. */
export const fresh = facts({
  storeId: '01KAJ8Z0000000000000000009',
  headSeq: 1,
  counts: { settings: 1, cases: 0, evidence: 0, rules: 390 },
});
/** What a vault says of itself. */
export const vaultOf = (storeId: string, lastSeq: number) => ({ storeId, lastSeq });
