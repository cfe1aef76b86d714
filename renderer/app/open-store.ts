import type { StoreAnswer } from '#shared/vault/exchange';
import { storeFacts } from '../data/outbox/outbox-repository';
import { ask } from '../platform/desktop';

/** Up to this many changes counting every row takes no time worth speaking of. */
const fewChanges = 5000;

/**
 * Asks main whether the database that was just opened is the one that was here before. Its running number answers
 * that for a shop of any size; rows are counted only in a young database, where nothing else tells an empty one.
 */
export async function openStore(): Promise<StoreAnswer> {
  const facts = await storeFacts(false);
  const answer = await ask('storeOpened', facts.headSeq < fewChanges ? await storeFacts(true) : facts);
  return answer.mode === 'rescue' ? { ...answer, found: (await storeFacts(true)).counts } : answer;
}
