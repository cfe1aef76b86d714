import { database } from './database';

/** What was typed under this key and not yet saved, or undefined. */
export async function readDraft(key: string): Promise<unknown> {
  return (await database().drafts.get(key))?.value;
}

/** Keeps what was typed, durably, so that it survives a crash. */
export async function writeDraft(key: string, value: unknown, now: number): Promise<void> {
  await database().drafts.put({ key, value, updatedAt: now });
}

/** Forgets a draft after its form was saved or thrown away. */
export async function clearDraft(key: string): Promise<void> {
  await database().drafts.delete(key);
}

/**
 * Resolves when everything typed so far is on the disk: a later write of the same table begins only after those that
 * were asked for before, and a form asks for its newest value when the one before it is written.
 */
export async function draftsSettled(): Promise<void> {
  const { drafts } = database();
  for (let round = 0; round < 3; round += 1) {
    await database().transaction('rw', [drafts], async () => drafts.delete('settled'));
  }
}
