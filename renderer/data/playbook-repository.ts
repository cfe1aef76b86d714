import { playbookSchema } from '#shared/domain/playbook-schema';
import { AppError } from '#shared/errors';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { database } from './database';
import { makeId } from './make-id';
import type { Case } from '#shared/domain/case';
import type { PlaybookRecord } from './records';
import type { Playbook } from '#shared/domain/playbook';

/** The procedures in force: the seller's copies before the shipped ones, then the seller's own types. */
export async function listPlaybooks(): Promise<Playbook[]> {
  const records = await database().playbooks.toArray();
  const own = new Map(records.map(({ key, playbook }) => [key, playbook]));
  const shipped = shippedPlaybooks.map((book) => own.get(book.key) ?? book);
  return [...shipped, ...records.map(({ playbook }) => playbook).filter(({ key }) => key.startsWith('own-'))];
}

/** The procedure a case follows: its own one while that exists, else that of its type. */
export async function playbookOf(item: Pick<Case, 'type' | 'playbook'>): Promise<Playbook> {
  const { playbooks } = database();
  const own = item.playbook === undefined ? undefined : await playbooks.get(item.playbook);
  const found =
    own?.playbook ??
    (await playbooks.get(item.type))?.playbook ??
    shippedPlaybooks.find(({ key }) => key === item.type);
  if (found === undefined) throw new Error(`No procedure for ${item.type}`);
  return found;
}

/** The seller's copies and own types, with the shipped procedures they were made from. */
export function listOwnPlaybooks(): Promise<PlaybookRecord[]> {
  return database().playbooks.toArray();
}

/** A key for a case type of the seller's own. */
export function newPlaybookKey(now: number): string {
  return `own-${makeId<'playbook'>(now).toLowerCase()}`;
}

/** Keeps several at once, all or none. Throws `invalidInput`. */
export async function savePlaybooks(playbooks: readonly Playbook[], now: number): Promise<void> {
  await database().transaction('rw', [database().playbooks], async () => {
    for (const playbook of playbooks) await savePlaybook(playbook, now);
  });
}

/** Keeps the seller's copy of a procedure; an update of the app never overwrites it. Throws `invalidInput`. */
export async function savePlaybook(playbook: Playbook, now: number): Promise<void> {
  if (!playbookSchema.safeParse(playbook).success) throw new AppError('invalidInput');
  const { playbooks } = database();
  await database().transaction('rw', [playbooks], async () => {
    const old = await playbooks.get(playbook.key);
    const base = old?.base ?? shippedPlaybooks.find(({ key }) => key === playbook.key) ?? null;
    await playbooks.put({ key: playbook.key, playbook, base, savedAt: now });
  });
}

/** The seller has looked at what changed in the shipped procedure: the copy stays, the comparison starts anew. */
export async function acknowledgeShipped(key: string): Promise<void> {
  const base = shippedPlaybooks.find((book) => book.key === key);
  if (base !== undefined) await database().playbooks.update(key, { base });
}

/** Back to the shipped procedure; a type of the seller's own is taken away, its cases follow the type they are like. */
export async function dropPlaybook(key: string): Promise<void> {
  await database().playbooks.delete(key);
}
