import type { Platform } from '../domain/platform';
import type { ColumnNames } from './order-fields';

/**
 * One kind of export, known by its headings. Platforms let the seller choose columns and rename them about once a
 * year: a signature is a score, never a gate, and columns are found by name, never by place.
 */
export type Signature = {
  readonly id: string;
  readonly platform: Platform;
  /** What the file tells: `order` a row per order or product, `aftersale` a row per application. */
  readonly about: 'order' | 'aftersale';
  /** `line`: a row is one product, several rows make an order. */
  readonly rows: 'order' | 'line';
  /** Whether the amount of a row is the row's own (they add up) or the whole order's, repeated. */
  readonly paid: 'order' | 'line';
  readonly all: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
  readonly columns: ColumnNames;
};
