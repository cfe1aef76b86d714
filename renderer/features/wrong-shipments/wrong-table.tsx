import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { deleteWrongShipment } from '../../data/wrong-shipment-repository';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { PlatformMark } from '../../ui/platform-mark';
import type { WrongShipmentCsvRow } from '#shared/domain/wrong-shipment-csv';

const rowHeight = 46;
const columns = [
  'day',
  'buyerId',
  'orderNo',
  'kind',
  'goods',
  'cause',
  'packedBy',
  'remedy',
  'cost',
  'caseNo',
] as const;

/** The month's log. Only rows in sight are in the page, so a month of thousands scrolls as smoothly as one of ten. */
export function WrongTable({ rows }: { readonly rows: readonly WrongShipmentCsvRow[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  return (
    <div
      className="wrong-table card"
      role="table"
      aria-label={t('wrong.title')}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup">
        <div className="wrong-row wrong-head" role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader" className={`wrong-${column}`}>
              {t(`wrong.column.${column}`)}
            </span>
          ))}
          <span role="columnheader">
            <span className="visually-hidden">{t('common.delete')}</span>
          </span>
        </div>
      </div>
      <div className="wrong-scroll" ref={scroller} role="rowgroup">
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((place) => {
            const row = rows[place.index];
            return row === undefined ? null : (
              <WrongRow key={place.key} row={row} index={place.index} top={place.start} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function WrongRow({
  row,
  index,
  top,
}: {
  readonly row: WrongShipmentCsvRow;
  readonly index: number;
  readonly top: number;
}) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const { caseId } = row;
  const goods = `${row.shouldSend || '–'} → ${row.sent || '–'} × ${row.quantity}`;
  const cause = [t(`domain.wrongCause.${row.cause}`), row.causeNote]
    .filter((text) => text !== '')
    .join(' · ');
  const remove = (): void => {
    deleteWrongShipment(row.id, now()).catch((error: unknown) => {
      report(error, remove);
    });
  };
  return (
    <div
      className="wrong-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell">{isoDay(row.happenedAt).slice(5)}</span>
      <span role="cell" className="wrong-buyer">
        <PlatformMark platform={row.platform} label={t(`domain.platform.${row.platform}`)} />
        <b className="ellipsis" title={row.buyerId}>
          {row.buyerId}
        </b>
      </span>
      <span role="cell" className="mono ellipsis" title={row.orderNo}>
        {row.orderNo}
      </span>
      <span role="cell">
        <span className="chip wait">{t(`domain.wrongKind.${row.kind}`)}</span>
      </span>
      <span role="cell" className="wrong-two-lines" title={goods}>
        {goods}
      </span>
      <span role="cell" className="wrong-two-lines ink-2" title={cause}>
        {cause}
      </span>
      <span role="cell" className="ellipsis ink-2" title={row.packedBy}>
        {row.packedBy}
      </span>
      <span role="cell" className="ellipsis" title={t(`domain.remedy.${row.remedy}`)}>
        {t(`domain.remedy.${row.remedy}`)}
      </span>
      <span role="cell" className="wrong-cost">
        ¥{formatYuan(row.costFen)}
      </span>
      <span role="cell">
        {caseId === null || row.caseNo === '' ? null : (
          <button
            type="button"
            className="wrong-link mono"
            onClick={() => {
              openCase(caseId);
            }}
          >
            {row.caseNo}
          </button>
        )}
      </span>
      <span role="cell">
        <button
          type="button"
          className="btn small plain"
          title={t('trash.deleteHint')}
          aria-label={t('wrong.deleteOf', { buyer: row.buyerId })}
          onClick={remove}
        >
          ×
        </button>
      </span>
    </div>
  );
}
