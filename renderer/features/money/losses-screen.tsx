import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenClaim, outstandingFen, paidBackFen, type Claim } from '#shared/domain/claim';
import { ownFen, sumBy, type Cost } from '#shared/domain/cost';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { getCases } from '../../data/case-repository';
import { readLosses } from '../../data/money-repository';
import { listWrongShipments } from '../../data/wrong-shipment-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { MonthPicker } from '../../ui/month-picker';
import { PlatformMark } from '../../ui/platform-mark';
import { ClaimRow } from './claim-row';
import { exportLosses } from './export-losses';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import './money.css';

export type LossRow = Cost & { readonly item: Case | null };
type Month = {
  readonly costs: readonly LossRow[];
  readonly claims: readonly Claim[];
  readonly cases: ReadonlyMap<CaseId, Case>;
  /** What the month's wrong shipments cost by the log, for cases that have no costs of their own: fen. */
  readonly wrongFen: number;
};

async function readMonth(month: string): Promise<Month> {
  const [{ costs, claims }, wrong] = await Promise.all([readLosses(month), listWrongShipments(month)]);
  const ids = [...new Set([...costs, ...claims].map(({ caseId }) => caseId))];
  const cases = new Map((await getCases(ids)).map((item) => [item.id, item]));
  const counted = new Set<CaseId | null>(costs.map(({ caseId }) => caseId));
  const wrongFen = wrong
    .filter(({ caseId }) => caseId === null || !counted.has(caseId))
    .reduce((sum, { costFen }) => sum + costFen, 0);
  return {
    costs: costs.map((cost) => ({ ...cost, item: cases.get(cost.caseId) ?? null })),
    claims,
    cases,
    wrongFen,
  };
}

const groups = ['bearer', 'kind', 'product'] as const;

/** Losses and claims (损失索赔): what after-sales cost this month, who bore it, and what is still to come back. */
export function LossesScreen({ onOpen }: { readonly onOpen: (id: CaseId) => void }) {
  const { t } = useTranslation();
  const present = useNow();
  const [month, setMonth] = useState(() => isoDay(now()).slice(0, 7));
  const data = useLive(() => readMonth(month), [month]);
  if (data === undefined) return null;
  const { costs, claims, cases, wrongFen } = data;
  const own = ownFen(costs);
  const back = paidBackFen(claims);
  const nameOf = {
    bearer: (row: LossRow) => t(`domain.liability.${row.bearer}`),
    kind: (row: LossRow) => t(`money.kind.${row.kind}`),
    product: (row: LossRow) => (row.item?.product ?? '') || t('common.none'),
  } as const;
  const save = (): void => {
    exportLosses(costs, month, t).then(
      (fileName) => {
        if (fileName !== null) tell('money.exported', { fileName, count: costs.length });
      },
      (error: unknown) => {
        report(error, save);
      },
    );
  };
  const caseLink = (caseId: CaseId) => {
    const item = cases.get(caseId);
    return item === undefined ? null : (
      <button type="button" className="money-case" onClick={() => onOpen(caseId)}>
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
        <bdi className="ellipsis">{item.buyerId}</bdi>
        <span className="mono ink-3">{item.caseNo}</span>
      </button>
    );
  };
  return (
    <section className="losses-screen" aria-label={t('money.title')}>
      <div className="losses-bar">
        <h1>{t('money.title')}</h1>
        <MonthPicker month={month} present={isoDay(present).slice(0, 7)} onChange={setMonth} />
        <span className="grow" />
        <button type="button" className="btn" disabled={costs.length === 0} onClick={save}>
          {t('money.export')}
        </button>
      </div>
      <dl className="money-sums card">
        {(
          [
            ['own', own],
            ['back', back],
            ['left', own - back],
            ['open', outstandingFen(claims)],
            ['wrong', wrongFen],
          ] as const
        ).map(([name, fen]) => (
          <div key={name}>
            <dt>{t(`money.sum.${name}`)}</dt>
            <dd className={name === 'left' ? 'bold' : ''}>¥{formatYuan(fen)}</dd>
          </div>
        ))}
      </dl>
      <div className="losses-scroll">
        {claims.length === 0 ? null : (
          <section className="card money-card" aria-label={t('money.claims')}>
            <h2>
              {t('money.claims')} <span className="ink-3">{claims.filter(isOpenClaim).length}</span>
            </h2>
            <ul className="money-list">
              {claims.map((claim) => (
                <ClaimRow key={claim.id} claim={claim} present={present} caseLink={caseLink(claim.caseId)} />
              ))}
            </ul>
          </section>
        )}
        {costs.length === 0 ? (
          <div className="empty">
            <h2>{t('money.emptyTitle')}</h2>
            <p>{t('money.emptyText')}</p>
          </div>
        ) : (
          <>
            <div className="losses-groups">
              {groups.map((group) => (
                <section key={group} className="card money-card" aria-label={t(`money.by.${group}`)}>
                  <h2>{t(`money.by.${group}`)}</h2>
                  <ul className="losses-sums">
                    {sumBy(costs, nameOf[group])
                      .slice(0, 8)
                      .map(({ name, fen, count }) => (
                        <li key={name}>
                          <span className="ellipsis" title={name}>
                            {name}
                          </span>
                          <span className="ink-3">{count}</span>
                          <span className="money-amount">¥{formatYuan(fen)}</span>
                        </li>
                      ))}
                  </ul>
                </section>
              ))}
            </div>
            <section className="card money-card" aria-label={t('money.costs')}>
              <h2>{t('money.costs')}</h2>
              <ul className="money-list">
                {costs.slice(0, 500).map((cost) => (
                  <li key={cost.id} className="money-row">
                    <span className="ink-3">{isoDay(cost.at).slice(5)}</span>
                    <span>{t(`money.kind.${cost.kind}`)}</span>
                    <span className="chip wait">{t(`domain.liability.${cost.bearer}`)}</span>
                    <span className="losses-what">
                      {caseLink(cost.caseId)}
                      <span className="ellipsis ink-2" title={cost.note}>
                        {cost.note}
                      </span>
                    </span>
                    <span className="money-amount">¥{formatYuan(cost.amountFen)}</span>
                    <span />
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </div>
    </section>
  );
}
