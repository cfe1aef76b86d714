import { packFormat, packFormatId, likelyPurpose, type PackFormat } from '#shared/knowledge/pack-formats';
import { getCase } from '../../data/case-repository';
import { findMissingEvidence, type MissingEvidence } from '../../data/evidence-check-repository';
import { listEvidenceOfCase } from '../../data/evidence-repository';
import { readOwnLimits } from '../../data/pack-repository';
import { listParcelsOfCase } from '../../data/parcel-desk';
import { listEvents } from '../../data/timeline-repository';
import { getWeighing } from '../../data/weighing-repository';
import { knownWaybills } from '#shared/domain/pack-weighing';
import type { Case } from '#shared/domain/case';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';
import type { PackPurpose } from '#shared/domain/pack';
import type { TimelineEvent } from '#shared/domain/timeline';
import type { Weighing } from '#shared/domain/weighing';

/** Everything of a case that a pack is made from. */
export type PackSource = {
  readonly item: Case;
  readonly evidence: readonly Evidence[];
  readonly events: readonly TimelineEvent[];
  readonly missing: readonly MissingEvidence[];
  /** Weights as evidence (R33), if there are any. */
  readonly weighing: Weighing | undefined;
  /** Every waybill the case knows, sent and returned (R32). */
  readonly waybills: readonly string[];
  readonly own: Awaited<ReturnType<typeof readOwnLimits>>;
};

/** Reads it; null for a case that is gone. */
export async function readPackSource(caseId: CaseId): Promise<PackSource | null> {
  const [item, evidence, events, missing, weighing, parcels, own] = await Promise.all([
    getCase(caseId),
    listEvidenceOfCase(caseId),
    listEvents(caseId),
    findMissingEvidence(caseId),
    getWeighing(caseId),
    listParcelsOfCase(caseId),
    readOwnLimits(),
  ]);
  if (item === undefined) return null;
  const waybills = knownWaybills(weighing, parcels);
  return { item, evidence, events, missing, weighing, waybills, own };
}

/** Where a pack goes and what may be handed in there. */
export function placeOf(
  { item, own }: PackSource,
  chosen: PackPurpose | null,
): { readonly purpose: PackPurpose; readonly format: PackFormat } {
  const purpose = chosen ?? likelyPurpose(item.type);
  const id = packFormatId(purpose, item.platform);
  return { purpose, format: packFormat(id, own[id]) };
}
