import { parseDay } from '#shared/domain/parse-day';
import { isoDay, startOfDay } from '#shared/domain/shanghai-time';
import { safeNamePart } from '#shared/domain/evidence-name';
import type { Case } from '#shared/domain/case';
import type { AddressId } from '#shared/domain/ids';
import type { ReturnSlip, SlipPaper } from '#shared/domain/return-slip';
import type { ReturnAddress } from '#shared/domain/shop';

/** What the seller chose for a case's slip; null stands for "not chosen", so that defaults stay fresh. */
export type SlipChoices = {
  readonly paper: SlipPaper | null;
  readonly language: ReturnSlip['language'] | null;
  readonly addressId: AddressId | null;
  /** As typed. */
  readonly lastDay: string | null;
  readonly handling: string | null;
  readonly extra: string;
};

export const noChoices: SlipChoices = {
  paper: null,
  language: null,
  addressId: null,
  lastDay: null,
  handling: null,
  extra: '',
};

/** Days a buyer gets when nothing else was agreed: seven, as platforms give them (R175). */
const daysToReturn = 7;

/** The default last day to send back, `YYYY-MM-DD` in Shanghai. */
export function defaultLastDay(now: number): string {
  return isoDay(startOfDay(now, daysToReturn));
}

/** Puts case, choices and address together. Texts are cut to what the print job takes. */
export function makeSlip(
  item: Case,
  chosen: SlipChoices,
  address: ReturnAddress | undefined,
  defaults: Pick<ReturnSlip, 'paper' | 'language' | 'handling'>,
  now: number,
): ReturnSlip {
  return {
    paper: chosen.paper ?? defaults.paper,
    language: chosen.language ?? defaults.language,
    caseNo: item.caseNo,
    buyerId: item.buyerId.slice(0, 300),
    orderNo: item.orderNo,
    product: item.product.slice(0, 300),
    handling: (chosen.handling ?? defaults.handling).slice(0, 300),
    recipient: (address?.recipient ?? '').slice(0, 300),
    phone: (address?.phone ?? '').slice(0, 300),
    address: (address?.address ?? '').slice(0, 600),
    carriers: (address?.carriers ?? '').slice(0, 300),
    lastDay: parseDay(chosen.lastDay ?? defaultLastDay(now), now, 'future') ?? '',
    extra: chosen.extra.slice(0, 600),
  };
}

/** `退货说明单_{买家ID}_{售后单号}.pdf`, safe on every disk. */
export function slipFileName(word: string, slip: ReturnSlip, extension: 'pdf' | 'png'): string {
  return `${word}_${safeNamePart(slip.buyerId)}_${slip.caseNo}.${extension}`;
}
