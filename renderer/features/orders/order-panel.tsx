import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { orderKinds, type Order, type OrderKind } from '#shared/domain/order';
import { actionsFor, type OrderAction } from '#shared/knowledge/order-actions';
import { removeOrders, setOrderKind } from '../../data/order-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { OrderCard } from './order-card';
import { OrderCheck } from './order-check';
import { OrderHistory } from './order-history';
import { OrderFacts } from './order-facts';
import type { CaseId } from '#shared/domain/ids';

/** What is known of one order, what was done with it, and what can be begun from it. */
export function OrderPanel({
  order,
  onNewCase,
  onOpenCase,
}: {
  readonly order: Order;
  /** Null opens an ordinary case. */
  readonly onNewCase: (action: OrderAction['id'] | null) => void;
  readonly onOpenCase: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const actions = actionsFor(order);
  const refusable = actions.filter(({ action }) => action.refusedKinds !== undefined);
  const refused = refusable.some(({ allowed }) => !allowed);
  return (
    <aside className="order-panel" aria-label={t('orders.panel')}>
      <OrderCard order={order} />
      <div className="order-actions">
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            onNewCase(null);
          }}
        >
          {t('orders.newCase')}
        </button>
        {actions.map(({ action, allowed }) => (
          <button
            key={action.id}
            type="button"
            className="btn small"
            disabled={!allowed}
            aria-describedby={action.refusedKinds === undefined ? undefined : 'order-proxy-hint'}
            onClick={() => {
              onNewCase(action.id);
            }}
          >
            {t(`orders.action.${action.id}`)}
          </button>
        ))}
      </div>
      <Field label={t('orders.kindLabel')}>
        {({ id }) => (
          <Select
            id={id}
            size="small"
            value={order.kind}
            options={orderKinds.map((kind) => ({ value: kind, label: t(`orders.kind.${kind}`) }))}
            onChange={(kind: OrderKind) => {
              setOrderKind(order.key, kind, now()).catch(report);
            }}
          />
        )}
      </Field>
      {refusable.length === 0 ? null : (
        <p id="order-proxy-hint" className={refused ? 'order-hint refused' : 'order-hint'} role="note">
          {refused
            ? t('orders.proxyRefused', { kind: t(`orders.kind.${order.kind}`) })
            : t('orders.proxyAllowed')}
        </p>
      )}
      <OrderHistory order={order} onOpenCase={onOpenCase} />
      <OrderCheck order={order} />
      <OrderFacts order={order} />
      <button
        type="button"
        className="btn small plain danger order-remove"
        onClick={() => {
          removeOrders([order.key]).then(() => {
            tell('orders.removed', { orderNo: order.orderNo });
          }, report);
        }}
      >
        {t('orders.remove')}
      </button>
    </aside>
  );
}
