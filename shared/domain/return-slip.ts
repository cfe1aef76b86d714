/** Paper of a return slip. Thermal labels are 100×150 mm. */
export const slipPapers = ['100x150', 'A6', 'A5'] as const;
export type SlipPaper = (typeof slipPapers)[number];

/** Paper size in millimetres, upright. */
export const slipSize: Readonly<Record<SlipPaper, { readonly width: number; readonly height: number }>> = {
  '100x150': { width: 100, height: 150 },
  A6: { width: 105, height: 148 },
  A5: { width: 148, height: 210 },
};

/** Everything printed on a return-instruction slip (R25 to R27, R175, R177), already in the seller's words. */
export type ReturnSlip = {
  readonly paper: SlipPaper;
  readonly language: 'zh-CN' | 'en';
  readonly caseNo: string;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly product: string;
  readonly handling: string;
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
  readonly carriers: string;
  /** Last day to send back, `YYYY-MM-DD`, or empty. */
  readonly lastDay: string;
  /** Extra line of the seller's own, may be empty. */
  readonly extra: string;
};
