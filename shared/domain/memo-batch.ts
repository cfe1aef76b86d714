import { AppError } from '../errors';
import { fillBlanks } from '../knowledge/memo-templates';
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

/**
 * Memos for many orders at once: a line each, the order number first, further columns behind tabs or commas fill `{1}`,
 * `{2}` … of the content.
 */
export function composeBatch(
  pasted: string,
  content: string,
  operator: string,
  day: string,
  platform: Platform,
): readonly BatchRow[] {
  const seen = new Set<string>();
  const lines = pasted.split(/\r\n|\r|\n/);
  const rows: BatchRow[] = [];
  for (const [index, whole] of lines.entries()) {
    if (whole.trim() === '') continue;
    const [first = '', ...columns] = whole
      .split(whole.includes('\t') ? '\t' : /[,，]/)
      .map((cell) => cell.trim());
    const values = Object.fromEntries(columns.map((cell, order) => [String(order + 1), cell]));
    const { orderNo, problem } = readOrder(first);
    const filled = fillBlanks(content, { ...values, 订单号: orderNo, 'order no': orderNo });
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
            : /\{[^{}]{1,20}\}/.test(text)
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
