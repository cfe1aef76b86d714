import { useTranslation } from 'react-i18next';
import { formatHundredths, rateOf, type RateRow } from '#shared/reports/rates';
import { mostOrders, saveSoldOrders } from '../../data/report-notes-repository';
import { writeReportSettings, type ReportSettings } from '../../data/report-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { NumberInput, parseCount, parsePercent } from './number-input';
import { RateBar, TargetMark } from './target-mark';
import type { SoldScope } from '#shared/domain/report-records';

const kinds = ['refunds', 'returns'] as const;
const targetOf = { refunds: 'refundTarget', returns: 'returnTarget' } as const;

/** How many rows are drawn at most; the file has all. */
const rateRowsMost = 60;

/** Refund and return rates by shop or product and month (R1). The orders sold are typed here: without them there is a count. */
export function RatesCard({
  scope,
  rows,
  nameOf,
  settings,
}: {
  readonly scope: SoldScope;
  readonly rows: readonly RateRow[];
  readonly nameOf: (of: string) => string;
  readonly settings: ReportSettings;
}) {
  const { t } = useTranslation();
  const shown = rows.slice(0, rateRowsMost);
  const most = Math.max(
    settings.refundTarget ?? 0,
    settings.returnTarget ?? 0,
    ...shown.flatMap((row) => kinds.map((kind) => rateOf(row[kind], row.orders) ?? 0)),
  );
  return (
    <section className="card reports-card" aria-label={t('reports.rates.title.shop')}>
      <h2>
        {t('reports.rates.title.shop')}
        <span className="ink-3">{t('reports.rates.how')}</span>
      </h2>
      <div className="reports-targets">
        {kinds.map((kind) => {
          const target = settings[targetOf[kind]];
          return (
            <label key={kind}>
              <span>{t(`reports.rates.target.${kind}`)}</span>
              <NumberInput
                label={t(`reports.rates.target.${kind}`)}
                shown={target === null ? '' : formatHundredths(target)}
                placeholder={t('reports.rates.noTarget')}
                suffix="%"
                parse={parsePercent}
                onKeep={(value) => {
                  writeReportSettings({ [targetOf[kind]]: value }).catch(report);
                }}
              />
            </label>
          );
        })}
      </div>
      <table className="reports-table rates">
        <thead>
          <tr>
            <th scope="col">{t('reports.month')}</th>
            <th scope="col">{t('reports.rates.of.shop')}</th>
            <th scope="col" className="num">
              {t('reports.rates.orders')}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" colSpan={2}>
                {t(`reports.rates.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.month} ${row.of}`}>
              <td className="ink-2">{row.month}</td>
              <th scope="row" className="ellipsis" title={nameOf(row.of)}>
                {nameOf(row.of)}
              </th>
              <td className="num">
                <NumberInput
                  label={t('reports.rates.ordersOf', { name: nameOf(row.of), month: row.month })}
                  shown={row.orders === null ? '' : String(row.orders)}
                  placeholder={t('reports.rates.typeOrders')}
                  parse={(text) => parseCount(text, mostOrders)}
                  onKeep={(orders) => {
                    saveSoldOrders({ scope, of: row.of, month: row.month }, orders, now()).catch(report);
                  }}
                />
              </td>
              {kinds.map((kind) => (
                <RateCells
                  key={kind}
                  count={row[kind]}
                  orders={row.orders}
                  target={settings[targetOf[kind]]}
                  most={most}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length ? (
        <p className="ink-3">{t('reports.shownMost', { count: rateRowsMost })}</p>
      ) : null}
    </section>
  );
}

function RateCells({
  count,
  orders,
  target,
  most,
}: {
  readonly count: number;
  readonly orders: number | null;
  readonly target: number | null;
  readonly most: number;
}) {
  const { t } = useTranslation();
  const rate = rateOf(count, orders);
  return (
    <>
      <td className="num">
        {rate === null
          ? t('reports.pieces', { count })
          : t('reports.rates.rate', { rate: formatHundredths(rate), count })}
      </td>
      <td>
        <span className="reports-rate">
          <RateBar rate={rate} target={target} most={most} />
          <TargetMark rate={rate} target={target} />
        </span>
      </td>
    </>
  );
}
