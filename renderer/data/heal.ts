import { now as readClock } from '../platform/clock';
import { AppError } from '#shared/errors';
import { hashInWorker } from '../workers/check';
import { WorkerLost } from '../workers/worker-pool';
import { database } from './database';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';
import { fetchFromVault } from './vault-file';
import type { Sha256 } from '#shared/domain/ids';
import type { DamageRecord } from './records';

/**
 * Brings an original back whose stored bytes are gone or no longer what came in: only bytes with the right hash are
 * taken from the vault, the damaged ones are kept apart, and every case the piece belongs to says so in its history.
 * @returns the bytes as they came in, or null when the vault cannot help
 */
export async function healOriginal(sha256: Sha256, now: number): Promise<Blob | null> {
  const [first] = await database().evidence.where('sha256').equals(sha256).toArray();
  const good = await fetchFromVault(sha256, first?.mime ?? '').catch(() => null);
  const stored = (await database().blobs.get(sha256))?.blob;
  await noteDamage(sha256, stored === undefined ? null : await readDamaged(stored), good, now);
  return good;
}

/**
 * An original whose bytes were hashed just now and are those that came in. Altered or missing ones are brought back from
 * the vault where it can help; `healed` says so.
 * @throws AppError `originalDamaged` with the file's name when it cannot
 */
export async function readSound(
  sha256: Sha256,
  name: string,
  now: number,
): Promise<{ readonly blob: Blob; readonly healed: boolean }> {
  const stored = await database().blobs.get(sha256);
  if (stored !== undefined) {
    try {
      if ((await hashInWorker(stored.blob)) === sha256) return { blob: stored.blob, healed: false };
    } catch (error) {
      // A worker that was given up says nothing about the bytes.
      if (error instanceof WorkerLost) throw error;
    }
  }
  const blob = await healOriginal(sha256, now);
  if (blob !== null) return { blob, healed: true };
  throw new AppError('originalDamaged', { name });
}

/** The damaged bytes stay under their own hash; until a good copy is found the original's place keeps them too. */
async function noteDamage(
  sha256: Sha256,
  bad: DamagedCopy | null,
  good: Blob | null,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.damages, db.blobs, db.thumbs, db.evidence, db.events], async () => {
    const open = (await db.damages.where('sha256').equals(sha256).toArray()).find(({ healed }) => !healed);
    if (good === null && open !== undefined) return;
    const pieces = await db.evidence.where('sha256').equals(sha256).toArray();
    const damagedSha256 = open?.damagedSha256 ?? (bad !== null && bad.sha256 !== sha256 ? bad.sha256 : null);
    if (good !== null) {
      if (bad !== null && bad.sha256 === damagedSha256) await db.blobs.put(bad);
      await db.blobs.put({ sha256, blob: good });
      // A picture made of damaged bytes, or none because there were none, is made anew.
      await db.thumbs.delete(sha256);
    }
    await db.damages.put({
      id: open?.id ?? makeId<'damage'>(now),
      sha256,
      damagedSha256,
      fileNames: pieces.map(({ fileName }) => fileName),
      foundAt: open?.foundAt ?? now,
      healed: good !== null,
      seen: false,
    });
    const kind = good === null ? 'evidenceDamaged' : 'evidenceHealed';
    for (const { caseId, fileName } of pieces) {
      await appendEvent(caseId, kind, { fileName, sha256, damagedSha256 }, now);
    }
  });
}

/** Originals found damaged that the seller has not waved through yet, the newest first. */
export async function listDamages(): Promise<DamageRecord[]> {
  const records = await database().damages.toArray();
  return records.filter(({ seen, healed }) => !(seen && healed)).sort((a, b) => b.foundAt - a.foundAt);
}

/** The name of the piece whose original was found damaged, or the beginning of its hash when no case has it. */
export async function nameOfDamaged(sha256: Sha256): Promise<string> {
  const [piece] = await database().evidence.where('sha256').equals(sha256).toArray();
  return piece?.fileName ?? `${sha256.slice(0, 12)}…`;
}

/** The damaged bytes of a piece, null when nothing could be read of them. */
export async function readDamage({ sha256, damagedSha256, healed }: DamageRecord): Promise<Blob | null> {
  const id = healed ? damagedSha256 : sha256;
  return id === null ? null : ((await database().blobs.get(id))?.blob ?? null);
}

/** Takes a healed piece off the list of damages; its damaged copy stays kept. */
export async function dismissDamage(id: string): Promise<void> {
  await database().damages.update(id, { seen: true });
}

/** Bytes that were found in an original's place, under their own hash. */
export type DamagedCopy = { readonly sha256: Sha256; readonly blob: Blob };

export type Healed = {
  readonly sha256: Sha256;
  /** The right bytes; null when they are stored already. */
  readonly blob: Blob | null;
  /** Null when nothing could be read any more. */
  readonly damaged: DamagedCopy | null;
};

/** What an altered original holds now; null when it cannot be read. */
export async function readDamaged(blob: Blob): Promise<DamagedCopy | null> {
  try {
    return { sha256: (await hashInWorker(blob)) as Sha256, blob };
  } catch {
    return null;
  }
}

/** Stores right and damaged bytes and writes it into the history of every case that has the file (B, "never altered"). */
export async function noteHealed(healed: readonly Healed[]): Promise<void> {
  const { blobs, damages, evidence, events } = database();
  for (const { sha256, blob, damaged } of healed) {
    const at = readClock();
    await database().transaction('rw', [blobs, damages, evidence, events], async () => {
      if (damaged !== null && damaged.sha256 !== sha256 && (await blobs.get(damaged.sha256)) === undefined) {
        await blobs.add(damaged);
      }
      if (blob !== null) await blobs.put({ sha256, blob });
      const pieces = await evidence.where('sha256').equals(sha256).toArray();
      const damagedSha256 = damaged?.sha256 ?? null;
      // Whoever brings files back tells of it; the row only says what the kept bytes are.
      await damages.put({
        id: makeId<'damage'>(at),
        sha256,
        damagedSha256,
        fileNames: pieces.map(({ fileName }) => fileName),
        foundAt: at,
        healed: true,
        seen: true,
      });
      for (const { caseId, fileName } of pieces)
        await appendEvent(caseId, 'evidenceHealed', { fileName, sha256, damagedSha256 }, at);
    });
  }
}
