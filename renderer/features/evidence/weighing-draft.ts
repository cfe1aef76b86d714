import {
  defaultTolerance,
  parseGrams,
  type OrderWaybill,
  type ParcelState,
  type WeighedPart,
  type Weighing,
  type WeighingInput,
} from '#shared/domain/weighing';
import type { EvidenceId } from '#shared/domain/ids';

/** A line of the packing list as it is typed. */
export type PartDraft = {
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly read: string;
  readonly waybill: string;
  readonly evidenceId: string;
};
export type WaybillDraft = { readonly waybill: string; readonly grams: string; readonly state: ParcelState };

/** The whole card as it is typed; weights are texts until they are read. */
export type WeighingDraft = {
  readonly parts: readonly PartDraft[];
  readonly waybills: readonly WaybillDraft[];
  readonly packaging: string;
  readonly total: string;
  readonly totalEvidenceId: string;
  readonly toleranceGrams: string;
  readonly tolerancePercent: string;
};

export const emptyPart: PartDraft = {
  name: '',
  quantity: '1',
  unit: '',
  read: '',
  waybill: '',
  evidenceId: '',
};
export const emptyWaybill: WaybillDraft = { waybill: '', grams: '', state: 'received' };

const words = (grams: number | null): string => (grams === null ? '' : String(grams));

/** What is stored, or an empty card whose first line is what the order is about. */
export function toDraft(stored: Weighing | undefined, product: string): WeighingDraft {
  const { toleranceGrams, tolerancePercent } = stored ?? defaultTolerance;
  return {
    parts: stored?.parts.map((part) => ({
      name: part.name,
      quantity: String(part.quantity),
      unit: words(part.unitGrams),
      read: words(part.readGrams),
      waybill: part.waybill,
      evidenceId: part.evidenceId ?? '',
    })) ?? [{ ...emptyPart, name: product }],
    waybills: stored?.waybills.map(({ waybill, grams, state }) => ({
      waybill,
      grams: words(grams),
      state,
    })) ?? [emptyWaybill],
    packaging: words(stored?.packagingGrams ?? null),
    total: words(stored?.totalGrams ?? null),
    totalEvidenceId: stored?.totalEvidenceId ?? '',
    toleranceGrams: String(toleranceGrams),
    tolerancePercent: String(tolerancePercent),
  };
}

/** A typed weight is fine when it is empty or grams. */
export function isGrams(text: string): boolean {
  return text.trim() === '' || parseGrams(text) !== null;
}

/** A typed count is fine when it is a whole number from 1. */
export function isCount(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text.normalize('NFKC').trim());
}

const grams = (text: string): number | null => (text.trim() === '' ? null : parseGrams(text));
const evidence = (id: string): EvidenceId | null => (id === '' ? null : (id as EvidenceId));
const percent = (text: string): number | null => {
  const plain = text.normalize('NFKC').replace('%', '').trim();
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null;
};

/** Reads the card; null while something on it is no weight or no count. */
export function readDraft(draft: WeighingDraft): WeighingInput | null {
  const texts = [
    draft.packaging,
    draft.total,
    draft.toleranceGrams,
    ...draft.parts.flatMap(({ unit, read }) => [unit, read]),
    ...draft.waybills.map((one) => one.grams),
  ];
  const tolerancePercent = percent(draft.tolerancePercent);
  if (!texts.every(isGrams) || !draft.parts.every(({ quantity }) => isCount(quantity))) return null;
  if (tolerancePercent === null) return null;
  const known = new Set(draft.waybills.map(({ waybill }) => waybill.trim()));
  const parts: readonly WeighedPart[] = draft.parts.map((part) => ({
    name: part.name,
    quantity: Number(part.quantity.normalize('NFKC')),
    unitGrams: grams(part.unit),
    readGrams: grams(part.read),
    waybill: known.has(part.waybill) ? part.waybill : '',
    evidenceId: evidence(part.evidenceId),
  }));
  const waybills: readonly OrderWaybill[] = draft.waybills.map((one) => ({
    waybill: one.waybill.trim(),
    grams: grams(one.grams),
    state: one.state,
  }));
  return {
    parts: parts.filter(
      ({ name, unitGrams, readGrams }) => name.trim() !== '' || unitGrams !== null || readGrams !== null,
    ),
    waybills: waybills.filter((one) => one.waybill !== '' || one.grams !== null),
    packagingGrams: grams(draft.packaging),
    totalGrams: grams(draft.total),
    totalEvidenceId: evidence(draft.totalEvidenceId),
    toleranceGrams: grams(draft.toleranceGrams) ?? 0,
    tolerancePercent,
    note: '',
  };
}
