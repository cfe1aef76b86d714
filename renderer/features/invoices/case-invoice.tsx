import { useTranslation } from 'react-i18next';
import { findInvoiceOfOrder, isInvoiceCase, readInvoice } from '../../data/invoice-repository';
import { useLive } from '../../data/use-live';
import { InvoiceParticulars } from './invoice-details';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import './invoices.css';

/** The invoice of a case (R67, R68); in a case about something else, the way to one of the same order. */
export function CaseInvoice({
  item,
  onEdit,
  onRemind,
  onOpen,
}: {
  readonly item: Case;
  readonly onEdit: () => void;
  readonly onRemind: () => void;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const own = isInvoiceCase(item);
  const invoice = useLive(() => (own ? readInvoice(item.id) : undefined), [item.id, own]);
  const other = useLive(
    () => (own ? undefined : findInvoiceOfOrder(item)),
    [own, item.platform, item.buyerId, item.orderNo],
  );
  return (
    <section className="case-invoice" aria-label={t('invoices.title')}>
      <div className="case-invoice-head">
        <h2>{t(own ? 'invoices.particulars' : 'invoices.title')}</h2>
        {own ? null : (
          <span className="ink-3">
            {t(other === undefined ? 'invoices.noneOfOrder' : 'invoices.oneOfOrder')}
          </span>
        )}
        <span className="grow" />
        {own ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              if (other === undefined) onEdit();
              else onOpen(other.id);
            }}
          >
            {other === undefined ? t('invoices.new') : <span className="mono">{other.caseNo}</span>}
          </button>
        )}
      </div>
      {invoice === undefined ? null : (
        <div className="card case-card">
          <InvoiceParticulars item={item} details={invoice.details} onEdit={onEdit} onRemind={onRemind} />
        </div>
      )}
    </section>
  );
}
