import type { ContactChannel } from './contact';
import type { FlagLegend } from './flag-legend';
import type { AddressId, ShopId } from './ids';
import type { Platform } from './platform';

/** One of the seller's shops. `signature` signs order memos (R28: 处理客服名). */
export type Shop = {
  readonly id: ShopId;
  readonly platform: Platform;
  readonly name: string;
  readonly signature: string;
  /** The return address put on this shop's slips (R25). */
  readonly addressId: AddressId | null;
  /** Where buyers of this shop pay freight or a difference that is theirs (R14: 补邮费的链接); absent or empty for none. */
  readonly postageLink?: string;
  /** The order in which buyers are tried to be reached (R86); absent for the shipped one. */
  readonly contactOrder?: readonly ContactChannel[];
  /** What the flag colours mean in this shop (R29); absent for the shipped meaning. */
  readonly flagLegend?: FlagLegend;
  /** True for the sample shop, whose data can be removed in one go. */
  readonly sample: boolean;
  readonly createdAt: number;
};

/** Where buyers send goods back to (R25). */
export type ReturnAddress = {
  readonly id: AddressId;
  readonly label: string;
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
  /** Accepted carriers, as printed on slips (R26). */
  readonly carriers: string;
  readonly sample: boolean;
};
