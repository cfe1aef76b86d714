import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { financeBlock } from '#shared/domain/invoice';
import { wordsIn } from '#shared/domain/playbook';
import {
  listInvoices,
  listInvoiceStates,
  mostInvoices,
  readNextState,
  type NextState,
} from '../../data/invoice-list';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { exportInvoices } from './export-invoices';
import { InvoiceBar } from './invoice-bar';
import { InvoiceParticulars } from './invoice-details';
import { filterInvoices, noFilter } from './invoice-filter';
import { InvoiceList } from './invoice-list';
import { invoiceWords } from './invoice-words';
import type { CaseId } from '#shared/domain/ids';
import './invoices.css';

/**
 * The register of invoices (R67, R68, R104): every request with its state, particulars and clock. States are those of
 * the cases' procedure; nothing is kept twice.
 */
export function InvoicesScreen({
  renderNext,
  onNew,
  onEdit,
  onOpen,
  onRemind,
}: {
  /** What takes an invoice on to its next state, as the procedure does it. */
  readonly renderNext: (next: NextState, present: number) => ReactNode;
  readonly onNew: () => void;
  readonly onEdit: (id: CaseId) => void;
  readonly onOpen: (id: CaseId) => void;
  readonly onRemind: (id: CaseId) => void;
}) {
  const { t, i18n } = useTranslation();
  const present = useNow();
  const [filter, setFilter] = useState(noFilter);
  const [chosen, setChosen] = useState<CaseId | null>(null);
  const data = useLive(() => listInvoices(filter.open), [filter.open]);
  const states = useLive(listInvoiceStates, []) ?? [];
  const found = filterInvoices(data?.rows ?? [], filter);
  const rows = filter.state === null ? found : found.filter(({ status }) => status?.id === filter.state);
  const row = rows.find(({ item }) => item.id === chosen) ?? rows[0];
  const words = invoiceWords(t);
  const save = (): void => {
    exportInvoices(rows, t, i18n.language, now()).then(
      (fileName) => {
        if (fileName !== null) tell('invoices.exported', { fileName, count: rows.length });
      },
      (error: unknown) => {
        report(error, save);
      },
    );
  };
  const all = rows.map(({ details, item }) => financeBlock(details, item, words)).join('\n\n');
  return (
    <section className="invoice-screen" aria-label={t('invoices.title')}>
      <div className="invoice-top">
        <h1>{t('invoices.title')}</h1>
        <span className="ink-2" role="status">
          {data === undefined ? '' : t('invoices.count', { count: rows.length })}
          {(data?.all ?? 0) > mostInvoices ? ` · ${t('invoices.newestOnly', { count: mostInvoices })}` : ''}
        </span>
        <span className="grow" />
        {rows.length === 0 ? null : (
          <CopyButton
            label={t('invoices.copyShown', { count: rows.length })}
            doneLabel={t('common.copied')}
            copy={() => navigator.clipboard.writeText(all)}
            onError={report}
          />
        )}
        <button type="button" className="btn" disabled={rows.length === 0} onClick={save}>
          {t('invoices.export')}
        </button>
        <button type="button" className="btn primary" onClick={onNew}>
          {t('invoices.new')} <kbd>I</kbd>
        </button>
      </div>
      <InvoiceBar
        filter={filter}
        states={states}
        countOf={(state) => found.filter(({ status }) => status?.id === state).length}
        onChange={(part) => {
          setFilter({ ...filter, ...part });
        }}
      />
      {data === undefined ? null : row === undefined ? (
        <div className="empty">
          <h2>{t(data.rows.length === 0 ? 'invoices.emptyTitle' : 'invoices.noneFound')}</h2>
          <p>{t(data.rows.length === 0 ? 'invoices.emptyText' : 'invoices.noneText')}</p>
        </div>
      ) : (
        <div className="invoice-panes">
          <InvoiceList
            rows={rows}
            selected={row.item.id}
            present={present}
            onSelect={setChosen}
            onEdit={onEdit}
            onOpen={onOpen}
          />
          <aside className="invoice-aside card" aria-label={t('invoices.particulars')} key={row.item.id}>
            <h2 className="ellipsis" title={row.item.buyerId}>
              {row.item.buyerId}
            </h2>
            <button
              type="button"
              className="btn small"
              onClick={() => {
                onOpen(row.item.id);
              }}
            >
              <span className="mono">{row.item.caseNo}</span> {t('invoices.openCase')} <kbd>O</kbd>
            </button>
            <InvoiceParticulars
              item={row.item}
              details={row.details}
              onEdit={() => {
                onEdit(row.item.id);
              }}
              onRemind={() => {
                onRemind(row.item.id);
              }}
            />
            <Next id={row.item.id} present={present} render={renderNext} />
          </aside>
        </div>
      )}
    </section>
  );
}

function Next({
  id,
  present,
  render,
}: {
  readonly id: CaseId;
  readonly present: number;
  readonly render: (next: NextState, present: number) => ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const next = useLive(() => readNextState(id), [id]);
  if (next === undefined || next === null) return null;
  return (
    <section className="invoice-next" aria-label={t('invoices.next')} key={next.step.id}>
      <h3>{t('invoices.nextState', { state: wordsIn(next.status.title, i18n.language) })}</h3>
      {render(next, present)}
    </section>
  );
}
