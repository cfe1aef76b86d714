import type { BarCode, SquareCode } from './slip-codes';
import type { Segment, SlipPart } from './slip-words';

/** One thing on the paper. All lengths are millimetres from the top left corner; `y` of a text is its baseline. */
export type SlipItem =
  | {
      readonly kind: 'text';
      readonly part: SlipPart;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly mono: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly runs: readonly Segment[];
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly thickness: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly thickness: number;
    }
  | {
      readonly kind: 'bars';
      readonly x: number;
      readonly y: number;
      readonly module: number;
      readonly height: number;
      readonly code: BarCode;
    }
  | {
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      readonly module: number;
      readonly code: SquareCode;
    };

export type SlipPage = {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SlipItem[];
  /** Parts that had to end in `…` because the paper is too small for them. */
  readonly cut: readonly SlipPart[];
};
