import { faultDefaults, faultReasons } from '../knowledge/report-kinds';
import type { CaseId } from '../domain/ids';
import type { QualityFeedback } from '../domain/report-records';
import type { ReportCase } from './reasons';

const dayMs = 86_400_000;

/** How often the same fault has to come, in how many days, to be said aloud. */
export type FaultLimit = { readonly times: number; readonly days: number };
export const faultLimitRange = { times: [2, 50], days: [1, 180] } as const;

/** A limit as stored or typed, brought into its range; what is no whole number becomes the shipped one. */
export function cleanFaultLimit(limit: Partial<FaultLimit>): FaultLimit {
  const clean = (name: keyof FaultLimit): number => {
    const value = limit[name];
    if (value === undefined || !Number.isInteger(value)) return faultDefaults[name];
    const [least, most] = faultLimitRange[name];
    return Math.min(most, Math.max(least, value));
  };
  return { times: clean('times'), days: clean('days') };
}

export type FaultAlert = {
  readonly product: string;
  readonly reason: string;
  readonly ids: readonly CaseId[];
  /** How many of them were checked and not only said by the buyer. */
  readonly found: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The newest report to the supplier about this fault that knows all of these cases; null when some are news. */
  readonly told: QualityFeedback | null;
};

const faults: ReadonlySet<string> = new Set(faultReasons);

/** The fault a case tells of: what was found, else what the buyer says; empty when it is none. */
export function faultOf({ found, stated }: Pick<ReportCase, 'found' | 'stated'>): string {
  if (faults.has(found) || found.startsWith('=')) return found;
  // Found to be something else: then it is no fault of the goods, whatever was said.
  return found === '' && faults.has(stated) ? stated : '';
}

/**
 * Faults of one product that came `times` times in the last `days` days before `now` (R31), most cases first. What was
 * told to the supplier already is still listed, but marked until a new case comes.
 */
export function findFaults(
  cases: readonly ReportCase[],
  { times, days }: FaultLimit,
  now: number,
  feedback: readonly QualityFeedback[],
): readonly FaultAlert[] {
  const groups = new Map<string, ReportCase[]>();
  for (const item of cases) {
    const reason = faultOf(item);
    if (reason === '' || item.product === '') continue;
    if (item.createdAt <= now - days * dayMs || item.createdAt > now) continue;
    const key = `${item.product}\n${reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()]
    .filter((group) => group.length >= times)
    .map((group) => toAlert(group, feedback))
    .toSorted(
      (a, b) => b.ids.length - a.ids.length || b.lastAt - a.lastAt || (a.product < b.product ? -1 : 1),
    );
}

function toAlert(group: readonly ReportCase[], feedback: readonly QualityFeedback[]): FaultAlert {
  const sorted = group.toSorted((a, b) => a.createdAt - b.createdAt);
  const [first] = sorted;
  const product = first?.product ?? '';
  const reason = first === undefined ? '' : faultOf(first);
  const ids = sorted.map(({ id }) => id);
  const told = feedback
    .filter((one) => one.product === product && one.reason === reason)
    .filter(({ caseIds }) => ids.every((id) => caseIds.includes(id)))
    .toSorted((a, b) => b.at - a.at)[0];
  return {
    product,
    reason,
    ids,
    found: group.filter(({ found }) => found !== '').length,
    firstAt: first?.createdAt ?? 0,
    lastAt: sorted.at(-1)?.createdAt ?? 0,
    told: told ?? null,
  };
}
