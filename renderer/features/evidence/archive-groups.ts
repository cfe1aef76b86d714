import { assertNever } from '#shared/assert-never';
import type { Evidence, EvidenceKind } from '#shared/domain/evidence';
import type { Contentment } from '#shared/domain/contentment';
import type { CaseId } from '#shared/domain/ids';

/** What the archive shows: part of a buyer ID or file name, one kind, one month (`YYYY-MM`); empty or null for all. */
export type ArchiveFilter = {
  readonly text: string;
  readonly kind: EvidenceKind | null;
  readonly month: string | null;
  /** How content the buyer was at the close of its case (R185). */
  readonly content: Contentment | null;
};

export const groupings = ['buyer', 'case', 'product', 'kind', 'month', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** Shanghai has no daylight saving, so a shift is enough; thousands of these are worked out at once. */
const shanghaiOffset = 8 * 60 * 60 * 1000;

/** Shanghai month of an instant, `YYYY-MM`. */
export function monthOf(at: number): string {
  return new Date(at + shanghaiOffset).toISOString().slice(0, 7);
}

/** The months evidence came in, in the order of the list. */
export function monthsOf(items: readonly Evidence[]): string[] {
  return [...new Set(items.map(({ receivedAt }) => monthOf(receivedAt)))];
}

/**
 * The pieces that pass a filter. Upper and lower case, full and half width are the same.
 * @param cases only pieces of these; null for all
 */
export function filterEvidence(
  items: readonly Evidence[],
  { text, kind, month }: Omit<ArchiveFilter, 'content'>,
  cases: ReadonlySet<CaseId> | null = null,
): Evidence[] {
  const wanted = fold(text.trim());
  return items.filter(
    (item) =>
      (kind === null || item.kind === kind) &&
      (cases === null || cases.has(item.caseId)) &&
      (month === null || monthOf(item.receivedAt) === month) &&
      (wanted === '' ||
        [item.buyerId, item.fileName, item.originalName].some((field) => fold(field).includes(wanted))),
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export type Group = {
  readonly key: string;
  readonly by: Grouping;
  /** Buyer ID, product, kind or month; empty where the case says it. */
  readonly label: string;
  readonly caseId: CaseId | null;
  readonly items: readonly Evidence[];
};

/**
 * Splits a list, keeping its order; the group of the first piece comes first.
 * @param productOf what a case is about, for grouping by product
 */
export function groupEvidence(
  items: readonly Evidence[],
  by: Grouping,
  productOf: (caseId: CaseId) => string = () => '',
): Group[] {
  const groups = new Map<string, Group & { readonly items: Evidence[] }>();
  for (const item of items) {
    const [key, label] = keyOf(item, by, productOf);
    const group = groups.get(key) ?? {
      key,
      by,
      label,
      caseId: by === 'case' ? item.caseId : null,
      items: [],
    };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Key and heading of the group a piece belongs to. */
function keyOf(
  item: Evidence,
  by: Grouping,
  productOf: (caseId: CaseId) => string,
): readonly [key: string, label: string] {
  switch (by) {
    case 'buyer':
      return [item.folder, item.buyerId];
    case 'case':
      return [item.caseId, ''];
    case 'product': {
      const product = productOf(item.caseId);
      return product === '' ? ['—', '—'] : [`p ${product}`, product];
    }
    case 'kind':
      return [item.kind, item.kind];
    case 'month': {
      const month = monthOf(item.receivedAt);
      return [month, month];
    }
    case 'none':
      return ['', ''];
    default:
      return assertNever(by);
  }
}

/** A line of the virtual list: a group's heading, or as many tiles as fit beside each other. */
export type Row =
  | { readonly kind: 'head'; readonly key: string; readonly group: Group }
  | { readonly kind: 'tiles'; readonly key: string; readonly items: readonly Evidence[] };

/** Lays groups out in lines. Groups without a heading of their own (`none`) get none. */
export function layoutRows(groups: readonly Group[], columns: number): Row[] {
  return groups.flatMap((group) => {
    const rows: Row[] = group.key === '' ? [] : [{ kind: 'head', key: `head ${group.key}`, group }];
    for (let start = 0; start < group.items.length; start += columns) {
      const items = group.items.slice(start, start + columns);
      rows.push({ kind: 'tiles', key: `${group.key} ${items[0]?.id ?? ''}`, items });
    }
    return rows;
  });
}

/** The piece an arrow key leads to from `from`, over the borders of groups; null when the key means nothing here. */
export function stepInRows(key: string, from: Evidence, rows: readonly Row[]): Evidence | null {
  const lines = rows.flatMap((row) => (row.kind === 'tiles' ? [row.items] : []));
  const flat = lines.flat();
  const at = flat.findIndex(({ id }) => id === from.id);
  const line = lines.findIndex((items) => items.some(({ id }) => id === from.id));
  const column = lines[line]?.findIndex(({ id }) => id === from.id) ?? 0;
  const inLine = (index: number): Evidence => {
    const items = lines[index];
    return items?.[Math.min(column, items.length - 1)] ?? from;
  };
  switch (key) {
    case 'ArrowLeft':
      return flat[at - 1] ?? from;
    case 'ArrowRight':
      return flat[at + 1] ?? from;
    case 'ArrowUp':
      return inLine(line - 1);
    case 'ArrowDown':
      return inLine(line + 1);
    case 'Home':
      return flat[0] ?? from;
    case 'End':
      return flat.at(-1) ?? from;
    default:
      return null;
  }
}
