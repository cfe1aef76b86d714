import { normalizeBuyerId } from '../domain/buyer-id';
import { maskText } from '../domain/mask';
import { cleanCell, looksLikeOrderNo, readCount, readId, readMoney, readTime } from './clean-cell';
import { flagOf, kindOf } from './order-words';
import type { Order, OrderKind, OrderLine } from '../domain/order';
import type { FlagColor } from '../domain/order-note';
import type { Platform } from '../domain/platform';
import type { Mapping, OrderField } from './order-fields';
import type { OrderTable, TableRow } from './order-table';
import type { Signature } from './signature';

/** Why a row was left out. */
export const rowProblems = ['noOrderNo', 'damagedOrderNo', 'notOrderNo', 'sameRow'] as const;
export type RowProblem = {
  readonly line: number;
  readonly sheet: string;
  readonly why: (typeof rowProblems)[number];
  readonly text: string;
};

/** What a file says of one order. Empty texts and nulls say nothing: they never overwrite what is known. */
export type ImportedOrder = Omit<
  Order,
  | 'key'
  | 'id'
  | 'buyerId'
  | 'kind'
  | 'kindSet'
  | 'stage'
  | 'refundStage'
  | 'importedAt'
  | 'updatedAt'
  | 'sample'
  | 'changes'
  | 'entry'
> & {
  readonly buyerId: string;
  readonly kind: OrderKind | null;
  /** The first line it stood on. */
  readonly line: number;
  /** Its number ends in so many zeros that a spreadsheet may have rounded it. */
  readonly doubtful: boolean;
};

export type ReadOrders = {
  readonly orders: readonly ImportedOrder[];
  readonly problems: readonly RowProblem[];
};

export type ReadingWay = Pick<Signature, 'rows' | 'paid'> & { readonly platform: Platform };

const maxText = 500;
const maxCell = 200;

/** The orders of a table, by the mapping. Every row becomes part of an order or a problem; none is dropped in silence. */
export function readOrders(table: OrderTable, mapping: Mapping, way: ReadingWay): ReadOrders {
  const problems: RowProblem[] = [];
  const byNo = new Map<
    string,
    { readonly row: ReadRow; readonly more: ReadRow[]; readonly seen: Set<string> }
  >();
  for (const row of table.rows) {
    const refuse = (why: RowProblem['why'], text: string): void => {
      problems.push({ line: row.line, sheet: row.sheet, why, text: text.slice(0, 60) });
    };
    const cell = readId(firstOf(row, mapping.orderNo));
    if (cell.kind === 'empty') {
      refuse('noOrderNo', cleanCell(firstOf(row, mapping.title)));
      continue;
    }
    if (cell.kind === 'damaged') {
      refuse('damagedOrderNo', cell.text);
      continue;
    }
    if (!looksLikeOrderNo(cell.id)) {
      refuse('notOrderNo', cell.id);
      continue;
    }
    const read = readRow(row, cell.id, cell.doubtful, mapping);
    const known = byNo.get(cell.id);
    if (known === undefined) {
      byNo.set(cell.id, { row: read, more: [], seen: new Set([read.print]) });
      continue;
    }
    // A row repeated word by word says nothing new, unless two lines of an order are alike and have no number.
    if (known.seen.has(read.print) && (way.rows === 'order' || read.subOrderNo !== '')) {
      refuse('sameRow', cell.id);
      continue;
    }
    known.seen.add(read.print);
    known.more.push(read);
  }
  const orders = [...byNo.values()].map(({ row, more }) => joinRows(row, more, way));
  return { orders, problems };
}

type ReadRow = {
  readonly line: number;
  readonly orderNo: string;
  readonly doubtful: boolean;
  readonly print: string;
  readonly text: (field: OrderField, most?: number) => string;
  readonly subOrderNo: string;
  /** Everything its columns say of the kind of order. */
  readonly kinds: string;
};

/** The first of a field's columns that is not empty, as it stands in the file. */
function firstOf({ cells }: TableRow, columns: readonly number[] = []): string {
  for (const at of columns) {
    const raw = cells[at] ?? '';
    if (cleanCell(raw) !== '') return raw;
  }
  return '';
}

