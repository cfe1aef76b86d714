import type { CaseId, Id, ShopId } from './ids';
import type { Platform } from './platform';

/** How many orders were sold in a month, as the seller typed it: the app knows no orders of its own (R1). */
export type SoldOrders = {
  /** Made by {@link soldKey}. */
  readonly key: string;
  readonly scope: SoldScope;
  /** A shop's id (empty for cases without a shop), or a product's name. */
  readonly of: string;
  /** `YYYY-MM` in Shanghai. */
  readonly month: string;
  readonly orders: number;
  /** When it was typed, epoch ms. */
  readonly at: number;
  readonly sample: boolean;
};
export type SoldScope = 'shop' | 'product';

/** The one row for a shop or product and a month. */
export function soldKey(scope: SoldScope, of: string, month: string): string {
  return `${scope}|${month}|${of}`;
}

/** The seller's own words in a report: what to improve about a product (R4), or a month's conclusion (R118). */
export type ReportNote = {
  /** `product|NAME` or `month|YYYY-MM|SHOP`. */
  readonly key: string;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
};

export type QualityActionId = Id<'qualityAction'>;

/** Something to be done so that a fault does not come back (R118, R157). */
export type QualityAction = {
  readonly id: QualityActionId;
  readonly product: string;
  /** A key of `shared/reports/reasons`; empty when it is about all of the product's faults. */
  readonly reason: string;
  readonly text: string;
  /** Epoch ms of the end of the day it is due on; 0 for none. */
  readonly dueAt: number;
  readonly doneAt: number | null;
  /** The cases it comes from. */
  readonly caseIds: readonly CaseId[];
  readonly createdAt: number;
  readonly sample: boolean;
};

export type QualityFeedbackId = Id<'qualityFeedback'>;

/** A fault that was told to whoever makes or packs the goods (R31: 质量反馈). */
export type QualityFeedback = {
  readonly id: QualityFeedbackId;
  readonly product: string;
  /** Which batch it is about, as printed on the goods; may be empty. */
  readonly batch: string;
  readonly reason: string;
  /** Name of the supplier or of whoever packs. */
  readonly to: string;
  readonly text: string;
  readonly caseIds: readonly CaseId[];
  /** Epoch ms. */
  readonly at: number;
  readonly sample: boolean;
};

export type ShopScoreId = Id<'shopScore'>;

/** One number a platform's back office showed on a day, typed in by hand (R183, R184). */
export type ShopScore = {
  readonly id: ShopScoreId;
  readonly platform: Platform;
  readonly shopId: ShopId | null;
  readonly kind: ScoreKind;
  /** In hundredths: 4.85 stars are 485, a good rate of 98.5 % is 9850. */
  readonly hundredths: number;
  /** Epoch ms of noon of the Shanghai day it was read. */
  readonly at: number;
  readonly sample: boolean;
};
export const scoreKinds = ['goodRate', 'experience', 'description', 'service', 'logistics'] as const;
export type ScoreKind = (typeof scoreKinds)[number];
