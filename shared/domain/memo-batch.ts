import { AppError } from '../errors';
import { fillBlanks, missingBlanks } from '../knowledge/memo-templates';
import { memoFormats } from '../knowledge/memo-formats';
import { memoSize } from './merge-memo';
import { normalizeOrderNo } from './order-no';
import { composeMemo, type FlagColor } from './order-note';
import type { Platform } from './platform';

/** A memo for an order that has no case, waiting to be pasted. Times are epoch ms. */
export type MemoJob = {
  readonly id: string;
  readonly platform: Platform;
  readonly orderNo: string;
  readonly text: string;
  readonly flag: FlagColor;
  readonly tag: string;
  readonly createdAt: number;
  readonly pastedAt: number | null;
};

/** Why a pasted line makes no memo. */
export type BatchProblem = 'noOrder' | 'scientific' | 'twice' | 'tooLong' | 'tooMany' | 'blank';

export type BatchRow = {
  readonly line: number;
  readonly orderNo: string;
  readonly text: string;
  readonly problem: BatchProblem | null;
};

/** Most orders of one batch. */
export const batchLimit = 1000;

/** What a batch is made of: lines as they were pasted, and what holds for all of them. */
export type Batch = {
  readonly pasted: string;
  readonly content: string;
  /** Values that all orders share, by blank. */
  readonly shared: Readonly<Record<string, string>>;
  readonly operator: string;
  readonly day: string;
  readonly platform: Platform;
};

const orderBlanks: readonly string[] = ['订单号', 'order no'];

/** The blanks of a content that each line has to fill, in the order of its columns: those no order shares. */
export function columnBlanks(content: string, shared: Batch['shared']): readonly string[] {
  return missingBlanks(content, shared).filter((name) => !/^\d+$/.test(name) && !orderBlanks.includes(name));
}

/** The blanks of a content that may be filled once for all orders. */
export function sharedBlanks(content: string): readonly string[] {
  return columnBlanks(content, {});
}

/**
 * Memos for many orders at once: a line each, the order number first. Columns behind it, parted by tabs or commas, fill
 * `{1}`, `{2}` … of the content, and in the same order the blanks that have no shared value.
 */
export function composeBatch({
  pasted,
  content,
  shared,
  operator,
  day,
  platform,
}: Batch): readonly BatchRow[] {
  const seen = new Set<string>();
  const lines = pasted.split(/\r\n|\r|\n/);
  const rows: BatchRow[] = [];
  const byColumn = columnBlanks(content, shared);
  for (const [index, whole] of lines.entries()) {
    if (whole.trim() === '') continue;
    const [first = '', ...columns] = whole
      .split(whole.includes('\t') ? '\t' : /[,，]/)
      .map((cell) => cell.trim());
    const { orderNo, problem } = readOrder(first);
    const values = {
      ...shared,
      ...Object.fromEntries(columns.map((cell, order) => [String(order + 1), cell])),
      ...Object.fromEntries(byColumn.map((name, order) => [name, columns[order] ?? ''])),
      ...Object.fromEntries(orderBlanks.map((name) => [name, orderNo])),
    };
    const filled = fillBlanks(content, values);
    const text = composeMemo(filled.replace(/\s+/g, ' '), operator, day);
    const { limit } = memoFormats[platform];
    rows.push({
      line: index + 1,
      orderNo,
      text,
      problem:
        problem ??
        (rows.length >= batchLimit
          ? 'tooMany'
          : seen.has(orderNo)
            ? 'twice'
            : missingBlanks(content, values).length > 0
              ? 'blank'
              : memoSize(text, limit) > limit.max
                ? 'tooLong'
                : null),
    });
    seen.add(orderNo);
  }
  return rows;
}

function readOrder(cell: string): { readonly orderNo: string; readonly problem: BatchProblem | null } {
  try {
    const orderNo = normalizeOrderNo(cell.replace(/^'/, ''));
    return { orderNo, problem: orderNo === '' ? 'noOrder' : null };
  } catch (error) {
    if (error instanceof AppError && error.code === 'orderNoScientific')
      return { orderNo: cell, problem: 'scientific' };
    throw error;
  }
}
