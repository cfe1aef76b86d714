import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import {
  findInvoiceOfOrder,
  isInvoiceCase,
  openInvoice,
  readInvoice,
  saveInvoice,
} from '../../data/invoice-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { readTypedInvoice, startInvoice, type TypedInvoice } from './invoice-draft';
import { InvoiceFields } from './invoice-fields';
import { OrderFields } from './order-fields';
import { PasteField } from './paste-field';
import type { Case } from '#shared/domain/case';
import type { InvoiceDetails } from '#shared/domain/invoice';
import type { CaseId } from '#shared/domain/ids';
import type { Shop } from '#shared/domain/shop';
import './invoices.css';

type Source = {
  readonly item: Case | null;
  readonly known: InvoiceDetails | null;
  readonly shops: readonly Shop[];
  /** A request for the same order that is there already. */
  readonly other: Case | undefined;
};

async function readSource(caseId: CaseId | null): Promise<Source> {
  const item = caseId === null ? null : ((await getCase(caseId)) ?? null);
  const shops = await listShops();
  if (item === null) return { item, known: null, shops, other: undefined };
  const invoice = await readInvoice(item.id);
  const other = invoice === undefined ? await findInvoiceOfOrder(item) : undefined;
  return { item, known: invoice?.details ?? null, shops, other };
}

/**
 * The form of an invoice (R67, R68): of a case that is about one, prefilled from any other case, or on its own; then
 * saving opens a case for it. What is typed is kept until it is saved.
 */
export function InvoiceDialog({
  caseId,
  onOpen,
  onClose,
}: {
  readonly caseId: CaseId | null;
  readonly onOpen: (id: CaseId) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const source = useLive(() => readSource(caseId), [caseId]);
  return (
    <Modal
      open
      centered
      width={760}
      title={t('invoices.formTitle')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {source === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : (
        <InvoiceForm {...source} onOpen={onOpen} onClose={onClose} />
      )}
    </Modal>
  );
}

function InvoiceForm({
  item,
  known,
  shops,
  other,
  onOpen,
  onClose,
}: Source & { readonly onOpen: (id: CaseId) => void; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [start] = useState(() => startInvoice(item, known, shops));
  const draft = useDraft<TypedInvoice>(`invoice:${item?.id ?? 'new'}`, start, now, report);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  if (draft.value === undefined) return <p className="empty">{t('common.loading')}</p>;
  // Whose order it is was settled when the case was opened.
  const order = item === null ? {} : { buyerId: item.buyerId, orderNo: item.orderNo, paid: start.paid };
  const typed: TypedInvoice = { ...draft.value, ...order };
  const read = readTypedInvoice(typed);
  const problems = 'problems' in read ? read.problems : {};
  const { buyerId: _buyerId, ...early } = problems;
  const ofInvoice = item !== null && isInvoiceCase(item);

  const save = async (): Promise<void> => {
    setTried(true);
    if (busy || 'problems' in read) return;
    setBusy(true);
    try {
      if (ofInvoice) await saveInvoice(item.id, read.details, now());
      else {
        const goods = item?.goods ?? 'unknown';
        const made = await openInvoice(
          { ...read.order, goods },
          read.details,
          t('invoices.nextAction'),
          now(),
        );
        tell('invoices.opened', { caseNo: made.caseNo });
      }
      await draft.clear();
      if (ofInvoice) tell('invoices.saved');
      onClose();
    } catch (error) {
      report(error, () => void save());
      setBusy(false);
    }
  };
  return (
    <div
      className="invoice-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
        event.preventDefault();
        void save();
      }}
    >
      {item === null ? null : (
        <p className="ink-2 ellipsis" title={item.buyerId}>
          {t('invoices.ofCase', {
            caseNo: item.caseNo,
            buyer: item.buyerId,
            orderNo: item.orderNo || t('common.none'),
          })}
        </p>
      )}
      {other === undefined ? null : (
        <p className="invoice-note">
          {t('invoices.already', { caseNo: other.caseNo })}
          <button
            type="button"
            className="btn small"
            onClick={() => {
              onOpen(other.id);
            }}
          >
            {t('common.open')}
          </button>
        </p>
      )}
      {draft.restored ? (
        <p className="invoice-note">
          {t('common.draftRestored')}
          <button type="button" className="btn small plain" onClick={() => void draft.clear()}>
            {t('common.discardDraft')}
          </button>
        </p>
      ) : null}
      <div className="invoice-body">
        {item === null ? (
          <OrderFields
            typed={typed}
            problems={tried ? problems : early}
            shops={shops}
            onChange={draft.change}
          />
        ) : null}
        <PasteField onRead={draft.change} />
        <InvoiceFields typed={typed} problems={tried ? problems : early} onChange={draft.change} />
      </div>
      <div className="invoice-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="button" className="btn primary" disabled={busy} onClick={() => void save()}>
          {t('common.save')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}
