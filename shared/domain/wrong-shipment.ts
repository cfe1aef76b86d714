import type { CaseId, ShopId, WrongShipmentId } from './ids';
import type { Platform } from './platform';

export const wrongKinds = ['wrongItem', 'missing', 'extra', 'wrongAddress'] as const;
export type WrongKind = (typeof wrongKinds)[number];

export const wrongCauses = [
  'lookAlike',
  'miscount',
  'labelMixup',
  'orderEntry',
  'supplier',
  'other',
] as const;
export type WrongCause = (typeof wrongCauses)[number];

export const remedies = [
  'none',
  'reship',
  'exchange',
  'refundOnly',
  'returnRefund',
  'partialRefund',
  'repair',
  'coupon',
] as const;
export type Remedy = (typeof remedies)[number];

/** One line of the wrong-shipment log (R30: 发错货登记). Cost is integer fen. */
export type WrongShipment = {
  readonly id: WrongShipmentId;
  readonly caseId: CaseId | null;
  readonly shopId: ShopId | null;
  readonly platform: Platform;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly kind: WrongKind;
  readonly shouldSend: string;
  readonly sent: string;
  readonly quantity: number;
  readonly cause: WrongCause;
  readonly causeNote: string;
  readonly packedBy: string;
  readonly remedy: Remedy;
  readonly costFen: number;
  readonly happenedAt: number;
  readonly sample: boolean;
  readonly createdAt: number;
  readonly deletedAt: number | null;
};

export type WrongShipmentInput = Omit<WrongShipment, 'id' | 'sample' | 'createdAt' | 'deletedAt'>;
