import type { ClaimReason } from './claim-reason';
import type { CaseId, PersonId, ShopId } from './ids';
import type { Closing } from './outcome';
import type { Platform } from './platform';

/** The twenty kinds of after-sales work (REQUIREMENTS 1S). */
export const caseTypes = [
  'unshippedRefund',
  'inTransitRefund',
  'returnRefund',
  'refundOnly',
  'partialRefund',
  'exchange',
  'reship',
  'wrongShipment',
  'shortage',
  'damage',
  'lost',
  'undeliverable',
  'refused',
  'repair',
  'intervention',
  'complaint',
  'review',
  'outOfStock',
  'invoice',
  'message',
] as const;
export type CaseType = (typeof caseTypes)[number];

/** Who bears the fault (R2: 责任方). `unknown` until found out. */
export const liabilities = [
  'unknown',
  'buyer',
  'shop',
  'supplier',
  'courier',
  'platform',
  'staff',
  'shared',
] as const;
export type Liability = (typeof liabilities)[number];

/** Where the goods are right now (R64: 货品状态). */
export const goodsStates = [
  'unpacked',
  'packed',
  'inTransit',
  'received',
  'returning',
  'returned',
  'damaged',
  'unknown',
] as const;
export type GoodsState = (typeof goodsStates)[number];

/** Whose move it is (R7: never wait without knowing on whom). */
export const waitingOns = ['us', 'buyer', 'courier', 'supplier', 'platform'] as const;
export type WaitingOn = (typeof waitingOns)[number];

export const caseStatuses = ['open', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** What was done to win a buyer back after a case, and what came of it (R169). */
export const winBackStates = ['asked', 'offered', 'cameBack', 'dropped'] as const;
export type WinBack = {
  readonly state: (typeof winBackStates)[number];
  readonly note: string;
  readonly at: number;
};

/** How the matter reached us (R122): chat, phone, a shop in the street, what the platform shows, or anything else. */
export const caseChannels = ['chat', 'phone', 'offline', 'backOffice', 'other'] as const;
export type CaseChannel = (typeof caseChannels)[number];

/** Where a complaint was filed (R147). */
export const complaintChannels = ['platform', '12315', 'heimao'] as const;
export type ComplaintChannel = (typeof complaintChannels)[number];

/** One after-sales case (售后单). Times are epoch milliseconds (UTC); money is integer fen. */
export type Case = {
  readonly id: CaseId;
  /** `YYYYMMDD-NNN`, day in Asia/Shanghai. */
  readonly caseNo: string;
  readonly platform: Platform;
  readonly shopId: ShopId | null;
  readonly buyerId: string;
  /** Text, always: 19 digits do not fit a number. May be empty while unknown. */
  readonly orderNo: string;
  /** An exchange the buyer ordered anew and paid in full (R9): the number of that order; absent otherwise. */
  readonly newOrderNo?: string;
  readonly type: CaseType;
  /** Key of the seller's own procedure it follows; absent when it follows that of its type. */
  readonly playbook?: string;
  readonly product: string;
  readonly amountFen: number | null;
  /** How it came in (R122); absent while nobody has said. */
  readonly channel?: CaseChannel;
  /** What happened, in the seller's words (R110). */
  readonly description: string;
  readonly liability: Liability;
  readonly goods: GoodsState;
  readonly status: CaseStatus;
  readonly waitingOn: WaitingOn;
  /** Who of the contact book the case waits for (R109); null or absent when nobody was named. */
  readonly waitingPerson?: PersonId | null;
  readonly nextActionAt: number | null;
  /** What to do next, verb first. */
  readonly nextAction: string;
  /** When things happened, for the deadline engine: event name to epoch ms (`aftersale.applied`, …). */
  readonly events: Readonly<Record<string, number>>;
  /** Countdowns typed in from the back office: rule id to due time, epoch ms. They win over computed ones. */
  readonly typedDue: Readonly<Record<string, number>>;
  /** Rule ids the seller has answered, with the time they did. */
  readonly answered: Readonly<Record<string, number>>;
  /** The reason the buyer gives, which decides what has to be proved (R131); not set until picked. */
  readonly claimReason?: ClaimReason;
  /** Where a complaint was filed; absent for other cases and while it is not known. */
  readonly complaintChannel?: ComplaintChannel;
  readonly sample: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  /** What the reason really was, as far as it is known before closing (R4). */
  readonly foundReason?: ClaimReason;
  /** Whether the buyer was asked or offered something again after the case (R169); absent while nobody has. */
  readonly winBack?: WinBack;
  /** How it was closed last (R2, R4, R112, R150). */
  readonly closing?: Closing;
  readonly deletedAt: number | null;
  /** When everything that tells of the buyer was cleared, epoch ms; absent while it is there. */
  readonly anonymisedAt?: number;
};

/** The fields a seller fills when opening a case. */
export type CaseInput = Pick<
  Case,
  | 'platform'
  | 'shopId'
  | 'buyerId'
  | 'orderNo'
  | 'newOrderNo'
  | 'type'
  | 'playbook'
  | 'complaintChannel'
  | 'product'
  | 'amountFen'
  | 'channel'
  | 'description'
  | 'liability'
  | 'goods'
  | 'waitingOn'
  | 'nextActionAt'
  | 'nextAction'
  | 'events'
>;

/** Whether a case counts as an exchange: one that was ordered anew is an ordinary purchase beside a return (R9). */
export function countsAsExchange({ type, newOrderNo = '' }: Pick<Case, 'type' | 'newOrderNo'>): boolean {
  return type === 'exchange' && newOrderNo === '';
}

/** The case number of the `sequence`-th case (from 1) of a Shanghai day given as `YYYYMMDD`. */
export function formatCaseNo(day: string, sequence: number): string {
  return `${day}-${String(sequence).padStart(3, '0')}`;
}