function readRow(row: TableRow, orderNo: string, doubtful: boolean, mapping: Mapping): ReadRow {
  const text = (field: OrderField, most = maxCell): string =>
    cut(cleanCell(firstOf(row, mapping[field])).replace(/\s+/g, ' '), most);
  const sub = readId(firstOf(row, mapping.subOrderNo));
  return {
    line: row.line,
    orderNo,
    doubtful,
    print: row.cells.join('\u0000'),
    text,
    subOrderNo: sub.kind === 'id' ? sub.id : '',
    kinds: (mapping.orderType ?? []).map((at) => cleanCell(row.cells[at] ?? '')).join(' '),
  };
}

/** At most so many signs; half an emoji is no text. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

function joinRows(first: ReadRow, more: readonly ReadRow[], way: ReadingWay): ImportedOrder {
  const rows = [first, ...more];
  const lines = linesOf(rows, way);
  const single = way.rows === 'order' && lines.length === 1;
  const one = (field: OrderField, most?: number): string =>
    rows.map((row) => row.text(field, most)).find((text) => text !== '') ?? '';
  const all = (field: OrderField): string =>
    [...new Set(rows.map((row) => row.text(field)).filter((text) => text !== ''))].join(' / ');
  const time = (field: OrderField): number | null => readTime(one(field));
  const freights = rows.flatMap((row) => readMoney(row.text('freight')) ?? []);
  const courier = one('courier');
  return {
    platform: way.platform,
    orderNo: first.orderNo,
    shopName: one('shop', 60),
    buyerId: readBuyer(one('buyerId')),
    title: single ? (lines[0]?.title ?? '') : '',
    sku: single ? (lines[0]?.sku ?? '') : '',
    quantity: single ? (lines[0]?.quantity ?? null) : null,
    paidFen: way.paid === 'order' ? readMoney(one('paid')) : null,
    // Repeated on every row of the order, or on the first only.
    freightFen: freights.length === 0 ? null : Math.max(...freights),
    lines: single ? [] : lines,
    itemId: one('itemId', 40),
    kind: kindOf(rows.map(({ kinds }) => kinds).join(' ')),
    status: all('status'),
    refund: all('refund'),
    createdAt: time('createdAt') ?? dayInNumber(first.orderNo),
    paidAt: time('paidAt'),
    shippedAt: time('shippedAt'),
    doneAt: time('doneAt'),
    courier: cut(courier, 30),
    waybill: readWaybill(one('waybill')),
    buyerMessage: maskText(one('buyerMessage', maxText)),
    memo: maskText(one('memo', maxText)),
    flag: flagIn(one('flag')),
    line: first.line,
    doubtful: first.doubtful,
  };
}

function linesOf(rows: readonly ReadRow[], way: ReadingWay): OrderLine[] {
  const lines = new Map<string, OrderLine>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const [title, sku] = [row.text('title'), row.text('sku')];
    const base = row.subOrderNo === '' ? `${row.text('itemId', 40)}|${sku}|${title}` : row.subOrderNo;
    const times = (counts.get(base) ?? 0) + 1;
    counts.set(base, times);
    // Two lines alike without a number of their own are two lines.
    const id = times === 1 || row.subOrderNo !== '' ? base : `${base}#${times}`;
    const paidFen = way.paid === 'line' ? readMoney(row.text('paid')) : null;
    lines.set(id, { id, title, sku, quantity: readCount(row.text('quantity')), paidFen });
  }
  return [...lines.values()];
}

function readBuyer(text: string): string {
  // A masked nick is many people's.
  return text === '' || text.includes('*') ? '' : normalizeBuyerId(text);
}

function readWaybill(text: string): string {
  const found = /[A-Za-z]{0,4}\d[A-Za-z0-9-]{6,30}/.exec(text.replace(/^No[:：]/i, ''));
  return found?.[0] ?? '';
}

function flagIn(label: string): FlagColor | null {
  return label === '' ? null : flagOf(label);
}

/** Pinduoduo's numbers begin with the day; a fallback only, near midnight it is off by one. */
function dayInNumber(orderNo: string): number | null {
  const found = /^(\d{2})(\d{2})(\d{2})-\d{15}$/.exec(orderNo);
  return found === null ? null : readTime(`20${found[1]}-${found[2]}-${found[3]}`);
}
