import { w } from '../playbooks/define-playbook';
import type { Words } from '../../domain/playbook';

/** What can be offered so that a buyer keeps the goods (R1, R100, R115). */
export type RetentionOffer = { readonly id: string; readonly title: Words; readonly money: boolean };

export const retentionOffers: readonly RetentionOffer[] = [
  { id: 'coupon', title: w('送优惠券', 'Coupon'), money: true },
  { id: 'partialRefund', title: w('补偿一部分，不退货', 'Part of the price back'), money: true },
  { id: 'swap', title: w('换尺码、换款', 'Another size or model'), money: false },
  { id: 'gift', title: w('送小礼品', 'Small gift'), money: false },
  { id: 'repair', title: w('寄配件、免费修', 'Parts or free repair'), money: false },
  { id: 'faster', title: w('加急发出、改快递', 'Ship faster, other courier'), money: false },
  { id: 'help', title: w('教怎么用、怎么装', 'Show how to use or mount it'), money: false },
  { id: 'other', title: w('其他', 'Something else'), money: false },
];

/** How the step of the procedures is answered by what came of an offer. */
export const retentionStep = { step: 'retention', withMoney: 'compensated', without: 'kept' } as const;
