import { now } from '../platform/clock';
import { hashInWorker } from '../workers/check';
import { database } from './database';
import { appendEvent, prepareTimeline } from './timeline-repository';
import { fetchFromVault } from './vault-file';
import type { Sha256 } from '#shared/domain/ids';

/**
 * Brings an original back whose stored bytes are gone or no longer what came in. Only bytes with the right hash are
 * taken; the damaged ones stay under their own hash, and each case's history says what happened.
 * @returns the bytes as they came in, or null when the vault cannot help
 */
export async function healOriginal(sha256: Sha256, mime: string): Promise<Blob | null> {
  try {
    const blob = await fetchFromVault(sha256, mime);
    if (blob === null) return null;
    await prepareTimeline();
    const damaged = (await database().blobs.get(sha256))?.blob;
    await noteHealed([{ sha256, blob, damaged: damaged === undefined ? null : await readDamaged(damaged) }]);
    return blob;
  } catch {
    return null;
  }
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
  const { blobs, evidence, events } = database();
  for (const { sha256, blob, damaged } of healed) {
    await database().transaction('rw', [blobs, evidence, events], async () => {
      if (damaged !== null && damaged.sha256 !== sha256 && (await blobs.get(damaged.sha256)) === undefined) {
        await blobs.add(damaged);
      }
      if (blob !== null) await blobs.put({ sha256, blob });
      for (const { caseId, fileName } of await evidence.where('sha256').equals(sha256).toArray()) {
        const data = { fileName, sha256, damagedSha256: damaged?.sha256 ?? null };
        await appendEvent(caseId, 'evidenceHealed', data, now());
      }
    });
  }
}
