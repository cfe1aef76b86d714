import type { CaseId, OrderNoteId } from './ids';
import type { Platform } from './platform';

/** Memo flags by colour word; the number a platform gives a colour differs from platform to platform (R29). */
export const flagColors = ['none', 'red', 'yellow', 'green', 'blue', 'purple', 'orange', 'cyan'] as const;
export type FlagColor = (typeof flagColors)[number];

/** A seller memo of an order, as composed here; `pastedAt` says it was really put on the platform (R28). */
export type OrderNote = {
  readonly id: OrderNoteId;
  readonly caseId: CaseId;
  readonly platform: Platform;
  readonly orderNo: string;
  readonly text: string;
  readonly flag: FlagColor;
  /** The short label beside the flag, where the platform has one. */
  readonly tag?: string;
  readonly createdAt: number;
  readonly pastedAt: number | null;
  readonly sample: boolean;
};

/** A memo as R28 wants it: content, who handled it, and the day, in this order. Empty parts leave no separator. */
export function composeMemo(content: string, operator: string, day: string): string {
  return [content.trim(), operator.trim(), day].filter((part) => part !== '').join(' / ');
}
