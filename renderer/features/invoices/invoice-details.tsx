import { useTranslation } from 'react-i18next';
import {
  fieldsOf,
  financeBlock,
  isConfirmed,
  missingOf,
  tellField,
  type InvoiceDetails,
} from '#shared/domain/invoice';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { MaskedText } from '../../ui/masked-text';
import { invoiceWords, taxHint } from './invoice-words';
import type { Case } from '#shared/domain/case';

/** The particulars of an invoice, what is still to be asked (R103), and the ways on. */
export function InvoiceParticulars({
  item,
  details,
  onEdit,
  onRemind,
}: {
  readonly item: Case;
  readonly details: InvoiceDetails;
  readonly onEdit: () => void;
  /** Opens the message that says not to hand the invoice in before the order is confirmed (R103). */
  readonly onRemind: () => void;
}) {
  const { t } = useTranslation();
  const words = invoiceWords(t);
  const missing = missingOf(details);
  const hint = fieldsOf(details).includes('taxNo') ? taxHint(t, details.taxNo) : undefined;
  const confirmed = isConfirmed(item);
  const names = missing.map(words.field).join(t('common.listSeparator'));
  return (
    <>
      <dl className="key-values invoice-values">
        {fieldsOf(details).map((field) => {
          const value = tellField(details, field, words);
          const personal = field === 'phone' || field === 'address' || field === 'registeredPhone';
          return (
            <div key={field}>
              <dt>{words.field(field)}</dt>
              <dd className={field === 'taxNo' || field === 'bankAccount' ? 'mono' : ''}>
                {missing.includes(field) ? (
                  <span className="invoice-missing">{t('invoices.toAsk')}</span>
                ) : personal ? (
                  <MaskedText text={value} />
                ) : (
                  value || t('common.none')
                )}
              </dd>
            </div>
          );
        })}
        {details.note === '' ? null : (
          <div>
            <dt>{words.field('note')}</dt>
            <dd>
              <MaskedText text={details.note} />
            </dd>
          </div>
        )}
      </dl>
      {hint === undefined ? null : <p className="ink-3 invoice-line">{hint}</p>}
      <p className={missing.length === 0 ? 'invoice-line ink-2' : 'invoice-line invoice-missing'}>
        {missing.length === 0 ? t('invoices.complete') : t('invoices.missing', { names })}
      </p>
      <p className="invoice-line ink-2">{t(confirmed ? 'invoices.confirmed' : 'invoices.notConfirmed')}</p>
      <div className="invoice-acts">
        <button
          type="button"
          className={missing.length === 0 ? 'btn small' : 'btn small primary'}
          onClick={onEdit}
        >
          {t(missing.length === 0 ? 'common.edit' : 'invoices.fill')}
        </button>
        {missing.length === 0 ? null : (
          <CopyButton
            label={t('invoices.copyQuestion')}
            doneLabel={t('common.copied')}
            copy={() => navigator.clipboard.writeText(t('invoices.question', { names }))}
            onError={report}
          />
        )}
        <CopyButton
          label={t('invoices.copyAll')}
          doneLabel={t('common.copied')}
          copy={() => navigator.clipboard.writeText(financeBlock(details, item, words))}
          onError={report}
        />
        {confirmed ? null : (
          <button type="button" className="btn small" onClick={onRemind}>
            {t('invoices.remind')}
          </button>
        )}
      </div>
    </>
  );
}
