import { useTranslation } from 'react-i18next';
import { casesOfOrder } from '../../data/order-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { caseTypeWords } from '../../text/case-type-words';
import { momentWords } from '../../text/time-words';
import type { Order, OrderChange } from '#shared/domain/order';
import type { CaseId } from '#shared/domain/ids';

/** After-sales history of an order (R132): its cases, and what the platform said was changed or cancelled. */
export function OrderHistory({
  order,
  onOpenCase,
}: {
  readonly order: Order;
  readonly onOpenCase: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const cases = useLive(() => casesOfOrder(order), [order.key]);
  return (
    <section aria-label={t('orders.history')}>
      <h2>
        {t('orders.history')} <span className="ink-3">{cases?.length ?? ''}</span>
      </h2>
      {cases?.length === 0 ? <p className="ink-3 order-note">{t('orders.noCases')}</p> : null}
      <ul className="context-history">
        {cases?.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => {
                onOpenCase(item.id);
              }}
            >
              <span className="mono">{item.caseNo}</span>
              <span className="ellipsis">{caseTypeWords(t, item)}</span>
              <span className="ink-3">{t(`domain.status.${item.status}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {order.changes.length === 0 ? null : (
        <ol className="order-changes" aria-label={t('orders.changes')}>
          {order.changes.toReversed().map((change, index) => (
            <li key={`${change.at}${change.field}${index}`}>
              <ChangeWords change={change} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ChangeWords({ change: { at, field, from, to } }: { readonly change: OrderChange }) {
  const { t } = useTranslation();
  return (
    <>
      <time className="ink-3">{momentWords(t, at, now())}</time>{' '}
      <span className="ink-2">{t(`orders.changed.${field}`)}</span> {from === '' ? '' : <s>{from}</s>} →{' '}
      <b>{to}</b>
    </>
  );
}
