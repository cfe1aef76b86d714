import { AppError } from '#shared/errors';
import { database } from './database';
import { appendEvent } from './timeline-repository';
import type { EvidenceSource } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';

/** What the seller says about a piece of evidence; none of it touches its bytes or its name. */
export type EvidenceFacts = {
  readonly source: EvidenceSource;
  readonly note: string;
  /** What it shall prove. */
  readonly supports: string;
};

/** Longer notes belong into the case. */
const longest = 500;

/** Writes what the seller says about a piece, with old and new words in the case's history (R19). Throws `notFound`. */
export async function editEvidenceFacts(
  id: EvidenceId,
  change: Partial<EvidenceFacts>,
  now: number,
): Promise<void> {
  const { evidence, events } = database();
  await database().transaction('rw', [evidence, events], async () => {
    const before = await evidence.get(id);
    if (before === undefined) throw new AppError('notFound', { what: 'file' });
    const words = { source: before.source, note: before.note, supports: before.supports ?? '' };
    for (const field of ['source', 'note', 'supports'] as const) {
      const value = change[field]?.trim().slice(0, longest);
      if (value === undefined || value === words[field]) continue;
      await evidence.update(id, { [field]: value });
      const data = { fileName: before.fileName, field, from: words[field], to: value };
      await appendEvent(before.caseId, 'evidenceDescribed', data, now);
    }
  });
}
