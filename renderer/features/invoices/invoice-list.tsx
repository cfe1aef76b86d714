import { useEffect, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { wordsIn } from '#shared/domain/playbook';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import { countdownWords, momentWords } from '../../text/time-words';
import type { CaseId } from '#shared/domain/ids';
import type { InvoiceRow } from '../../data/invoice-list';

/** The register. Arrow keys or J and K move, Enter opens the form, O the case. */
export function InvoiceList({
  rows,
  selected,
  present,
  onSelect,
  onEdit,
  onOpen,
}: {
  readonly rows: readonly InvoiceRow[];
  readonly selected: CaseId | null;
  readonly present: number;
  readonly onSelect: (id: CaseId) => void;
  readonly onEdit: (id: CaseId) => void;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    if (selected !== null)
      document.getElementById(`invoice-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const place = rows.findIndex(({ item }) => item.id === selected);
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step !== undefined) {
      const next = rows[Math.min(rows.length - 1, Math.max(0, place + step))];
      event.preventDefault();
      if (next !== undefined) onSelect(next.item.id);
    } else if (selected !== null && event.key === 'Enter') {
      event.preventDefault();
      onEdit(selected);
    } else if (selected !== null && event.key.toLowerCase() === 'o') {
      event.preventDefault();
      onOpen(selected);
    }
  };
  return (
    <div className="invoice-table card">
      <div className="invoice-row invoice-head" aria-hidden="true">
        {(['status', 'buyerId', 'orderNo', 'title', 'kind', 'amount', 'due'] as const).map((column) => (
          <span key={column} className={`invoice-${column}`}>
            {t(`invoices.column.${column}`)}
          </span>
        ))}
      </div>
      <div
        className="invoice-scroll"
        role="listbox"
        tabIndex={0}
        data-hotkey="invoice-list"
        aria-label={t('invoices.title')}
        aria-activedescendant={selected === null ? undefined : `invoice-${selected}`}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <Line
            key={row.item.id}
            row={row}
            selected={row.item.id === selected}
            present={present}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

function Line({
  row: { item, details, status, missing, dueAt },
  selected,
  present,
  onSelect,
  onOpen,
}: {
  readonly row: InvoiceRow;
  readonly selected: boolean;
  readonly present: number;
  readonly onSelect: (id: CaseId) => void;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { t, i18n } = useTranslation();
  const platform = t(`domain.platform.${item.platform}`);
  return (
    <div
      id={`invoice-${item.id}`}
      role="option"
      aria-selected={selected}
      className={selected ? 'invoice-row on' : 'invoice-row'}
      onClick={() => {
        onSelect(item.id);
      }}
      onDoubleClick={() => {
        onOpen(item.id);
      }}
      onKeyDown={undefined}
    >
      <span className="invoice-status">
        {status === null ? null : <span className="chip wait">{wordsIn(status.title, i18n.language)}</span>}
      </span>
      <span className="invoice-buyerId">
        <PlatformMark platform={item.platform} label={platform} />
        <b className="ellipsis" title={item.buyerId}>
          {item.buyerId}
        </b>
      </span>
      <span className="mono ellipsis" title={item.orderNo}>
        {item.orderNo}
      </span>
      <span className="invoice-title">
        <span className="ellipsis" title={details.title}>
          {details.title === '' ? t('invoices.noTitle') : details.title}
        </span>
        {missing.length === 0 ? null : (
          <span className="invoice-missing ellipsis">
            {t('invoices.missingCount', { count: missing.length })}
          </span>
        )}
      </span>
      <span className="invoice-kind">
        {t(`invoices.kindShort.${details.kind}`)} · {t(`invoices.form.${details.form}`)}
      </span>
      <span className="invoice-amount">
        {details.amountFen === null ? '' : `¥${formatYuan(details.amountFen)}`}
      </span>
      <span className="invoice-due">
        {item.status === 'closed' ? (
          <span className="ink-3">{t('domain.status.closed')}</span>
        ) : dueAt !== null ? (
          <CountdownChip {...countdownWords(t, dueAt, present)} />
        ) : item.nextActionAt === null ? (
          <span className="ink-3">{t('invoices.noClock')}</span>
        ) : (
          <span className="ink-3" title={t('invoices.noClock')}>
            {t('invoices.lookAgain', { when: momentWords(t, item.nextActionAt, present) })}
          </span>
        )}
      </span>
    </div>
  );
}
