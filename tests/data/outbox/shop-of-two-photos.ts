// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { createCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { fileEvidence } from '../../../renderer/data/evidence-repository';
import { addNote } from '../../../renderer/data/note-repository';
import { drainOnce } from '../../../renderer/data/outbox/drain';
import { isMirrored } from '../../../renderer/data/outbox/mirrored';
import { hashBlob } from '../../../renderer/workers/hash-blob';
import { makeCaseInput } from '../../helpers/make-case-input';
import type { CaseId } from '#shared/domain/ids';

/** Files a photo whose bytes are this text. @returns its hash */
export async function file(caseId: CaseId, text: string): Promise<string> {
  const blob = new Blob([text], { type: 'image/jpeg' });
  const { sha256 } = await hashBlob(blob);
  const facts = {
    mime: 'image/jpeg',
    ext: 'jpg',
    kind: 'photo',
    source: 'drop',
    width: 1,
    height: 1,
  } as const;
  await fileEvidence(caseId, { ...facts, blob, sha256, originalName: `${text}.jpg` }, noon);
  return sha256;
}

/** Every row of every mirrored table; of files the bytes. */
export async function rows(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of database().tables) {
    if (!isMirrored(table.name)) continue;
    all[table.name] =
      table.name === 'blobs'
        ? await Promise.all((await database().blobs.toArray()).map(async ({ blob }) => blob.text()))
        : await table.toArray();
  }
  return all;
}

/** One case with a note and two photos. */
export async function fillShop(): Promise<{ readonly caseId: CaseId; readonly hash: string }> {
  const item = await createCase(makeCaseInput({ buyerId: '小鱼' }), noon);
  await addNote(
    { caseId: item.id, platform: 'pdd', orderNo: '1', text: 'x', flag: 'red', sample: false },
    noon,
  );
  const hash = await file(item.id, 'photo one');
  await file(item.id, 'photo two');
  return { caseId: item.id, hash };
}

/** Brings everything to the vault. */
export async function drainAll(): Promise<void> {
  while ((await drainOnce(new AbortController().signal)) > 0);
}
