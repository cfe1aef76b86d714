import { assertNever } from '#shared/assert-never';
import { findTable, fingerprint, guessOrders, mapBy, type OrderTable } from '#shared/imports/order-table';
import {
  readOrders,
  type ImportedOrder,
  type ReadingWay,
  type RowProblem,
} from '#shared/imports/read-orders';
import { signatures } from '#shared/imports/signatures';
import { maskText } from '#shared/domain/mask';
import { cleanCell } from '#shared/imports/clean-cell';
import { FileRefused, readSheets, type FileProblem } from './read-sheets';
import type { Mapping } from '#shared/imports/order-fields';

/** What a file turned out to be, without its rows. */
export type OpenedOrders = {
  readonly headings: readonly string[];
  readonly dropped: readonly string[];
  readonly fingerprint: string;
  readonly rows: number;
  /** A few cells of each column, to see what it holds. */
  readonly samples: readonly (readonly string[])[];
  /** Id of the signature that fits best; null when none does. */
  readonly signature: string | null;
  readonly certain: boolean;
  readonly mapping: Mapping;
};

export type OrderRequest =
  | { readonly kind: 'open'; readonly file: File }
  | { readonly kind: 'map'; readonly signature: string | null }
  | { readonly kind: 'read'; readonly mapping: Mapping; readonly way: ReadingWay }
  | { readonly kind: 'page'; readonly from: number; readonly count: number };

export type OrderReply =
  | { readonly kind: 'opened'; readonly opened: OpenedOrders }
  | { readonly kind: 'refused'; readonly why: FileProblem }
  | { readonly kind: 'mapped'; readonly mapping: Mapping }
  | { readonly kind: 'read'; readonly count: number; readonly problems: readonly RowProblem[] }
  | { readonly kind: 'page'; readonly orders: readonly ImportedOrder[] };

const samplesPerColumn = 3;
const sampleLength = 40;

/** Keeps one file's table and answers what is asked of it, page by page: ten thousand orders at once would hold the window up. */
export function createOrderReader(): (request: OrderRequest) => Promise<OrderReply> {
  let table: OrderTable | null = null;
  let orders: readonly ImportedOrder[] = [];

  async function open(file: File): Promise<OrderReply> {
    try {
      table = findTable(await readSheets(file));
    } catch (error) {
      if (error instanceof FileRefused) return { kind: 'refused', why: error.why };
      throw error;
    }
    if (table === null) return { kind: 'refused', why: 'noHeading' };
    const { headings, dropped, rows } = table;
    const { signature, certain, mapping } = guessOrders(headings);
    const samples = headings.map((_one, at) => samplesOf(rows, at));
    return {
      kind: 'opened',
      opened: {
        headings,
        dropped,
        fingerprint: fingerprint(headings),
        rows: rows.length,
        samples,
        signature: signature?.id ?? null,
        certain,
        mapping,
      },
    };
  }

  return async (request) => {
    if (request.kind === 'open') return open(request.file);
    if (table === null) throw new Error('no file is open');
    switch (request.kind) {
      case 'map': {
        const signature = signatures.find(({ id }) => id === request.signature) ?? null;
        return { kind: 'mapped', mapping: mapBy(table.headings, signature) };
      }
      case 'read': {
        const read = readOrders(table, request.mapping, request.way);
        orders = read.orders;
        return { kind: 'read', count: orders.length, problems: read.problems };
      }
      case 'page':
        return { kind: 'page', orders: orders.slice(request.from, request.from + request.count) };
      default:
        return assertNever(request);
    }
  };
}

function samplesOf(rows: OrderTable['rows'], at: number): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = cleanCell(cells[at] ?? '');
    // Cut first, half a phone number would stay readable.
    if (text !== '') found.add(maskText(text).slice(0, sampleLength));
    if (found.size === samplesPerColumn) break;
  }
  return [...found];
}
