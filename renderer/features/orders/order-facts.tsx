import { useTranslation } from 'react-i18next';
import { now } from '../../platform/clock';
import { momentWords } from '../../text/time-words';
import { Flag } from '../../ui/flag';
import { MaskedText } from '../../ui/masked-text';
import type { Order } from '#shared/domain/order';

/** What else the exports told; empty facts are left out. */
export function OrderFacts({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const time = (at: number | null): string => (at === null ? '' : momentWords(t, at, now()));
  const status = [order.status, order.refund].filter((text) => text !== '').join(' · ');
  const facts: readonly (readonly [string, string])[] = [
    ['buyerId', order.buyerId ?? ''],
    ['shop', order.shopName],
    ['status', status],
    ['createdAt', time(order.createdAt)],
    ['paidAt', time(order.paidAt)],
    ['shippedAt', time(order.shippedAt)],
    ['doneAt', time(order.doneAt)],
    ['waybill', [order.courier, order.waybill].filter((text) => text !== '').join(' ')],
    ['buyerMessage', order.buyerMessage],
    ['memo', order.memo],
  ];
  const told = facts.filter(([, text]) => text !== '');
  if (told.length === 0) return null;
  return (
    <section aria-label={t('orders.more')}>
      <h2>{t('orders.more')}</h2>
      <div className="key-values">
        {told.map(([field, text]) => (
          <Fact key={field} label={t(`orders.field.${field}`)}>
            {field === 'memo' && order.flag !== null ? (
              <Flag color={order.flag} label={t(`domain.flag.${order.flag}`)} />
            ) : null}{' '}
            <MaskedText text={text} />
          </Fact>
        ))}
      </div>
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <span>{label}</span>
      <span>{children}</span>
    </>
  );
}
