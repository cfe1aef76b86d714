/** The reason a buyer gives; it decides which evidence a case needs (R131). */
export const claimReasons = [
  'quality',
  'notAsDescribed',
  'wrongItem',
  'missing',
  'damage',
  'notReceived',
  'counterfeit',
  'size',
  'noReason',
] as const;
export type ClaimReason = (typeof claimReasons)[number];
