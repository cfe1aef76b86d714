import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { listCasesOfBuyer } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { ClockList } from './clock-list';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** Beside a case: its clocks, its order, and what the buyer has had before. */
export function ContextStrip({
  item,
  present,
  order,
  parcels,
  buyer,
  onOpen,
  onProduct,
}: {
  readonly item: Case;
  readonly present: number;
  /** The order as it was imported, when it was; shown in place of what the case says of it. */
  readonly order: ReactNode;
  /** What is known of goods on their way back. */
  readonly parcels: ReactNode;
  /** What is known of the buyer. */
  readonly buyer: ReactNode;
  readonly onOpen: (id: CaseId) => void;
  /** Shows what is known of the case's product. */
  readonly onProduct: () => void;
}) {
  const { t } = useTranslation();
  const others = useLive(
    () => listCasesOfBuyer(item.platform, item.buyerId),
    [item.platform, item.buyerId],
  )?.filter((one) => one.id !== item.id);
  // The case whose exchange this order is (R9): seen from the new order's side.
  const ordered =
    item.orderNo === '' ? undefined : others?.find(({ newOrderNo }) => newOrderNo === item.orderNo);
  return (
    <aside className="context" aria-label={t('cases.context')}>
      <section>
        <h2>{t('cases.clocks')}</h2>
        <ClockList item={item} present={present} />
      </section>
      <section>
        <h2>{t('cases.order')}</h2>
        {order ?? <CaseOrder item={item} />}
        {item.product === '' ? null : (
          <button type="button" className="btn small plain" onClick={onProduct}>
            {t('products.open')}
          </button>
        )}
        {item.newOrderNo === undefined ? null : (
          <p className="context-note">
            <span className="ink-3">{t('cases.newOrderNo')}</span>{' '}
            <span className="mono">{item.newOrderNo}</span>{' '}
            <span className="ink-3">{t('cases.newOrderHint')}</span>
          </p>
        )}
        {ordered === undefined ? null : (
          <button
            type="button"
            className="btn small plain context-linked"
            onClick={() => {
              onOpen(ordered.id);
            }}
          >
            {t('cases.newOrderOf', { caseNo: ordered.caseNo, orderNo: ordered.orderNo || t('common.none') })}
          </button>
        )}
      </section>
      {parcels}
      {buyer}
      <section>
        <h2>
          {t('cases.buyerHistory')} <span className="ink-3">{others?.length ?? ''}</span>
        </h2>
        {others?.length === 0 ? <p className="ink-3 context-note">{t('cases.firstCase')}</p> : null}
        <ul className="context-history">
          {others?.slice(0, 20).map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  onOpen(one.id);
                }}
              >
                <span className="mono">{one.caseNo}</span>
                <span className="ellipsis">{caseTypeWords(t, one)}</span>
                <span className="ink-3">{t(`domain.status.${one.status}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

/** What the case itself says of its order. */
function CaseOrder({ item }: { readonly item: Case }) {
  const { t } = useTranslation();
  return (
    <div className="key-values">
      <span>{t('cases.orderNo')}</span>
      <span className="mono">{item.orderNo === '' ? t('common.none') : item.orderNo}</span>
      <span>{t('cases.product')}</span>
      <span>{item.product === '' ? t('common.none') : item.product}</span>
      <span>{t('cases.amount')}</span>
      <span>{item.amountFen === null ? t('common.none') : `¥${formatYuan(item.amountFen)}`}</span>
    </div>
  );
}
