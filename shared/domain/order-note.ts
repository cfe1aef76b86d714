import { utf8Length } from './evidence-name';
import type { CaseId, OrderNoteId } from './ids';
import type { Platform } from './platform';

/** Memo flags by colour word; the number a platform gives a colour differs from platform to platform (R29). */
export const flagColors = ['none', 'red', 'yellow', 'green', 'blue', 'purple'] as const;
export type FlagColor = (typeof flagColors)[number];

/** Longest memo a platform takes, in UTF-8 bytes (Taobao's limit, the strictest known). */
export const memoMaxBytes = 1000;

/** A seller memo of an order, as composed here; `pastedAt` says it was really put on the platform (R28). */
export type OrderNote = {
  readonly id: OrderNoteId;
  readonly caseId: CaseId;
  readonly platform: Platform;
  readonly orderNo: string;
  readonly text: string;
  readonly flag: FlagColor;
  readonly createdAt: number;
  readonly pastedAt: number | null;
  readonly sample: boolean;
};

/** A memo as R28 wants it: content, who handled it, and the day, in this order. Empty parts leave no separator. */
export function composeMemo(content: string, operator: string, day: string): string {
  return [content.trim(), operator.trim(), day].filter((part) => part !== '').join(' / ');
}

/** Size of a memo as platforms count it: UTF-8 bytes. */
export function memoBytes(text: string): number {
  return utf8Length(text);
}
