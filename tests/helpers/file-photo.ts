import { fileEvidence } from '../../renderer/data/evidence-repository';
import type { CaseId, EvidenceId, Sha256 } from '#shared/domain/ids';

let count = 0;

/** Files one more photo, unlike all others, under a case. */
export async function filePhoto(caseId: CaseId, now: number): Promise<EvidenceId> {
  count += 1;
  const filed = await fileEvidence(
    caseId,
    {
      blob: new Blob([`photo ${count}`], { type: 'image/jpeg' }),
      originalName: `${count}.jpg`,
      sha256: `${count}`.padStart(64, 'a') as Sha256,
      mime: 'image/jpeg',
      ext: 'jpg',
      kind: 'photo',
      source: 'drop',
      width: 10,
      height: 10,
    },
    now,
  );
  return filed.evidence.id;
}
