import { Input, Select } from 'antd';
import { useMemo, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { orderStages, type Order } from '#shared/domain/order';
import { platforms } from '#shared/domain/platform';
import { listOrders } from '../../data/order-repository';
import { useLive } from '../../data/use-live';
import { everyOrder, filterOrders, type OrderFilter } from './filter-orders';
import { ImportDialog } from './import-dialog';
import { OrderList } from './order-list';
import { OrderPanel } from './order-panel';
import type { OrderAction } from '#shared/knowledge/order-actions';
import type { CaseId } from '#shared/domain/ids';
import './orders.css';

const tables = /\.(?:csv|tsv|txt|xlsx|xls|xlsm|zip)$/i;

/** Orders as the platforms exported them: look one up, see its after-sales, begin a case from it. */
export function OrdersScreen({
  selected,
  onSelect,
  onNewCase,
  onOpenCase,
}: {
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onNewCase: (order: Order, action: OrderAction['id'] | null) => void;
  readonly onOpenCase: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<OrderFilter>(everyOrder);
  const [file, setFile] = useState<File | null>(null);
  const orders = useLive(listOrders, []);
  const shown = useMemo(() => filterOrders(orders ?? [], filter), [orders, filter]);
  const order = orders?.find(({ key }) => key === selected);

  const onDrop = (event: DragEvent): void => {
    const table = [...event.dataTransfer.files].find(({ name }) => tables.test(name));
    // A photo goes where photos go: on to the window.
    if (table === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setFile(table);
  };
  return (
    <section
      className="orders-screen"
      aria-label={t('app.screen.orders')}
      data-takes-files
      onDragEnter={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={onDrop}
    >
      <FilterBar
        filter={filter}
        orders={orders ?? []}
        shown={shown.length}
        onFilter={setFilter}
        onFile={setFile}
      />
      {orders === undefined ? null : orders.length === 0 ? (
        <div className="empty">
          <h2>{t('orders.emptyTitle')}</h2>
          <p>{t('orders.emptyText')}</p>
        </div>
      ) : (
        <div className={order === undefined ? 'orders-body' : 'orders-body with-panel'}>
          {shown.length === 0 ? (
            <div className="empty">
              <h2>{t('orders.noneFound')}</h2>
            </div>
          ) : (
            <OrderList orders={shown} selected={selected} onSelect={onSelect} />
          )}
          {order === undefined ? null : (
            <OrderPanel
              key={order.key}
              order={order}
              onNewCase={(action) => {
                onNewCase(order, action);
              }}
              onOpenCase={onOpenCase}
            />
          )}
        </div>
      )}
      {file === null ? null : (
        <ImportDialog
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          onClose={() => {
            setFile(null);
          }}
        />
      )}
    </section>
  );
}

function FilterBar({
  filter,
  orders,
  shown,
  onFilter,
  onFile,
}: {
  readonly filter: OrderFilter;
  readonly orders: readonly Order[];
  readonly shown: number;
  readonly onFilter: (filter: OrderFilter) => void;
  readonly onFile: (file: File) => void;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const present = useMemo(() => new Set(orders.map(({ platform }) => platform)), [orders]);
  const all = { value: '', label: t('orders.allPlatforms') };
  const places = platforms.filter((one) => present.has(one));
  const stages = [
    { value: '', label: t('orders.allStages') },
    { value: 'refund', label: t('orders.refundOpen') },
    ...orderStages.map((stage) => ({ value: stage as string, label: t(`orders.stage.${stage}`) })),
  ];
  return (
    <div className="orders-bar">
      <h1>{t('app.screen.orders')}</h1>
      <Input
        className="orders-search"
        data-hotkey="list-search"
        aria-label={t('orders.search')}
        placeholder={t('orders.search')}
        allowClear
        value={filter.text}
        onChange={(event) => {
          onFilter({ ...filter, text: event.target.value });
        }}
      />
      <Select
        className="orders-pick"
        aria-label={t('orders.import.platform')}
        value={filter.platform as string}
        options={[
          all,
          ...places.map((value) => ({ value: value as string, label: t(`domain.platform.${value}`) })),
        ]}
        onChange={(platform: string) => {
          onFilter({ ...filter, platform: platform as OrderFilter['platform'] });
        }}
      />
      <Select
        className="orders-pick"
        aria-label={t('orders.field.status')}
        value={filter.stage as string}
        options={stages}
        onChange={(stage: string) => {
          onFilter({ ...filter, stage: stage as OrderFilter['stage'] });
        }}
      />
      <span className="ink-3 orders-shown" role="status">
        {orders.length === 0 ? '' : t('orders.shown', { count: shown, total: orders.length })}
      </span>
      <span className="grow" />
      <input
        ref={picker}
        hidden
        type="file"
        accept=".csv,.txt,.xlsx"
        aria-label={t('orders.import.pick')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <button type="button" className="btn primary" onClick={() => picker.current?.click()}>
        {t('orders.import.pick')}
      </button>
    </div>
  );
}
