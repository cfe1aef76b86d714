import { judgeWeighing, type WeighingVerdict } from './weighing-verdict';
import type { Parcel } from './parcel';
import type { Weighing } from './weighing';

/** Verdicts that speak against our own packing, or say nothing: they go into a pack only when the seller says so. */
const keptBack: ReadonlySet<WeighingVerdict> = new Set(['noData', 'sentShort']);

/** Whether a weighing belongs into a pack unless the seller decides otherwise (R33). */
export function provesForUs(weighing: Weighing): boolean {
  return !keptBack.has(judgeWeighing(weighing).verdict);
}

/** All waybills of an order that the case knows, sent (R32) and returned, each once, in the order they were written down. */
export function knownWaybills(weighing: Weighing | undefined, parcels: readonly Parcel[]): readonly string[] {
  const sent = weighing?.waybills.map(({ waybill }) => waybill) ?? [];
  const back = parcels.map(({ waybill }) => waybill);
  return [...new Set([...sent, ...back].filter((one) => one !== ''))];
}
