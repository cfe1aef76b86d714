import type { OrderWaybill, ParcelState, WeighedPart, WeighingInput } from './weighing';

/**
 * What the weights say. `split`: what is missing lies in a parcel that has not arrived (R32). `unsure`: it lies in one of
 * which nobody knows whether it has. `sentShort`: the parcel left too light. `lighterNow`: it left complete and is
 * lighter now. `short`, `over`: differs, nobody knows since when.
 */
export type WeighingVerdict =
  | 'noData'
  | 'match'
  | 'split'
  | 'unsure'
  | 'sentShort'
  | 'lighterNow'
  | 'short'
  | 'over';

export type PartState = 'unknown' | 'underway' | 'unsure' | 'ok' | 'short' | 'over';

/** Pieces whose weight explains a difference: `count` of the line at `index`. */
export type Suspect = { readonly index: number; readonly count: number };

export type WeighingJudgement = {
  readonly verdict: WeighingVerdict;
  /** By our own records, grams; null when a weight is not known. */
  readonly expected: number | null;
  /** On the waybills of the parcels that arrived. */
  readonly sent: number | null;
  /** On the scale now: all together, else the sum of the lines. */
  readonly scale: number | null;
  /** What the scale is compared with: the waybill, else our records. */
  readonly base: number | null;
  /** Scale minus base. */
  readonly difference: number | null;
  readonly tolerance: number;
  readonly parts: readonly { readonly state: PartState; readonly difference: number | null }[];
  readonly suspects: readonly Suspect[];
};

/** Sum of whole grams; null as soon as one is not known, or when there is none. */
function sum(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return values.length === 0 ? null : total;
}

const weightOf = ({ unitGrams, quantity }: WeighedPart): number | null =>
  unitGrams === null ? null : unitGrams * quantity;

/** Where a line lies: with the buyer, on the way, or in a parcel of which nobody knows (R32). */
function placeOf(part: WeighedPart, waybills: readonly OrderWaybill[]): ParcelState {
  if (part.waybill === '') return 'received';
  return waybills.find(({ waybill }) => waybill === part.waybill)?.state ?? 'received';
}

/** Compares what should be there with what the scale shows, line by line and as a whole (R32, R33). */
export function judgeWeighing(input: WeighingInput): WeighingJudgement {
  const { parts, waybills, packagingGrams, totalGrams } = input;
  const places = parts.map((part) => placeOf(part, waybills));
  const here = parts.filter((_, index) => places[index] === 'received');
  const content = sum(here.map(weightOf));
  const expected = content === null ? null : content + (packagingGrams ?? 0);
  const sent = sum(waybills.filter(({ state }) => state === 'received').map(({ grams }) => grams));
  const read = sum(here.map(({ readGrams }) => readGrams));
  const scale = totalGrams ?? read;
  const slack = (grams: number): number =>
    Math.max(input.toleranceGrams, Math.round((grams * input.tolerancePercent) / 100));
  // The lines are weighed without the box, so its weight belongs only to the parcel as a whole.
  const base = totalGrams === null ? content : baseOf({ expected, sent, scale: totalGrams }, slack);
  const tolerance = slack(base ?? 0);
  const difference = scale === null || base === null ? null : scale - base;
  const agrees = difference !== null && Math.abs(difference) <= tolerance;
  const missing = difference === null || difference >= 0 || agrees ? null : -difference;
  const sentShort = expected !== null && sent !== null && sent - expected < -slack(expected);
  // A waybill that is lighter than goods which all lie on the scale was weighed or written wrongly.
  const leftShort = sentShort && !(agrees && base !== sent);
  const elsewhere = places.includes('underway') ? 'split' : places.includes('unknown') ? 'unsure' : null;
  const wasComplete = expected !== null && sent !== null;
  return {
    verdict: leftShort ? 'sentShort' : verdictOf(difference, agrees, { elsewhere, wasComplete }),
    expected,
    sent,
    scale,
    base,
    difference,
    tolerance,
    parts: parts.map((part, index) => judgePart(part, places[index] ?? 'received', slack)),
    suspects: missing === null ? [] : findSuspects(parts, here, missing, tolerance),
  };
}

/**
 * What the scale is compared with: the waybill, as long as it fits our records or the scale. Couriers round up to the half
 * or whole kilogram and now and then err; then our own records are the better witness.
 */
function baseOf(
  { expected, sent, scale }: Readonly<Record<'expected' | 'sent', number | null>> & { scale: number },
  slack: (grams: number) => number,
): number | null {
  if (expected === null || sent === null) return sent ?? expected;
  if (Math.abs(sent - expected) <= slack(expected) || Math.abs(scale - sent) <= slack(sent)) return sent;
  return sent < expected && Math.abs(scale - expected) > slack(expected) ? sent : expected;
}

function verdictOf(
  difference: number | null,
  agrees: boolean,
  {
    elsewhere,
    wasComplete,
  }: { readonly elsewhere: 'split' | 'unsure' | null; readonly wasComplete: boolean },
): WeighingVerdict {
  if (difference === null) return elsewhere ?? 'noData';
  if (agrees) return elsewhere ?? 'match';
  if (difference > 0) return 'over';
  return wasComplete ? 'lighterNow' : 'short';
}

function judgePart(
  part: WeighedPart,
  place: ParcelState,
  slack: (grams: number) => number,
): WeighingJudgement['parts'][number] {
  if (place !== 'received') return { state: place === 'underway' ? 'underway' : 'unsure', difference: null };
  const wanted = weightOf(part);
  if (wanted === null || part.readGrams === null) return { state: 'unknown', difference: null };
  const difference = part.readGrams - wanted;
  if (Math.abs(difference) <= slack(wanted)) return { state: 'ok', difference };
  return { state: difference < 0 ? 'short' : 'over', difference };
}

/** At most this many guesses: more would say nothing. */
const maxSuspects = 3;

/** Which pieces of one line would make up for what is missing, the best fit first. */
function findSuspects(
  parts: readonly WeighedPart[],
  here: readonly WeighedPart[],
  missing: number,
  tolerance: number,
): readonly Suspect[] {
  return parts
    .flatMap((part, index) => {
      const { unitGrams, quantity } = part;
      if (unitGrams === null || unitGrams === 0 || !here.includes(part)) return [];
      const count = Math.max(1, Math.min(quantity, Math.round(missing / unitGrams)));
      const miss = Math.abs(missing - count * unitGrams);
      return miss <= tolerance ? [{ index, count, miss }] : [];
    })
    .sort((a, b) => a.miss - b.miss)
    .slice(0, maxSuspects)
    .map(({ index, count }) => ({ index, count }));
}
