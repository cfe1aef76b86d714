import { useTranslation } from 'react-i18next';
import { outstandingFen, paidBackFen } from '#shared/domain/claim';
import { ownFen } from '#shared/domain/cost';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { readMoneyOfCase, removeCost } from '../../data/money-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { ClaimForm } from './claim-form';
import { ClaimRow } from './claim-row';
import { CostForm } from './cost-form';
import type { Case } from '#shared/domain/case';
import type { Cost } from '#shared/domain/cost';
import './money.css';

/** A case's money (费用): what it cost, who bears it, what is claimed back, and what is left to the shop. */
export function CaseMoney({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const money = useLive(() => readMoneyOfCase(item.id), [item.id]);
  if (money === undefined) return null;
  const { costs, claims } = money;
  const own = ownFen(costs);
  const back = paidBackFen(claims);
  const sums = [
    ['own', own],
    ['back', back],
    ['left', own - back],
    ['open', outstandingFen(claims)],
  ] as const;
  return (
    <>
      <dl className="money-sums card">
        {sums.map(([name, fen]) => (
          <div key={name}>
            <dt>{t(`money.sum.${name}`)}</dt>
            <dd className={name === 'left' ? 'bold' : ''}>¥{formatYuan(fen)}</dd>
          </div>
        ))}
      </dl>
      <section className="card money-card" aria-label={t('money.costs')}>
        <h2>{t('money.costs')}</h2>
        {costs.length === 0 ? <p className="ink-3">{t('money.noCosts')}</p> : null}
        <ul className="money-list">
          {costs.map((cost) => (
            <CostRow key={cost.id} cost={cost} />
          ))}
        </ul>
        <CostForm item={item} costs={costs} />
        <button
          type="button"
          className="btn small"
          onClick={() => {
            showOverlay({ kind: 'swap', caseId: item.id });
          }}
        >
          {t('swap.open')}
        </button>{' '}
        <button
          type="button"
          className="btn small"
          onClick={() => {
            showOverlay({ kind: 'discount', caseId: item.id, tab: 'refund', activity: null });
          }}
        >
          {t('discount.open')}
        </button>
      </section>
      <section className="card money-card" aria-label={t('money.claims')}>
        <h2>{t('money.claims')}</h2>
        {claims.length === 0 ? <p className="ink-3">{t('money.noClaims')}</p> : null}
        <ul className="money-list">
          {claims.map((claim) => (
            <ClaimRow key={claim.id} claim={claim} present={present} />
          ))}
        </ul>
        <ClaimForm item={item} costs={costs} present={present} />
      </section>
    </>
  );
}

function CostRow({ cost }: { readonly cost: Cost }) {
  const { t } = useTranslation();
  const { id, kind, amountFen, bearer, note, at } = cost;
  const words = `${t(`money.kind.${kind}`)} ¥${formatYuan(amountFen)}`;
  const remove = (): void => {
    removeCost(id, now()).catch((error: unknown) => {
      report(error, remove);
    });
  };
  return (
    <li className="money-row">
      <span className="ink-3">{isoDay(at).slice(5)}</span>
      <span>{t(`money.kind.${kind}`)}</span>
      <span className="chip wait">{t(`domain.liability.${bearer}`)}</span>
      <span className="ellipsis ink-2" title={note}>
        {note}
      </span>
      <span className="money-amount">¥{formatYuan(amountFen)}</span>
      <button
        type="button"
        className="btn small plain"
        aria-label={t('money.removeOf', { what: words })}
        onClick={remove}
      >
        ×
      </button>
    </li>
  );
}
