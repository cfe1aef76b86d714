/** The typed fields of a return address (R25, R26). */
export type AddressDraft = {
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
  /** Accepted carriers, as they will be printed. */
  readonly carriers: string;
};
export type AddressField = keyof AddressDraft;
export type AddressProblems = Readonly<Partial<Record<AddressField, string>>>;

/** Couriers that take returns door to door everywhere; surface mail is left out on purpose (R26). */
export const usualCarriers = '顺丰、中通、圆通、申通、韵达、EMS';

export const emptyAddressDraft: AddressDraft = {
  recipient: '',
  phone: '',
  address: '',
  carriers: usualCarriers,
};

/** True while nothing of an address was typed: it may then be left for later. */
export function isBlankAddress(draft: AddressDraft): boolean {
  return [draft.recipient, draft.phone, draft.address].every((text) => text.trim() === '');
}

/** A telephone number as people write it: digits with an optional plus, blanks, brackets, dashes or extension. */
const phone = /^\+?[\d()（）\s-]{5,24}(?:(?:转|ext\.?|#)\s*\d{1,6})?$/i;

/** What keeps an address from being printed on a slip, as text keys by field; empty when it is complete. */
export function findAddressProblems(draft: AddressDraft): AddressProblems {
  const number = draft.phone.normalize('NFKC').trim();
  return {
    ...(draft.recipient.trim() === '' ? { recipient: 'setup.recipientMissing' } : {}),
    ...(number === ''
      ? { phone: 'setup.phoneMissing' }
      : phone.test(number)
        ? {}
        : { phone: 'setup.phoneOdd' }),
    ...(draft.address.trim() === '' ? { address: 'setup.addressMissing' } : {}),
  };
}

/** The address as it is kept: blanks around each field go, full-width digits become plain. */
export function cleanAddress(draft: AddressDraft): AddressDraft {
  return {
    recipient: draft.recipient.trim(),
    phone: draft.phone.normalize('NFKC').trim(),
    address: draft.address.trim(),
    carriers: draft.carriers.trim(),
  };
}
