import { listOwnPlaybooks } from '../data/playbook-repository';
import { watch } from '../data/live';
import { setOwnTypeNames } from '../text/case-type-words';
import type { PlaybookRecord } from '../data/records';

/** Names of the seller's own types, and of shipped ones where the seller gave them another name. */
function take(records: readonly PlaybookRecord[]): void {
  const named = records.filter(
    ({ playbook: { name }, base }) => base === null || base.name.zh !== name.zh || base.name.en !== name.en,
  );
  setOwnTypeNames(new Map(named.map(({ key, playbook }) => [key, playbook.name])));
}

/** Reads the seller's names of case types before anything is drawn with them. */
export async function readOwnTypeNames(): Promise<void> {
  take(await listOwnPlaybooks());
}

/** Keeps the names up with what the seller changes. Returns how to stop. */
export function followOwnTypeNames(onError: (error: unknown) => void): () => void {
  return watch(listOwnPlaybooks, take, onError);
}
