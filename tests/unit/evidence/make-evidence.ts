import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, EvidenceId, Sha256 } from '#shared/domain/ids';

let count = 0;

/** A piece of evidence as it lies in the database, for pure code; give only what a test is about. */
export function makeEvidence(part: Partial<Evidence> = {}): Evidence {
  count += 1;
  const number = String(count).padStart(2, '0');
  return {
    id: `01KAJ${String(count).padStart(21, '0')}` as EvidenceId,
    caseId: '01KAJ000000000000000000001' as CaseId,
    buyerId: '小鱼爱吃猫',
    sha256: String(count).padStart(64, '0') as Sha256,
    fileName: `小鱼爱吃猫_20261121_照片_${number}.jpg`,
    folder: '小鱼爱吃猫',
    originalName: `IMG_${number}.JPG`,
    size: 100,
    mime: 'image/jpeg',
    kind: 'photo',
    source: 'drop',
    receivedAt: Date.UTC(2026, 10, 21, 4) + count,
    width: 4000,
    height: 3000,
    duplicateOf: null,
    note: '',
    sample: false,
    deletedAt: null,
    ...part,
  };
}
