import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { paidOf, placedAt, quantityOf, titleOf, type Order } from '#shared/domain/order';
import { isoDay } from '#shared/domain/shanghai-time';
import { countCasesOf } from '../../data/order-repository';
import { useLive } from '../../data/use-live';
import { PlatformMark } from '../../ui/platform-mark';
import { moneyWords, refundTone, stageTone } from './order-words';

const rowHeight = 46;
const columns = ['placed', 'orderNo', 'title', 'quantity', 'paid', 'status', 'cases'] as const;

/**
 * The orders; only rows in sight are in the page, so ten thousand scroll as smoothly as ten. Arrow keys or J and K
 * move.
 */
export function OrderList({
  orders,
  selected,
  onSelect,
}: {
  readonly orders: readonly Order[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: orders.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => orders[index]?.key ?? index,
    overscan: 10,
  });
  const places = virtual.getVirtualItems();
  const visible = places.flatMap(({ index }) => orders[index] ?? []);
  const numbers = visible.map(({ orderNo }) => orderNo);
  const cases = useLive(() => countCasesOf(numbers), [numbers.join()]);
  const position = selected === null ? -1 : orders.findIndex(({ key }) => key === selected);
  const isDrawn = visible.some(({ key }) => key === selected);
  useEffect(() => {
    if (position >= 0) virtual.scrollToIndex(position, { align: 'auto' });
    // Scrolling follows the selection only, not every change of the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = orders[Math.min(orders.length - 1, Math.max(0, position + step))];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.key);
  };
  return (
    <div className="order-list card">
      <div className="order-row order-head" aria-hidden="true">
        <span />
        {columns.map((column) => (
          <span key={column} className={`order-${column}`}>
            {t(`orders.column.${column}`)}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        className="order-scroll"
        role="listbox"
        aria-label={t('orders.list')}
        aria-activedescendant={isDrawn ? `order-${selected}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {places.map((place) => {
            const order = orders[place.index];
            return order === undefined ? null : (
              <OrderRow
                key={place.key}
                order={order}
                cases={cases?.get(order.orderNo) ?? 0}
                top={place.start}
                selected={order.key === selected}
                position={place.index}
                size={orders.length}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function OrderRow({
  order,
  cases,
  top,
  selected,
  position,
  size,
  onSelect,
}: {
  readonly order: Order;
  readonly cases: number;
  readonly top: number;
  readonly selected: boolean;
  readonly position: number;
  readonly size: number;
  readonly onSelect: (key: string) => void;
}) {
  const { t } = useTranslation();
  const none = t('common.none');
  const at = placedAt(order);
  const refunding = order.refundStage === 'open';
  const status = order.stage === 'unknown' ? order.status : t(`orders.stage.${order.stage}`);
  return (
    <div
      id={`order-${order.key}`}
      role="option"
      aria-selected={selected}
      aria-posinset={position + 1}
      aria-setsize={size}
      className={selected ? 'order-row on' : 'order-row'}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        onSelect(order.key);
      }}
      onKeyDown={undefined}
    >
      <PlatformMark platform={order.platform} label={t(`domain.platform.${order.platform}`)} />
      <span className="order-placed ink-2">{at === 0 ? none : isoDay(at).slice(2)}</span>
      <span className="order-orderNo mono ellipsis" title={order.orderNo}>
        {order.orderNo}
      </span>
      <span className="order-title ellipsis" title={titleOf(order)}>
        {titleOf(order) || none}
      </span>
      <span className="order-quantity">{quantityOf(order) ?? none}</span>
      <span className="order-paid">{moneyWords(paidOf(order), none)}</span>
      <span className="order-status">
        {refunding ? (
          <span className={`chip ${refundTone.open}`} title={order.refund}>
            {t('orders.refundOpen')}
          </span>
        ) : status === '' ? null : (
          <span className={`chip ${stageTone[order.stage]}`} title={order.status}>
            <span className="ellipsis">{status}</span>
          </span>
        )}
      </span>
      <span className="order-cases">{cases === 0 ? '' : t('orders.caseCount', { count: cases })}</span>
    </div>
  );
}
