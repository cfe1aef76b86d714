import type { Platform } from '#shared/domain/platform';
import type { CaseStatus } from '#shared/domain/case';
import type { InvoiceRow } from '../../data/invoice-list';

/** What the register is narrowed to. */
export type InvoiceFilter = {
  readonly open: CaseStatus;
  /** Id of a state of the procedure; null for all. */
  readonly state: string | null;
  readonly platform: Platform | null;
  readonly kind: 'ordinary' | 'special' | null;
  readonly text: string;
};

export const noFilter: InvoiceFilter = { open: 'open', state: null, platform: null, kind: null, text: '' };

/** Rows that pass everything but the state, which has its own counts. */
export function filterInvoices(
  rows: readonly InvoiceRow[],
  { platform, kind, text }: InvoiceFilter,
): readonly InvoiceRow[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  return rows.filter(
    ({ item, details }) =>
      (platform === null || item.platform === platform) &&
      (kind === null || details.kind === kind) &&
      (wanted === '' ||
        [item.buyerId, item.orderNo, item.caseNo, details.title, details.taxNo, item.product].some((field) =>
          field.toLowerCase().includes(wanted),
        )),
  );
}
