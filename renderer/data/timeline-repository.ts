import { createSHA256, type IHasher } from 'hash-wasm';
import { makeId } from './make-id';
import { database } from './database';
import { timelineHashText, type TimelineEvent, type TimelineKind } from '#shared/domain/timeline';
import type { CaseId } from '#shared/domain/ids';

let hasher: IHasher | null = null;

/**
 * Loads the hash function. It has to be synchronous in use: waiting for anything but Dexie inside a transaction
 * would end the transaction.
 */
export async function prepareTimeline(): Promise<void> {
  hasher ??= await createSHA256();
}

function sha256(text: string): string {
  if (hasher === null) throw new Error('prepareTimeline() has to run first');
  return hasher.init().update(text).digest('hex');
}

/** Adds one line to a case's history (R121). Call inside a transaction that covers `events`. */
export async function appendEvent(
  caseId: CaseId,
  kind: TimelineKind,
  data: TimelineEvent['data'],
  now: number,
): Promise<void> {
  const { events } = database();
  const last = await events.where('[caseId+seq]').between([caseId, 0], [caseId, Infinity]).last();
  const event = {
    id: makeId<'event'>(now),
    caseId,
    seq: (last?.seq ?? 0) + 1,
    at: now,
    kind,
    data,
    prevHash: last?.hash ?? '',
  };
  await events.add({ ...event, hash: sha256(timelineHashText(event)) });
}

/** A case's history, oldest first. */
export function listEvents(caseId: CaseId): Promise<TimelineEvent[]> {
  return database().events.where('[caseId+seq]').between([caseId, 0], [caseId, Infinity]).toArray();
}

/** How many lines a case's history has; without reading them. */
export function countEvents(caseId: CaseId): Promise<number> {
  return database().events.where('[caseId+seq]').between([caseId, 0], [caseId, Infinity]).count();
}

/** Checks the chain of a case's history; the sequence number of the first line that does not fit, or null. */
export function findBrokenLink(events: readonly TimelineEvent[]): number | null {
  let prevHash = '';
  for (const [index, { hash, ...rest }] of events.entries()) {
    if (rest.seq !== index + 1 || rest.prevHash !== prevHash || sha256(timelineHashText(rest)) !== hash) {
      return rest.seq;
    }
    prevHash = hash;
  }
  return null;
}
