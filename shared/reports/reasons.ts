import { claimReasons } from '../domain/claim-reason';
import { withoutCount } from '../domain/product-card';
import type { Case } from '../domain/case';
import type { CaseId } from '../domain/ids';

/** What the figures need of a case: small, so that many fit into memory. */
export type ReportCase = Pick<
  Case,
  | 'id'
  | 'caseNo'
  | 'platform'
  | 'shopId'
  | 'buyerId'
  | 'orderNo'
  | 'type'
  | 'product'
  | 'description'
  | 'liability'
  | 'status'
  | 'createdAt'
  | 'events'
  | 'sample'
> & {
  /** Code of a known reason, a reason in the seller's words after `=`, or empty when nobody said. */
  readonly stated: string;
  readonly found: string;
  readonly closing: Pick<
    NonNullable<Case['closing']>,
    'outcome' | 'statedReason' | 'satisfaction' | 'satisfactionNote' | 'improvement'
  > | null;
};

/** Names of the known reasons in every language, so that a reason written out is found again. */
export type ReasonNames = ReadonlyMap<string, string>;

/** A written reason as a key: the code of a known one, else its own words after `=`; empty stays empty. */
function written(text: string, names: ReasonNames): string {
  const plain = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  if (plain === '') return '';
  return names.get(plain.toLowerCase()) ?? `=${plain}`;
}

/** The words at closing begin with the description: a whole story is no reason that can be counted. */
const longestReason = 20;
const short = (key: string): string => (key.length > longestReason + 1 ? '' : key);

const codes: ReadonlySet<string> = new Set(claimReasons);
const known = (code: string | undefined): string | undefined =>
  code !== undefined && codes.has(code) ? code : undefined;

/** Takes what the figures need of a case. What was picked from the list wins over words (R4). */
export function toReportCase(item: Case, names: ReasonNames): ReportCase {
  const { id, caseNo, platform, shopId, buyerId, orderNo, type, description } = item;
  const { liability, status, createdAt, events, sample, closing } = item;
  return {
    id,
    caseNo,
    platform,
    shopId,
    buyerId,
    orderNo,
    type,
    product: withoutCount(item.product),
    description,
    liability,
    status,
    createdAt,
    events,
    sample,
    // Only a case that is closed has ended.
    closing: status === 'closed' && closing !== undefined ? closing : null,
    stated: known(item.claimReason) ?? short(written(closing?.statedReason ?? '', names)),
    found: known(item.foundReason) ?? written(closing?.realReason ?? '', names),
  };
}

export type ParetoRow = {
  readonly key: string;
  readonly count: number;
  /** Tenths of a percent of the cases with a known reason, this row and all above it; the last is 1000. */
  readonly share: number;
  readonly upTo: number;
  readonly ids: readonly CaseId[];
};
export type Pareto = {
  readonly rows: readonly ParetoRow[];
  /** Cases with a reason, of all. */
  readonly told: number;
  readonly all: number;
};

/** Reasons, most frequent first, with their share and the share of all up to them (R4). Ties by name. */
export function pareto(
  cases: readonly ReportCase[],
  side: 'stated' | 'found',
  minTied: (a: string, b: string) => number = (a, b) => (a < b ? -1 : 1),
): Pareto {
  const groups = new Map<string, CaseId[]>();
  let told = 0;
  for (const item of cases) {
    const key = item[side];
    if (key === '') continue;
    told += 1;
    const ids = groups.get(key);
    if (ids === undefined) groups.set(key, [item.id]);
    else ids.push(item.id);
  }
  let before = 0;
  const rows = [...groups]
    .toSorted(([a, one], [b, other]) => other.length - one.length || minTied(a, b))
    .map(([key, ids]): ParetoRow => {
      before += ids.length;
      return { key, ids, count: ids.length, share: perMille(ids.length, told), upTo: perMille(before, told) };
    });
  return { rows, told, all: cases.length };
}

/** Tenths of a percent, rounded half up in whole numbers; 0 of 0 is 0. */
export function perMille(part: number, of: number): number {
  return of === 0 ? 0 : Math.floor((part * 2000 + of) / (of * 2));
}
